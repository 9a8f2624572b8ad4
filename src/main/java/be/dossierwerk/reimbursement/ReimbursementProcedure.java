package be.dossierwerk.reimbursement;

import be.dossierwerk.casework.CaseworkModel;
import be.dossierwerk.casework.LegalTexts;
import be.dossierwerk.casework.Procedure;
import be.dossierwerk.inbox.WaitingFor;
import be.dossierwerk.recognition.Recognitions;
import be.dossierwerk.reimbursement.ReimbursementClaims.Filed;
import be.dossierwerk.reimbursement.ReimbursementClaims.Line;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Euros;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the building blocks ask of the reimbursement procedure (procedures.md 1.9). */
@Component
class ReimbursementProcedure implements Procedure, WaitingFor {

    private static final String LETTER = "beslissing-terugbetaling";

    private final ReimbursementClaims claims;
    private final Recognitions recognitions;
    private final LegalTexts legalTexts;
    private final Clock clock;

    ReimbursementProcedure(ReimbursementClaims claims, Recognitions recognitions, LegalTexts legalTexts, Clock clock) {
        this.claims = claims;
        this.recognitions = recognitions;
        this.legalTexts = legalTexts;
        this.clock = clock;
    }

    @Override
    public String process() {
        return ReimbursementModel.PROCESS;
    }

    @Override
    public Set<String> waitingTasks() {
        return Set.of();
    }

    @Override
    public String termOf(String taskKey) {
        return switch (taskKey) {
            case CaseworkModel.SIGN -> "T-REC-05";
            case "UserTask_RekeningNagaan" -> ReimbursementModel.REPAYMENT_TERM;
            default -> ReimbursementModel.PAYMENT_TERM;
        };
    }

    @Override
    public String decisionTerm() {
        return ReimbursementModel.PAYMENT_TERM;
    }

    /** Only what the checked figures say. */
    @Override
    public List<PossibleDecision> possibleDecisions(String dossier) {
        return List.of(switch (claims.get(dossier).state()) {
            case GOEDGEKEURD -> new PossibleDecision("GOEDGEKEURD", "beslissen om alles terug te betalen", false, LETTER, "Beslissing: terugbetaling van opleidingen");
            case GEDEELTELIJK -> new PossibleDecision("GEDEELTELIJK", "beslissen om een deel terug te betalen", true, LETTER,
                    "Beslissing: gedeeltelijke terugbetaling van opleidingen");
            case GEWEIGERD -> new PossibleDecision("GEWEIGERD", "beslissen om de terugbetaling te weigeren", true, LETTER, "Beslissing: geen terugbetaling van opleidingen");
        });
    }

    @Override
    public Map<String, Object> decisionProposal(String dossier) {
        Filed claim = claims.get(dossier);
        LocalDate today = LocalDate.now(clock);
        return Map.of("uitkomst", claim.state().name(), "rechtsgrond", legalTexts.inForce("RECHTSGROND_TERUGBETALING_OPLEIDING", today),
                "feiten", "U vroeg op %s om opleidingen van %d terug te betalen.\n%s".formatted(Dates.prose(claim.submittedOn()), claim.year(), claim.inWords()),
                "motieven", String.join("\n", reasons(claim)), "beroepsclausule", legalTexts.inForce("BEROEPSCLAUSULE", today));
    }

    /** Each check computes anew: a draft from before it rests on other amounts. */
    @Override
    public Instant draftsFrom(String dossier) {
        return claims.get(dossier).reviewedAt();
    }

    /** A claim is decided on its proof: no building block asks this. */
    @Override
    public Intention intention(String dossier) {
        throw new IllegalStateException("a reimbursement has no hearing");
    }

    @Override
    public void outlook(String dossier, String outlook) {
        throw new IllegalStateException("a reimbursement has no hearing");
    }

    @Override
    public Map<String, Object> letterFacts(String dossier) {
        Filed claim = claims.get(dossier);
        Map<String, Object> facts = recognitions.of(claim.recognition()).letterFacts();
        facts.put("jaar", claim.year());
        if (claim.granted() != null) {
            facts.put("gevraagd", Euros.prose(claim.claimed()));
            facts.put("bedrag", Euros.prose(claim.granted()));
            facts.put("toegekend", claim.granted().signum() > 0);
            facts.put("volledig", claim.state() == ClaimAmount.State.GOEDGEKEURD);
            facts.put("budgetTekort", claim.granted().compareTo(claim.claimed()) < 0);
        }
        facts.put("lijnen", claim.lines().stream().map(ReimbursementProcedure::row).toList());
        return facts;
    }

    private static Map<String, Object> row(Line line) {
        return Map.of("opleiding", line.session().training().title(), "dag", Dates.table(line.session().date()),
                "berekening", line.refused() ? "Geweigerd: " + line.refusedBecause() : line.sums() == null ? "" : line.sums(),
                "bedrag", Euros.prose(line.amount()));
    }

    private static List<String> reasons(Filed claim) {
        List<String> reasons = new ArrayList<>();
        if (claim.state() == ClaimAmount.State.GOEDGEKEURD) {
            reasons.add("De opleidingen zijn goedgekeurd en de lessen zijn bewezen. Het bedrag past in uw budget van %d.".formatted(claim.year()));
        }
        claim.lines().stream().filter(Line::refused).forEach(line -> reasons.add("Wij betalen lijn %d niet terug: %s".formatted(line.position(), line.refusedBecause())));
        if (claim.granted().compareTo(claim.claimed()) < 0) {
            reasons.add("Wij kunnen niet meer terugbetalen dan er in uw opleidingsbudget is. " + claim.budgetWords());
        }
        if (claim.claimed().signum() == 0 && claim.lines().stream().anyMatch(line -> !line.refused())) {
            reasons.add("Voor deze lessen is er niets terug te betalen: de uren en bedragen zijn samen 0,00 euro.");
        }
        return reasons;
    }
}
