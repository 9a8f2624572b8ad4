package be.dossierwerk.recognition;

import be.dossierwerk.casework.CaseworkModel;
import be.dossierwerk.casework.LegalTexts;
import be.dossierwerk.casework.Procedure;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.DecisionTables;
import be.dossierwerk.inbox.WaitingFor;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the building blocks ask of the recognition procedure. */
@Component
class RecognitionProcedure implements Procedure, WaitingFor {

    private static final Map<String, String> ACTIVITY_WORDS = Map.of("SCHOONMAKEN", "schoonmaken van de woning",
            "WASSEN_STRIJKEN", "wassen en strijken in de woning", "NAAIWERK", "klein occasioneel naaiwerk", "MAALTIJDEN", "bereiden van maaltijden",
            "BOODSCHAPPEN", "boodschappen doen", "STRIJKEN_ATELIER", "strijken in een atelier",
            "VERVOER_MINDERMOBIELEN", "vervoer van mensen met beperkte mobiliteit");

    private final Applications applications;
    private final DecisionTables tables;
    private final JdbcClient jdbc;
    private final Dossiers dossiers;
    private final LegalTexts legalTexts;
    private final Clock clock;

    RecognitionProcedure(Applications applications, DecisionTables tables, JdbcClient jdbc, Dossiers dossiers, LegalTexts legalTexts, Clock clock) {
        this.applications = applications;
        this.tables = tables;
        this.jdbc = jdbc;
        this.dossiers = dossiers;
        this.legalTexts = legalTexts;
        this.clock = clock;
    }

    @Override
    public String process() {
        return RecognitionModel.PROCESS;
    }

    @Override
    public Set<String> waitingTasks() {
        return Set.of(CaseworkModel.REGISTER_MISSING_ITEMS, CaseworkModel.REGISTER_DEFENCE);
    }

    @Override
    public String termOf(String taskKey) {
        return switch (taskKey) {
            case CaseworkModel.PLACE_ON_AGENDA, CaseworkModel.RECORD_ADVICE -> CaseworkModel.ADVICE_TERM;
            case CaseworkModel.SIGN -> "T-REC-05";
            case CaseworkModel.REGISTER_MISSING_ITEMS -> "T-REC-04B";
            case CaseworkModel.REGISTER_DEFENCE -> "T-HOR-01";
            default -> RecognitionModel.DECISION_TERM;
        };
    }

    @Override
    public String decisionTerm() {
        return RecognitionModel.DECISION_TERM;
    }

    @Override
    public List<String> missingItems(String dossier) {
        Application application = applications.of(dossier);
        var deposit = application.deposit();
        Map<String, Object> facts = new HashMap<>();
        facts.put("formulierVolledig", application.commitments());
        facts.put("infosessie", application.infoSession() != null && application.infoSession().followedOn() != null);
        facts.put("borgsom", deposit == null || deposit.amount() == null ? 0 : deposit.amount().doubleValue());
        facts.put("bewijsBorgsom", hasDocument(dossier, "BEWIJS_BORGSOM"));
        facts.put("ondernemingsplanVolledig", planComplete(application.businessPlan()));
        facts.put("andereActiviteiten", Boolean.TRUE.equals(application.otherActivities()));
        facts.put("suiGenerisIngevuld", application.separateDepartment() != null && !application.separateDepartment().isBlank());
        Set<String> received = Set.copyOf(jdbc.sql("select code from missing_item where dossier = ? and received_on is not null")
                .param(dossier).query(String.class).list());
        return tables.ask("erkenning-volledigheid", dossier, facts).stream().map(row -> (String) row.get("ontbreekt"))
                .filter(code -> !received.contains(code)).toList();
    }

    @Override
    public void itemsReceived(String dossier, List<String> codes) {
        if (codes.contains("BORGSOM")) {
            jdbc.sql("update recognition set deposit_status = 'GESTORT' where dossier = ?").param(dossier).update();
        }
    }

    @Override
    public Map<String, Object> decisionProposal(String dossier) {
        Application application = applications.of(dossier);
        Note note = note(dossier).orElseThrow();
        String outcome = switch (note.outlook()) {
            case "ONGUNSTIG" -> "GEWEIGERD";
            case "GEDEELTELIJK" -> "GEDEELTELIJK_ERKEND";
            default -> "ERKEND";
        };
        Map<String, Object> proposal = new HashMap<>();
        proposal.put("uitkomst", outcome);
        proposal.put("activiteiten", outcome.equals("GEWEIGERD") ? List.of()
                : application.activities().stream().map(Enum::name).toList());
        proposal.put("rechtsgrond", legalTexts.inForce("RECHTSGROND_ERKENNING", LocalDate.now(clock)));
        proposal.put("feiten", note.facts());
        proposal.put("motieven", note.judgement());
        proposal.put("beroepsclausule", legalTexts.inForce("BEROEPSCLAUSULE", LocalDate.now(clock)));
        return proposal;
    }

    @Override
    public List<PossibleDecision> possibleDecisions(String dossier) {
        return List.of(new PossibleDecision("ERKEND", "erkennen", false, "beslissing-erkenning", "Beslissing: erkenning"),
                new PossibleDecision("GEDEELTELIJK_ERKEND", "gedeeltelijk erkennen", false, "beslissing-gedeeltelijk", "Beslissing: gedeeltelijke erkenning"),
                new PossibleDecision("GEWEIGERD", "weigeren", true, "beslissing-weigering", "Beslissing: weigering van de erkenning"));
    }

    @Override
    public boolean namesActivities(String outcome) {
        return !outcome.equals("GEWEIGERD");
    }

    @Override
    public Intention intention(String dossier) {
        Map<String, Object> proposal = decisionProposal(dossier);
        return new Intention("voornemen", "Voornemen tot weigering", Map.of("feiten", proposal.get("feiten"), "rechtsgrond", proposal.get("rechtsgrond")));
    }

    @Override
    public Map<String, Object> letterFacts(String dossier) {
        var undertaking = applications.of(dossier).undertaking();
        List<String> granted = jdbc.sql("select activities from besluit where dossier = ? and status not in ('TERUGGESTUURD', 'VERNIETIGD')").param(dossier)
                .query((row, i) -> words((String[]) row.getArray(1).getArray())).optional().orElse(List.of());
        List<String> requested = words(applications.of(dossier).activities().stream().map(Enum::name).toArray(String[]::new));
        Map<String, Object> facts = new HashMap<>();
        facts.put("straat", undertaking.street());
        facts.put("postcode", undertaking.postalCode());
        facts.put("gemeente", undertaking.municipality());
        facts.put("activiteiten", granted.isEmpty() ? requested : granted);
        facts.put("geweigerdeActiviteiten", requested.stream().filter(activity -> !granted.contains(activity)).toList());
        return facts;
    }

    @Override
    public Optional<Note> note(String dossier) {
        return jdbc.sql("select outlook, note_facts, note_judgement from recognition where dossier = ? and outlook is not null").param(dossier)
                .query((row, i) -> new Note(row.getString(1), row.getString(2), row.getString(3))).optional();
    }

    @Override
    public void outlook(String dossier, String outlook) {
        jdbc.sql("update recognition set outlook = ? where dossier = ?").params(outlook, dossier).update();
    }

    static List<String> words(String[] activities) {
        return Stream.of(activities).map(ACTIVITY_WORDS::get).collect(Collectors.toList());
    }

    private boolean hasDocument(String dossier, String kind) {
        return dossiers.documents(dossier).stream().anyMatch(document -> document.kind().equals(kind));
    }

    private static boolean planComplete(Application.BusinessPlan plan) {
        return plan != null && Stream.of(plan.generalInformation(), plan.investments(), plan.staff(), plan.income(), plan.fixedCosts(),
                plan.variableCosts(), plan.balanceSheet()).allMatch(chapter -> chapter != null && !chapter.isBlank());
    }
}
