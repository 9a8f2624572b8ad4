package be.dossierwerk.trainingbudget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.activity.ImportActivity;
import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.correspondence.Letters;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.demo.Acts;
import be.dossierwerk.diagrams.ReachedEvents;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.inbox.OpenWork;
import be.dossierwerk.parameter.DatedParameter;
import be.dossierwerk.parameter.RecordParameter;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.ReceivedFile;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.trainingbudget.Distribution.Basis;
import be.dossierwerk.withdrawal.RecognisedFixture;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The budget of a year on the real engine and the real database, with a moved clock: from the first of January to the last letter, and a newcomer after that. */
@DossierwerkTest
class BudgetJourneyTest {

    private static final int YEAR = 2041;
    private static final LocalDate NEW_YEAR = LocalDate.of(YEAR, 1, 1);
    private static final LocalDate JANUARY = LocalDate.of(YEAR, 1, 7);
    private static final int FROM = RecognisedFixture.reserve(10);
    private static final int BIG = FROM;
    private static final int SMALL = FROM + 1;
    private static final int NEW = FROM + 2;
    private static final int STOPPED = FROM + 3;

    @Autowired private StartBudgetYear startBudgetYear;
    @Autowired private BudgetLetters budgetLetters;
    @Autowired private BudgetOverview overview;
    @Autowired private Budgets budgets;
    @Autowired private GrantNewcomers grantNewcomers;
    @Autowired private RecordParameter recordParameter;
    @Autowired private RecomputeBudget recomputeBudget;
    @Autowired private ImportActivity importActivity;
    @Autowired private Acts acts;
    @Autowired private DemoPeople people;
    @Autowired private CurrentActor currentActor;
    @Autowired private OpenWork openWork;
    @Autowired private Dossiers dossiers;
    @Autowired private Terms terms;
    @Autowired private Letters letters;
    @Autowired private AuditLog audit;
    @Autowired private DueJobs jobs;
    @Autowired private MovableClock clock;
    @Autowired private JdbcClient jdbc;
    @Autowired private RepositoryService repository;
    @Autowired private HistoryService history;

    @BeforeEach
    void background_executor_rests() {
        jobs.byHand();
    }

    @AfterEach
    void clock_runs_again() {
        clock.release();
    }

    @Test
    void from_new_year_to_the_last_letter() throws Exception {
        String big = undertaking(BIG, "Budget Groot bv", LocalDate.of(2020, 1, 1));
        String small = undertaking(SMALL, "Budget Klein bv", LocalDate.of(2020, 1, 1));
        String stopped = undertaking(STOPPED, "Budget Gestopt bv", LocalDate.of(2020, 1, 1));
        jdbc.sql("update recognition set status = 'INGETROKKEN_VRIJWILLIG', ended_on = '2040-12-01' where enterprise_number = ?").param(stopped).update();
        // Without a dossier nobody can be written to.
        jdbc.sql("""
                insert into recognition (dossier, enterprise_number, name, municipality, kind, application, status, recognition_number, recognised_on)
                values ('BUDGET-ZONDER-DOSSIER', ?, 'Zonder Dossier bv', 'Gent', 'EERSTE', '{}', 'ERKEND', 'VBUDGET0', '2020-01-01')""").param(RecognisedFixture.number(FROM + 9)).update();
        String dossier = started_once_on_new_year();
        proposed_when_nothing_is_missing(dossier);
        sent_back_and_proposed_again(dossier);
        recorded(dossier, big, small);
        letters_go_out_and_the_failed_one_is_sent_by_hand(dossier, big, small);
        a_newcomer_of_the_second_quarter_gets_its_amount();
        every_place_of_the_diagram_was_visited(dossier);
    }

    private String started_once_on_new_year() {
        at(NEW_YEAR.minusDays(1), LocalTime.of(23, 30));
        startBudgetYear.eachJanuary();
        assertThat(overview.dossier(YEAR)).isEmpty();
        at(NEW_YEAR, LocalTime.of(0, 1));
        startBudgetYear.eachJanuary();
        startBudgetYear.eachJanuary();
        String dossier = overview.dossier(YEAR).orElseThrow();
        assertThat(dossier).matches("DC-OFB-2041-\\d{5}");
        assertThat(as("tom", () -> startBudgetYear.start(YEAR))).isEqualTo(dossier);
        assertThat(jdbc.sql("select count(*) from act_hi_procinst where business_key_ = ?").param(dossier).query(Integer.class).single()).isOne();
        assertThat(terms.due(dossier, BudgetModel.TERM)).isEqualTo("2041-01-31");
        assertThat(open(dossier)).containsExactly("UserTask_VerdelingVoorstellen");
        assertThat(sentences(dossier)).first().asString().startsWith("Dossierwerk opende dit dossier voor Opleidingsbudget 2041");
        return dossier;
    }

    private void proposed_when_nothing_is_missing(String dossier) throws Exception {
        at(JANUARY, LocalTime.of(9, 0));
        refused(dossier, "trainingbudget.parameter-missing");
        parameter(BudgetParameter.TOTAAL, "1000000.00");
        parameter(BudgetParameter.RESERVE, "50000.00");
        refused(dossier, "activity.months.missing");
        figures();
        send("tom", dossier, "UserTask_VerdelingVoorstellen", Map.of("peildatum", JANUARY.toString()));
        assertThat(open(dossier)).containsExactly("UserTask_VerdelingNazien");
    }

    private void sent_back_and_proposed_again(String dossier) {
        send("nele", dossier, "UserTask_VerdelingNazien", Map.of("akkoord", "NEE", "opmerking", "De reserve is te klein."));
        assertThat(open(dossier)).containsExactly("UserTask_VerdelingVoorstellen");
        parameter(BudgetParameter.RESERVE, "60000.00");
        send("tom", dossier, "UserTask_VerdelingVoorstellen", Map.of("peildatum", JANUARY.toString()));
        assertThat(overview.versions(YEAR)).extracting(BudgetVersion::version).containsExactly(1, 2);
    }

    private void recorded(String dossier, String big, String small) {
        send("nele", dossier, "UserTask_VerdelingNazien", Map.of("akkoord", "JA", "vastleggingsnummer", "VAK-2041-7"));
        assertThat(terms.of(dossier)).allMatch(term -> JANUARY.equals(term.stoppedOn()));
        // 940 000 x 36 000 / 48 000, and nothing for 1 999 vouchers: its part stays unspent.
        assertThat(budgets.of(big, YEAR).orElseThrow().granted()).isEqualTo("705000.00");
        assertThat(budgets.of(small, YEAR).orElseThrow().granted()).isEqualTo("0.00");
        assertThat(budgets.of(RecognisedFixture.number(STOPPED), YEAR)).isEmpty();
        BudgetVersion version = overview.current(YEAR).orElseThrow();
        assertThat(version.commitmentNumber()).isEqualTo("VAK-2041-7");
        assertThat(recomputeBudget.recompute(version)).isEqualTo(overview.shares(version.id(), "", null, 0, Integer.MAX_VALUE).size());
        assertThat(open(dossier)).isEmpty();
    }

    private void letters_go_out_and_the_failed_one_is_sent_by_hand(String dossier, String big, String small) {
        sendLetters();
        assertThat(overview.letters(YEAR).waiting()).isZero();
        assertThat(overview.failedLetters(YEAR, 1_000)).extracting(BudgetOverview.FailedLetter::name).contains("Zonder Dossier bv").doesNotContain("Budget Groot bv", "Budget Klein bv");
        assertThat(open(dossier)).containsExactly("UserTask_BrievenNazien");
        send("tom", dossier, "UserTask_BrievenNazien", Map.of("keuze", "OPNIEUW"));
        sendLetters();
        assertThat(open(dossier)).containsExactly("UserTask_BrievenNazien");
        send("tom", dossier, "UserTask_BrievenNazien", Map.of("keuze", "ZELF", "toelichting", "Op 7 januari aangetekend verstuurd."));
        sendLetters();
        assertThat(dossiers.get(dossier).outcome()).isEqualTo("VERDEELD");
        assertThat(letters.of(RecognisedFixture.dossier(BIG))).extracting(Letters.Letter::kind).containsExactly("budgetbrief");
        assertThat(letters.of(RecognisedFixture.dossier(SMALL))).extracting(Letters.Letter::kind).containsExactly("budgetbrief");
        assertThat(budgets.of(big, YEAR).orElseThrow().sums()).isEqualTo("(1.000.000,00 euro totaal − 60.000,00 euro reserve) × 36.000 ÷ 48.000 cheques = 705.000,000000, "
                + "afgerond 705.000,00 euro");
        assertThat(budgets.of(small, YEAR).orElseThrow().sentence()).isEqualTo("Uw onderneming kreeg in 2040 1.999 dienstencheques uitbetaald. Een aandeel is er vanaf 2.000 "
                + "dienstencheques. Daarom is er in 2041 geen opleidingsbudget voor u.");
        assertThat(sentences(RecognisedFixture.dossier(SMALL))).contains("Voor 2041 kreeg de onderneming geen opleidingsbudget.");
    }

    private void a_newcomer_of_the_second_quarter_gets_its_amount() {
        at(LocalDate.of(YEAR, 5, 14), LocalTime.of(9, 0));
        String enterprise = undertaking(NEW, "Budget Nieuw bv", LocalDate.of(YEAR, 4, 1));
        assertThat(as("nele", () -> grantNewcomers.grant(YEAR)).granted()).containsExactly("Budget Nieuw bv");
        BudgetStanding standing = budgets.of(enterprise, YEAR).orElseThrow();
        assertThat(standing.granted()).isEqualTo("750.00");
        assertThat(standing.basis()).isEqualTo(Basis.NIEUW);
        assertThat(standing.sentence()).isEqualTo("Uw onderneming is sinds maandag 1 april 2041 erkend. Wie in het tweede kwartaal van 2041 erkend wordt, krijgt voor dat jaar een "
                + "vast bedrag.");
        sendLetters();
        assertThat(letters.of(RecognisedFixture.dossier(NEW))).extracting(Letters.Letter::kind).containsExactly("budgetbrief");
        assertThat(overview.leftover(overview.current(YEAR).orElseThrow()).ofReserve()).isEqualTo("59250.00");
    }

    private void every_place_of_the_diagram_was_visited(String dossier) {
        assertThat(ReachedEvents.events(BudgetModel.PROCESS)).isNotEmpty();
        assertThat(ReachedEvents.missing(jdbc, BudgetModel.PROCESS, List.of(dossier))).isEmpty();
        var definition = repository.createProcessDefinitionQuery().processDefinitionKey(BudgetModel.PROCESS).latestVersion().singleResult();
        String instance = history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(dossier).singleResult().getId();
        List<String> visited = history.createHistoricActivityInstanceQuery().processInstanceId(instance).list().stream().map(each -> each.getActivityId()).toList();
        assertThat(repository.getBpmnModelInstance(definition.getId()).getModelElementsByType(FlowNode.class)).extracting(FlowNode::getId).isSubsetOf(visited);
    }

    private void figures() throws Exception {
        String rows = IntStream.rangeClosed(1, 12).mapToObj(month -> row(BIG, month, 3_000) + row(SMALL, month, month < 12 ? 166 : 173) + row(STOPPED, month, month < 12 ? 833 : 838))
                .collect(Collectors.joining());
        byte[] file = ("erkenningsnummer;ondernemingsnummer;maand;aantal;bedrag\n" + rows).getBytes(StandardCharsets.UTF_8);
        try (ReceivedFile received = ReceivedFile.of(new ByteArrayInputStream(file), ImportActivity.MOST_MEGABYTES)) {
            as("nele", () -> importActivity.importFile("2040.csv", received));
        }
    }

    private static String row(int undertaking, int month, int vouchers) {
        return ";%s;2040-%02d;%d;%d,00\n".formatted(RecognisedFixture.number(undertaking), month, vouchers, vouchers * 9);
    }

    /** As the fixture, with an application that has what its letters say. */
    private String undertaking(int n, String name, LocalDate recognised) {
        String number = RecognisedFixture.recognise(jdbc, n, name);
        jdbc.sql("""
                update recognition set recognised_on = ?, application = '{"undertaking": {"street": "Kouter 1", "postalCode": "9000", "municipality": "Gent"},
                                                                          "activities": ["SCHOONMAKEN"], "persons": []}' where dossier = ?""")
                .params(recognised, RecognisedFixture.dossier(n)).update();
        return number;
    }

    /** The background does the same every few seconds; whoever comes first. */
    private void sendLetters() {
        for (int round = 0; round < 200 && (budgetLetters.run(Integer.MAX_VALUE) > 0 || overview.letters(YEAR).waiting() > 0); round++) {
            jobs.run();
        }
        budgetLetters.run(Integer.MAX_VALUE);
        jobs.run();
    }

    private void parameter(BudgetParameter parameter, String amount) {
        as("nele", () -> {
            recordParameter.record(new DatedParameter<>(parameter, new BigDecimal(amount), NEW_YEAR, LocalDate.of(YEAR, 12, 31), "Begroting 2041"));
            return null;
        });
    }

    private void refused(String dossier, String key) {
        assertThatThrownBy(() -> send("tom", dossier, "UserTask_VerdelingVoorstellen", Map.of("peildatum", JANUARY.toString()))).isInstanceOf(Refused.class).hasMessage(key);
        assertThat(open(dossier)).containsExactly("UserTask_VerdelingVoorstellen");
    }

    private List<String> open(String dossier) {
        return openWork.ofDossier(dossier).stream().map(OpenWork.Row::taskKey).toList();
    }

    private List<String> sentences(String dossier) {
        return audit.of(dossier).stream().map(AuditLog.Line::sentence).toList();
    }

    private void send(String person, String dossier, String task, Map<String, Object> fields) {
        acts.send(people.actor(person), dossier, task, fields);
    }

    private <T> T as(String person, Supplier<T> work) {
        return currentActor.as(people.actor(person), work);
    }

    private void at(LocalDate day, LocalTime time) {
        clock.moveTo(ZonedDateTime.of(day, time, MovableClock.BRUSSELS));
        jobs.run();
    }
}
