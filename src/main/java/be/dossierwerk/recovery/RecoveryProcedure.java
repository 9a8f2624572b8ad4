package be.dossierwerk.recovery;

import be.dossierwerk.casework.CaseworkModel;
import be.dossierwerk.casework.LegalTexts;
import be.dossierwerk.casework.Procedure;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.inbox.WaitingFor;
import be.dossierwerk.parameter.DatedParameters;
import be.dossierwerk.recognition.Recognitions;
import be.dossierwerk.shared.Euros;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the building blocks ask of the recovery procedure. */
@Component
class RecoveryProcedure implements Procedure, WaitingFor {

    private static final String RECOVER = "TERUGVORDEREN";
    private static final String NOTHING = "GEEN_TERUGVORDERING";
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yyyy");

    private final RecoveryLedger ledger;
    private final RecoveryCourse course;
    private final DatedParameters parameters;
    private final Recognitions recognitions;
    private final Dossiers dossiers;
    private final LegalTexts legalTexts;
    private final Terms terms;
    private final Clock clock;

    RecoveryProcedure(RecoveryLedger ledger, RecoveryCourse course, DatedParameters parameters, Recognitions recognitions, Dossiers dossiers, LegalTexts legalTexts, Terms terms, Clock clock) {
        this.ledger = ledger;
        this.course = course;
        this.parameters = parameters;
        this.recognitions = recognitions;
        this.dossiers = dossiers;
        this.legalTexts = legalTexts;
        this.terms = terms;
        this.clock = clock;
    }

    @Override
    public String process() {
        return RecoveryModel.PROCESS;
    }

    @Override
    public Set<String> waitingTasks() {
        return Set.of(CaseworkModel.REGISTER_DEFENCE);
    }

    @Override
    public String termOf(String taskKey) {
        return switch (taskKey) {
            case CaseworkModel.SIGN -> "T-REC-05";
            case CaseworkModel.REGISTER_DEFENCE -> "T-HOR-01";
            default -> RecoveryModel.DECISION_TERM;
        };
    }

    @Override
    public String decisionTerm() {
        return RecoveryModel.DECISION_TERM;
    }

    /** Nothing to recover when all work is proven. */
    @Override
    public List<PossibleDecision> possibleDecisions(String dossier) {
        PossibleDecision none = new PossibleDecision(NOTHING, "beslissen dat er niets terug te vorderen is", false, "beslissing-geen-terugvordering",
                "Beslissing: geen terugvordering");
        return total(dossier).signum() == 0 ? List.of(none)
                : List.of(new PossibleDecision(RECOVER, "beslissen tot terugvordering", true, "beslissing-terugvordering", "Beslissing: terugvordering"), none);
    }

    @Override
    public boolean headApproves(String dossier, String outcome) {
        return outcome.equals(RECOVER) && total(dossier).compareTo(parameters.get(RecoveryParameter.AKKOORD_AFDELINGSHOOFD, LocalDate.now(clock))) >= 0;
    }

    @Override
    public Map<String, Object> decisionProposal(String dossier) {
        BigDecimal total = total(dossier);
        boolean nothing = total.signum() == 0 || course.outlook(dossier).filter("GUNSTIG"::equals).isPresent();
        LocalDate today = LocalDate.now(clock);
        Map<String, Object> proposal = new HashMap<>();
        proposal.put("uitkomst", nothing ? NOTHING : RECOVER);
        proposal.put("rechtsgrond", legalTexts.inForce("RECHTSGROND_TERUGVORDERING", today));
        proposal.put("feiten", reason(dossier));
        proposal.put("motieven", nothing ? "" : "Voor deze dienstencheques is geen werk bewezen. De tegemoetkoming en de aanschafprijs, samen %s, zijn dus niet verschuldigd."
                .formatted(Euros.prose(total)));
        proposal.put("beroepsclausule", legalTexts.inForce("BEROEP_TERUGVORDERING", today));
        return proposal;
    }

    @Override
    public Intention intention(String dossier) {
        return new Intention("voornemen-terugvordering", "Voornemen tot terugvordering", Map.of("feiten", reason(dossier),
                "rechtsgrond", legalTexts.inForce("RECHTSGROND_TERUGVORDERING", LocalDate.now(clock))));
    }

    @Override
    public Map<String, Object> letterFacts(String dossier) {
        RecoveryStanding standing = ledger.get(dossier);
        Map<String, Object> facts = new HashMap<>();
        recognitions.latest(dossiers.get(dossier).enterpriseNumber()).ifPresent(recognition -> {
            facts.put("straat", recognition.street());
            facts.put("postcode", recognition.postalCode());
            facts.put("gemeente", recognition.municipality());
        });
        if (standing.calculation() != null) {
            facts.put("bedrag", Euros.prose(standing.calculation().total()));
            facts.put("lijnen", standing.calculation().lines().stream().map(line -> Map.of("maand", MONTH.format(line.facts().month()),
                    "aantal", line.facts().vouchers(), "bedrag", Euros.prose(line.amount()), "bewijs", line.facts().evidence())).toList());
        }
        facts.put("betaaltermijn", terms.length(RecoveryModel.PAYMENT_TERM));
        facts.put("saldo", Euros.prose(standing.due()));
        facts.put("rekening", legalTexts.inForce("REKENING_TERUGVORDERING", LocalDate.now(clock)));
        return facts;
    }

    @Override
    public void outlook(String dossier, String outlook) {
        course.outlook(dossier, outlook);
    }

    private String reason(String dossier) {
        return course.origin(dossier).orElseThrow().reason();
    }

    private BigDecimal total(String dossier) {
        return ledger.get(dossier).calculation().total();
    }
}
