package be.dossierwerk.infringement;

import be.dossierwerk.casework.CaseworkModel;
import be.dossierwerk.casework.Decisions;
import be.dossierwerk.casework.LegalTexts;
import be.dossierwerk.casework.Procedure;
import be.dossierwerk.inbox.WaitingFor;
import be.dossierwerk.recognition.Recognitions;
import be.dossierwerk.withdrawal.Ending;
import be.dossierwerk.withdrawal.EndsRecognition;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the building blocks ask of the follow-up of a withdrawal on conditions. */
@Component
class FollowUpProcedure implements Procedure, WaitingFor, EndsRecognition {

    private static final Map<String, String> CORE = Map.of("VERLENGD", "U krijgt één keer meer tijd om aan de voorwaarden te voldoen.",
            "NIET_VERLENGD", "U krijgt niet meer tijd om aan de voorwaarden te voldoen.", "INTREKKING_UITWERKING", "De intrekking van uw erkenning krijgt uitwerking.",
            "INTREKKING_VERVALLEN", "De intrekking van uw erkenning vervalt.");
    private static final Map<String, String> EFFECT = Map.of("VERLENGD", "De termijn begint opnieuw op de dag van de kennisgeving. Een tweede verlenging is niet mogelijk.",
            "NIET_VERLENGD", "Wij horen u nog voor de intrekking uitwerking krijgt.",
            "INTREKKING_UITWERKING", InfringementProcedure.ENDED,
            "INTREKKING_VERVALLEN", "U blijft erkend, zonder voorwaarden.");

    private final FollowUps followUps;
    private final Recognitions recognitions;
    private final Decisions decisions;
    private final EndAfterInfringement end;
    private final LegalTexts legalTexts;
    private final Clock clock;

    FollowUpProcedure(FollowUps followUps, Recognitions recognitions, Decisions decisions, EndAfterInfringement end, LegalTexts legalTexts, Clock clock) {
        this.followUps = followUps;
        this.recognitions = recognitions;
        this.decisions = decisions;
        this.end = end;
        this.legalTexts = legalTexts;
        this.clock = clock;
    }

    @Override
    public String process() {
        return InfringementModel.FOLLOW_UP;
    }

    @Override
    public Set<String> waitingTasks() {
        return InfringementProcedure.WAITING;
    }

    @Override
    public String termOf(String taskKey) {
        return switch (taskKey) {
            case CaseworkModel.SIGN -> "T-REC-05";
            case CaseworkModel.REGISTER_DEFENCE -> "T-HOR-01";
            default -> InfringementModel.CONDITIONS_TERM;
        };
    }

    @Override
    public String decisionTerm() {
        return InfringementModel.CONDITIONS_TERM;
    }

    @Override
    public List<PossibleDecision> possibleDecisions(String dossier) {
        if (decidesExtension(dossier)) {
            return List.of(InfringementProcedure.decision("VERLENGD", "besluiten tot één verlenging van de termijn", false, "Beslissing: verlenging"),
                    InfringementProcedure.decision("NIET_VERLENGD", "besluiten dat er geen verlenging komt", true, "Beslissing: geen verlenging"));
        }
        return List.of(InfringementProcedure.decision("INTREKKING_UITWERKING", "besluiten dat de intrekking uitwerking krijgt", true, "Beslissing: de intrekking krijgt uitwerking"),
                InfringementProcedure.decision("INTREKKING_VERVALLEN", "besluiten dat de intrekking vervalt", false, "Beslissing: de intrekking vervalt"));
    }

    /** Until the extension is signed or refused; each is asked at most once. */
    private boolean decidesExtension(String dossier) {
        return "VERLENGEN".equals(followUps.of(dossier).standing()) && decisions.of(dossier).stream().noneMatch(decision ->
                decision.status().equals("ONDERTEKEND") && decision.outcome().endsWith("VERLENGD"));
    }

    @Override
    public Map<String, Object> decisionProposal(String dossier) {
        LocalDate today = LocalDate.now(clock);
        Map<String, Object> proposal = new HashMap<>();
        proposal.put("rechtsgrond", legalTexts.inForce("RECHTSGROND_INBREUK", today));
        proposal.put("feiten", facts(dossier));
        proposal.put("beroepsclausule", legalTexts.inForce("BEROEPSCLAUSULE", today));
        proposal.put("ingangsdatum", today.plusMonths(1).withDayOfMonth(1));
        return proposal;
    }

    @Override
    public boolean headApproves(String dossier, String outcome) {
        return outcome.equals("INTREKKING_UITWERKING");
    }

    @Override
    public Intention intention(String dossier) {
        return new Intention("inbreuk-voornemen", "Voornemen: de intrekking krijgt uitwerking", Map.of("lijst", followUps.openInWords(dossier), "feiten", facts(dossier),
                "rechtsgrond", legalTexts.inForce("RECHTSGROND_INBREUK", LocalDate.now(clock)),
                "maatregel", "De intrekking van uw erkenning kan uitwerking krijgen, omdat niet alle voorwaarden vervuld zijn."));
    }

    @Override
    public Map<String, Object> letterFacts(String dossier) {
        var recognition = recognitions.of(followUps.of(dossier).recognition());
        Map<String, Object> facts = recognition.letterFacts();
        decisions.of(dossier).stream().filter(decision -> !Set.of("TERUGGESTUURD", "VERNIETIGD").contains(decision.status())).findFirst().ifPresent(decision -> {
            facts.put("kern", CORE.get(decision.outcome()));
            facts.put("gevolg", EFFECT.get(decision.outcome()));
        });
        return facts;
    }

    /** What a person made of the defence stands in the answer; no outlook is kept. */
    @Override
    public void outlook(String dossier, String outlook) { }

    @Override
    public Ending ending(String dossier) {
        return end.of(dossier, followUps.of(dossier).recognition(), "INB-3");
    }

    private String facts(String dossier) {
        return followUps.conditions(dossier).stream().map(condition -> "Voorwaarde %d: %s %s%s".formatted(condition.number(), condition.content(),
                condition.state().equals("VERVULD") ? "Vervuld." : condition.state().equals("OPEN") ? "Nog niet beoordeeld." : "Niet vervuld.",
                condition.why() == null ? "" : " " + condition.why())).collect(Collectors.joining("\n"));
    }
}
