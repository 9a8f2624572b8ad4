package be.dossierwerk.training;

import be.dossierwerk.casework.CaseworkModel;
import be.dossierwerk.casework.LegalTexts;
import be.dossierwerk.casework.Procedure;
import be.dossierwerk.inbox.WaitingFor;
import be.dossierwerk.shared.Dates;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the building blocks ask of the approval of a training (procedures.md 1.7). */
@Component
class TrainingProcedure implements Procedure, WaitingFor {

    private static final PossibleDecision APPROVE = new PossibleDecision(TrainingModel.APPROVED, "beslissen dat de opleiding goedgekeurd wordt", false,
            "beslissing-opleiding-goedgekeurd", "Beslissing: uw opleiding is goedgekeurd");
    private static final PossibleDecision REFUSE = new PossibleDecision(TrainingModel.REFUSED, "beslissen dat de opleiding niet goedgekeurd wordt", true,
            "beslissing-opleiding-geweigerd", "Beslissing: uw opleiding is niet goedgekeurd");

    private final Trainings trainings;
    private final LegalTexts legalTexts;
    private final JdbcClient jdbc;
    private final Clock clock;

    TrainingProcedure(Trainings trainings, LegalTexts legalTexts, JdbcClient jdbc, Clock clock) {
        this.trainings = trainings;
        this.legalTexts = legalTexts;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String process() {
        return TrainingModel.PROCESS;
    }

    @Override
    public Set<String> waitingTasks() {
        return Set.of(CaseworkModel.REGISTER_MISSING_ITEMS, TrainingModel.RECORD_REACTION);
    }

    @Override
    public String termOf(String taskKey) {
        return switch (taskKey) {
            case "UserTask_VolledigheidNagaan" -> "T-REC-00";
            case CaseworkModel.REGISTER_MISSING_ITEMS -> "T-REC-04";
            case "UserTask_Vooronderzoek", TrainingModel.PLACE, TrainingModel.RECORD_ADVICE -> TrainingModel.ADVICE_TERM;
            case TrainingModel.RECORD_REACTION -> TrainingModel.REACTION_TERM;
            case CaseworkModel.SIGN -> "T-REC-05";
            default -> TrainingModel.DECISION_TERM;
        };
    }

    @Override
    public String decisionTerm() {
        return TrainingModel.DECISION_TERM;
    }

    /** What the request itself shows to be missing; a person looks at the rest. */
    @Override
    public List<String> missingItems(String dossier) {
        Training training = trainings.get(dossier);
        Trainings.TrainingFile file = trainings.file(training.file()).orElseThrow();
        List<String> missing = new ArrayList<>();
        if (training.registrationNeeded(file.applicantKind()) && (training.kind() == TrainingKind.EXTERN ? training.qualityNumber() : file.qualityNumber()) == null) {
            missing.add("KWALITEIT");
        }
        if (trainings.sessions(dossier).isEmpty()) {
            missing.add("PLANNING");
        }
        Set<String> received = Set.copyOf(jdbc.sql("select code from missing_item where dossier = ? and received_on is not null").param(dossier)
                .query(String.class).list());
        missing.removeAll(received);
        return missing;
    }

    @Override
    public List<PossibleDecision> possibleDecisions(String dossier) {
        return List.of(APPROVE, REFUSE);
    }

    @Override
    public Map<String, Object> decisionProposal(String dossier) {
        Training training = trainings.get(dossier);
        LocalDate today = LocalDate.now(clock);
        boolean approve = "GUNSTIG".equals(training.outlook());
        Trainings.TrainingFile file = trainings.file(training.file()).orElseThrow();
        Map<String, Object> proposal = new HashMap<>();
        proposal.put("uitkomst", approve ? TrainingModel.APPROVED : TrainingModel.REFUSED);
        proposal.put("rechtsgrond", legalTexts.inForce("RECHTSGROND_OPLEIDING", today));
        proposal.put("feiten", "%s vroeg op %s om de opleiding \"%s\" goed te keuren. Het thema is %s. De opleiding duurt %s uur.%s".formatted(file.name(),
                Dates.prose(training.eligibleFrom()), training.title(), training.theme().inWords(), training.hours().stripTrailingZeros().toPlainString(),
                training.registration() == null ? "" : "\nKwaliteitsregistratie: " + training.registration()));
        proposal.put("motieven", reasons(training));
        proposal.put("beroepsclausule", legalTexts.inForce("BEROEPSCLAUSULE", today));
        return proposal;
    }

    private String reasons(Training training) {
        StringBuilder reasons = new StringBuilder(String.valueOf(training.findings()));
        trainings.reaction(training.dossier()).ifPresent(reaction -> reasons.append(reaction.receivedOn() == null
                ? "\nDe aanvrager kon op het negatieve advies reageren en deed dat niet."
                : "\nDe aanvrager reageerde op %s op het negatieve advies. %s".formatted(Dates.prose(reaction.receivedOn()),
                        reaction.assessment() == null ? "" : reaction.assessment())));
        return reasons.toString();
    }

    /** The negative advice is what the applicant reacts to; no building block announces an intention. */
    @Override
    public Intention intention(String dossier) {
        throw new IllegalStateException("the approval of a training has no hearing");
    }

    @Override
    public Map<String, Object> letterFacts(String dossier) {
        Training training = trainings.get(dossier);
        Trainings.TrainingFile file = trainings.file(training.file()).orElseThrow();
        Map<String, Object> facts = new HashMap<>();
        facts.put("straat", file.street());
        facts.put("postcode", file.postalCode());
        facts.put("gemeente", file.municipality());
        facts.put("opleiding", training.title());
        facts.put("groepsdossier", training.inGroup() ? training.file() : null);
        facts.put("inAanmerkingVanaf", training.eligibleFrom());
        return facts;
    }

    @Override
    public String adviceAbout() {
        return "de aanvraag tot goedkeuring van een opleiding";
    }

    @Override
    public void outlook(String dossier, String outlook) {
        throw new IllegalStateException("the approval of a training has no hearing");
    }
}
