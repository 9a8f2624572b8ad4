package be.dossierwerk.fine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.HeldConnections;
import be.dossierwerk.alert.DeliverAlerts;
import be.dossierwerk.alert.MyAlerts;
import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.casework.ContestedDecisions;
import be.dossierwerk.correspondence.Letters;
import be.dossierwerk.deadline.EscalationLadder;
import be.dossierwerk.deadline.LapseBoard;
import be.dossierwerk.deadline.LapseGround;
import be.dossierwerk.deadline.StopLapse;
import be.dossierwerk.deadline.TermStanding;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.TypedForms;
import be.dossierwerk.diagrams.ReachedEvents;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.inbox.OpenWork;
import be.dossierwerk.inbox.ShowTask;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.InstalmentPlan;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The administrative fine on the real engine and the real database, with a moved clock: every course, its days and its cents. */
@DossierwerkTest
@ExtendWith(HeldConnections.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GeldboeteJourneyTest {

    /** A Monday. */
    private static final LocalDate DECIDED = LocalDate.of(2027, 2, 1);
    private static final LocalDate LAST = LocalDate.of(2027, 10, 1);
    private static final LocalDate REPORTED = LocalDate.of(2026, 11, 16);

    @Autowired private Acts acts;
    @Autowired private DemoPeople people;
    @Autowired private CurrentActor currentActor;
    @Autowired private RegisterFine registerFine;
    @Autowired private RecordFinePayment recordFinePayment;
    @Autowired private AgreeFineInstalments agreeFineInstalments;
    @Autowired private MissedFineInstalments missedFineInstalments;
    @Autowired private RecordFineAppeal recordFineAppeal;
    @Autowired private RecordFineRuling recordFineRuling;
    @Autowired private ReportLatePosting reportLatePosting;
    @Autowired private ChangeFineAmount changeFineAmount;
    @Autowired private CounterFineEntry counterFineEntry;
    @Autowired private StopLapse stopLapse;
    @Autowired private WatchFines watchFines;
    @Autowired private ContestedFine contestedFine;
    @Autowired private ContestedDecisions decisions;
    @Autowired private TransactionTemplate transactions;
    @Autowired private Fines fines;
    @Autowired private Dossiers dossiers;
    @Autowired private Terms terms;
    @Autowired private Letters letters;
    @Autowired private AuditLog audit;
    @Autowired private OpenWork openWork;
    @Autowired private ShowTask showTask;
    @Autowired private EscalationLadder ladder;
    @Autowired private LapseBoard lapseBoard;
    @Autowired private DeliverAlerts deliverAlerts;
    @Autowired private MyAlerts myAlerts;
    @Autowired private DueJobs jobs;
    @Autowired private MovableClock clock;
    @Autowired private JdbcClient jdbc;

    private final Set<String> played = new HashSet<>();
    private FineDesk desk;

    @BeforeEach
    void background_executor_rests() {
        jobs.byHand();
        desk = new FineDesk(acts, people, currentActor, registerFine, jobs, clock);
        desk.at(DECIDED.plusDays(3), LocalTime.of(9, 0));
    }

    @AfterEach
    void clock_runs_again() {
        clock.release();
    }

    @Test
    void a_fine_that_is_contested_answered_imposed_and_paid_ends() {
        String dossier = registered(DECIDED);
        assertThat(dossier).startsWith("DC-AGB-2027-");
        assertThat(terms.due(dossier, "T-AGB-01")).isEqualTo(LAST);
        assertThat(openWork.ofDossier(dossier)).singleElement().satisfies(row -> {
            assertThat(row.groups()).containsExactly("cel-ag");
            assertThat(row.dueOn()).isEqualTo(LAST);
        });
        assertThatThrownBy(() -> desk.send("an", dossier, "UserTask_OpportuniteitBeoordelen", FineDesk.opportune())).isInstanceOf(Refused.class);
        desk.send("fien", dossier, "UserTask_OpportuniteitBeoordelen", FineDesk.opportune());
        assertThat(kinds(dossier)).containsExactly("voornemen-geldboete");
        assertThat(terms.due(dossier, "T-HOR-01")).isEqualTo("2027-02-18");
        // A building block named the handler; here it is the cell.
        assertThat(openWork.ofDossier(dossier)).singleElement().satisfies(row -> assertThat(row.groups()).containsExactlyInAnyOrder("dc-onthaal", "cel-ag"));
        desk.at(DECIDED.plusDays(9), LocalTime.of(9, 0));
        desk.send("els", dossier, "UserTask_VerweerRegistreren", TypedForms.defence(LocalDate.now(clock)));
        desk.send("fien", dossier, "UserTask_VerweerBeoordelen", Map.of("antwoord", "Het verweer verandert niets.", "vooruitzicht", "ONGUNSTIG"));
        assertThat((String) shown("fien", dossier, "UserTask_BedragBepalen").get("bedragen")).contains("Niveau 2: van 200,00 euro tot 2.000,00 euro", "te bevestigen");
        assertThatThrownBy(() -> desk.amount(dossier, "2000.01")).isInstanceOf(Refused.class).hasMessage("fine.field.range");
        assertThatThrownBy(() -> desk.amount(dossier, "199.99")).isInstanceOf(Refused.class).hasMessage("fine.field.range");
        desk.amount(dossier, "2000");
        assertThat(openWork.ofDossier(dossier)).singleElement().satisfies(row -> assertThat(row.groups()).containsExactly("cel-ag"));
        desk.readyToSign(dossier);
        desk.sign(dossier);
        assertThat(fines.get(dossier).entries()).isEmpty();
        desk.post(dossier);
        assertThat(letters.of(dossier)).last().satisfies(letter -> {
            assertThat(letter.kind()).isEqualTo("beslissing-geldboete");
            assertThat(letter.appealUntil()).as("no appeal to the Raad van State").isNull();
        });
        assertThat(running(dossier)).containsExactlyInAnyOrder("T-AGB-02", "T-AGB-04");
        LocalDate posted = LocalDate.now(clock);
        assertThat(posted).isEqualTo("2027-02-10");
        assertThat(terms.due(dossier, "T-AGB-02")).as("thirty days").isEqualTo("2027-03-12");
        // Third working day after the post: Monday 15 February; three months later, a Saturday that rolls over Whit Monday.
        assertThat(terms.due(dossier, "T-AGB-04")).isEqualTo("2027-05-18");
        assertThat(fines.get(dossier).due()).isEqualTo("2000.00");

        desk.at(posted.plusDays(10), LocalTime.of(9, 0));
        assertThatThrownBy(() -> pay("fien", dossier, "2000")).isInstanceOf(Refused.class).hasMessage("security.role-missing");
        pay("nele", dossier, "1500");
        assertThat(dossiers.get(dossier).closedOn()).isNull();
        pay("nele", dossier, "500");
        assertThat(dossiers.get(dossier).outcome()).isEqualTo("BETAALD");
        assertThat(running(dossier)).containsExactly("T-AGB-04");

        // The right to appeal outlives the payment, and what was paid goes back.
        appeal(dossier, LocalDate.now(clock));
        assertThat(dossiers.get(dossier).state()).isEqualTo("WACHT_OP_RECHTBANK");
        desk.as("joke", () -> {
            recordFineRuling.record(dossier, new RecordFineRuling.Ruling("VERNIETIGD", LocalDate.now(clock), null, "Geen bewijs, AR 27/55."));
            return null;
        });
        assertThat(dossiers.get(dossier).outcome()).isEqualTo("VERNIETIGD");
        assertThat(fines.get(dossier).overpaid()).isEqualTo("2000.00");
        assertThat(sentences(dossier)).anyMatch(line -> line.endsWith("is vernietigd. Er is 2.000,00 euro terug te betalen."));
        assertThatThrownBy(() -> refund(dossier, "2000.01")).isInstanceOf(Refused.class).hasMessage("fine.more-than-overpaid");
        refund(dossier, "2000");
        assertThat(fines.get(dossier).balance()).isEqualTo("0.00");
    }

    @Test
    void a_file_waits_for_the_prosecutor_whose_decision_starts_the_clock_or_ends_it() {
        String waits = registered(null);
        String prosecuted = registered(null);
        assertThat(running(waits)).isEmpty();
        assertThat(dossiers.get(waits).state()).isEqualTo("WACHT_OP_PARKET");
        assertThat(openWork.ofDossier(waits)).singleElement().matches(OpenWork.Row::waits);
        desk.at(LocalDate.of(2027, 4, 2), LocalTime.of(9, 0));
        for (String day : List.of("2027-04-03", REPORTED.minusDays(1).toString())) {
            assertThatThrownBy(() -> desk.send("fien", waits, "UserTask_ParketbeslissingRegistreren", Map.of("beslissing", "GEEN_VERVOLGING", "beslistOp", day)))
                    .isInstanceOf(Refused.class).hasMessage("fine.field.prosecutor-day");
        }
        desk.send("fien", waits, "UserTask_ParketbeslissingRegistreren", Map.of("beslissing", "GEEN_VERVOLGING", "beslistOp", "2027-03-31"));
        assertThat(terms.due(waits, "T-AGB-01")).isEqualTo("2027-11-30");
        assertThat(open(waits)).containsExactly("UserTask_OpportuniteitBeoordelen");
        desk.send("fien", prosecuted, "UserTask_ParketbeslissingRegistreren", Map.of("beslissing", "VERVOLGING", "beslistOp", "2027-03-31"));
        assertThat(dossiers.get(prosecuted).outcome()).isEqualTo("STRAFVERVOLGING");
        assertThat(running(prosecuted)).isEmpty();
        assertThat(terms.of(prosecuted)).isEmpty();
    }

    @Test
    void what_is_not_opportune_ends_and_the_inspection_hears_why() {
        String dossier = registered(DECIDED);
        desk.send("fien", dossier, "UserTask_OpportuniteitBeoordelen", Map.of("oordeel", "NIET_OPPORTUUN", "motivering", "Alles is rechtgezet."));
        assertThat(dossiers.get(dossier).outcome()).isEqualTo("NIET_OPPORTUUN");
        assertThat(jdbc.sql("select count(*) from outbox where dossier = ? and letter is null").param(dossier).query(Long.class).single()).isEqualTo(1);
        assertThat(sentences(dossier)).anyMatch(line -> line.startsWith("De inspectie kreeg bericht"));
        assertThat(running(dossier)).isEmpty();
    }

    @Test
    void a_convincing_defence_ends_without_a_fine() {
        String dossier = registered(DECIDED);
        desk.send("fien", dossier, "UserTask_OpportuniteitBeoordelen", FineDesk.opportune());
        desk.send("els", dossier, "UserTask_VerweerRegistreren", TypedForms.defence(LocalDate.now(clock)));
        desk.send("fien", dossier, "UserTask_VerweerBeoordelen", Map.of("antwoord", "De uren zijn bewezen.", "vooruitzicht", "GUNSTIG"));
        assertThat(open(dossier)).containsExactly("UserTask_BeslissingOpstellen");
        assertThat(shown("fien", dossier, "UserTask_BeslissingOpstellen")).containsEntry("uitkomst", "GEEN_BOETE");
        assertThatThrownBy(() -> desk.send("fien", dossier, "UserTask_BeslissingOpstellen", Map.of("uitkomst", "BOETE_OPGELEGD", "motieven", "Toch wel.")))
                .isInstanceOf(Refused.class).hasMessage("casework.decision-not-possible");
        desk.readyToSign(dossier);
        desk.sign(dossier);
        desk.post(dossier);
        assertThat(kinds(dossier)).contains("beslissing-geen-geldboete");
        assertThat(dossiers.get(dossier).outcome()).isEqualTo("GEEN_BOETE");
        assertThat(running(dossier)).isEmpty();
    }

    @Test
    void after_the_last_day_the_procedure_ends_wherever_it_stands() {
        String judging = registered(DECIDED);
        String heard = registered(DECIDED);
        String amount = registered(DECIDED);
        String deciding = registered(DECIDED);
        String signed = registered(DECIDED);
        desk.send("fien", amount, "UserTask_OpportuniteitBeoordelen", FineDesk.opportune());
        desk.send("fien", deciding, "UserTask_OpportuniteitBeoordelen", FineDesk.opportune());
        desk.send("fien", signed, "UserTask_OpportuniteitBeoordelen", FineDesk.opportune());
        desk.at(LAST.minusDays(3), LocalTime.of(9, 0));
        desk.send("fien", heard, "UserTask_OpportuniteitBeoordelen", FineDesk.opportune());
        desk.amount(deciding, "300");
        desk.amount(signed, "300");
        desk.readyToSign(signed);
        desk.at(LAST, LocalTime.of(23, 30));
        desk.sign(signed);
        for (String dossier : List.of(judging, heard, amount, deciding, signed)) {
            assertThat(terms.due(dossier, "T-AGB-01")).isEqualTo(LAST);
            assertThat(dossiers.get(dossier).closedOn()).isNull();
            assertThatThrownBy(() -> desk.as("fien", () -> {
                reportLatePosting.report(dossier);
                return null;
            })).isInstanceOf(Refused.class).hasMessage("fine.late.not");
        }
        desk.at(LAST.plusDays(1), LocalTime.of(0, 5));
        for (String dossier : List.of(judging, heard, amount, deciding)) {
            assertThat(dossiers.get(dossier).outcome()).isEqualTo("TERMIJN_VERSTREKEN");
            assertThat(open(dossier)).isEmpty();
            assertThat(running(dossier)).isEmpty();
            assertThat(terms.of(dossier)).filteredOn(term -> term.rule().equals("T-AGB-01")).extracting(TermStanding::stoppedOn).containsExactly(LAST);
            assertThat(sentences(dossier)).anyMatch(line -> line.startsWith("De laatste dag om een geldboete op te leggen was vrijdag 1 oktober 2027."));
        }
        // Signed in time: the post may still have it in time, until somebody finds that it did not leave.
        assertThat(open(signed)).containsExactly("UserTask_ZendingRegistreren");
        assertThatThrownBy(() -> desk.post(signed)).isInstanceOf(Refused.class).hasMessage("casework.last-day-over");
        desk.as("fien", () -> {
            reportLatePosting.report(signed);
            return null;
        });
        assertThat(dossiers.get(signed).outcome()).isEqualTo("TERMIJN_VERSTREKEN");
        assertThat(fines.get(signed).entries()).isEmpty();
    }

    @Test
    void the_last_day_is_warned_of_and_nobody_can_move_it() {
        String dossier = registered(DECIDED);
        assertThatThrownBy(() -> desk.as("lieve", () -> {
            terms.extend(dossier, "T-AGB-01", 10, "Te veel werk");
            return null;
        })).isInstanceOf(Refused.class).hasMessage("deadline.lapse.no-extension");
        assertThat(desk.as("fien", () -> lapseBoard.all())).anySatisfy(entry -> assertThat(entry.toString()).contains(dossier));
        // 242 days: the first day on which half, three quarters and nine tenths are counted.
        for (LocalDate step : List.of(DECIDED.plusDays(121), DECIDED.plusDays(182), DECIDED.plusDays(218))) {
            desk.at(step.minusDays(1), LocalTime.of(9, 0));
            ladder.sweep();
            long before = escalated(dossier);
            desk.at(step, LocalTime.of(9, 0));
            ladder.sweep();
            assertThat(escalated(dossier)).as(step.toString()).isEqualTo(before + 1);
        }
        // The last day is a Friday, so the alarm comes on Thursday.
        desk.at(LAST.minusDays(2), LocalTime.of(9, 0));
        watchFines.look();
        assertThat(alerts(dossier)).isEmpty();
        desk.at(LAST.minusDays(1), LocalTime.of(9, 0));
        watchFines.look();
        watchFines.look();
        deliverAlerts.deliverDue();
        assertThat(alerts(dossier)).containsExactly("De laatste dag om deze geldboete op te leggen is vrijdag 1 oktober 2027. Daarna kan het niet meer.");
    }

    @Test
    void who_does_not_pay_is_reminded_and_handed_over_and_a_plan_stops_that() {
        String silent = registered(DECIDED);
        String planned = registered(DECIDED);
        for (String dossier : List.of(silent, planned)) {
            desk.send("fien", dossier, "UserTask_OpportuniteitBeoordelen", FineDesk.opportune());
        }
        desk.at(DECIDED.plusDays(28), LocalTime.of(9, 0));
        for (String dossier : List.of(silent, planned)) {
            desk.amount(dossier, "600");
            desk.readyToSign(dossier);
            desk.sign(dossier);
            desk.post(dossier);
            assertThat(terms.due(dossier, "T-AGB-02")).isEqualTo("2027-03-31");
        }
        agree(planned, 3, LocalDate.of(2027, 4, 15));
        assertThat(kinds(planned)).contains("afbetalingsplan");
        assertThat(running(planned)).containsExactly("T-AGB-04");
        agree(planned, 2, LocalDate.of(2027, 4, 15));
        assertThat(kinds(planned)).filteredOn("afbetalingsplan"::equals).hasSize(2);

        desk.at(LocalDate.of(2027, 3, 31), LocalTime.of(23, 30));
        assertThat(kinds(silent)).doesNotContain("herinnering-geldboete");
        desk.at(LocalDate.of(2027, 4, 1), LocalTime.of(0, 5));
        assertThat(kinds(silent)).contains("herinnering-geldboete");
        assertThat(terms.due(silent, "T-AGB-03")).isEqualTo("2027-04-16");
        assertThat(kinds(planned)).doesNotContain("herinnering-geldboete");

        desk.at(LocalDate.of(2027, 4, 15), LocalTime.of(9, 0));
        assertThat(missedFineInstalments.look()).isZero();
        pay("nele", planned, "100");
        desk.at(LocalDate.of(2027, 4, 16), LocalTime.of(0, 5));
        assertThat(missedFineInstalments.look()).isEqualTo(1);
        assertThat(missedFineInstalments.look()).isZero();
        assertThat(kinds(planned)).contains("herinnering-geldboete");
        assertThat(terms.due(planned, "T-AGB-03")).isEqualTo("2027-05-03");
        agree(planned, 1, LocalDate.of(2027, 4, 30));
        assertThat(running(planned)).containsExactly("T-AGB-04");
        pay("nele", planned, "500");
        assertThat(dossiers.get(planned).outcome()).isEqualTo("BETAALD");

        assertThat(dossiers.get(silent).closedOn()).isNull();
        desk.at(LocalDate.of(2027, 4, 17), LocalTime.of(0, 5));
        assertThat(dossiers.get(silent).outcome()).isEqualTo("OVERGEDRAGEN_AAN_INVORDERING");
        assertThat(jdbc.sql("select count(*) from outbox where dossier = ? and letter is null").param(silent).query(Long.class).single()).isEqualTo(1);
        pay("nele", silent, "600");
        assertThat(fines.get(silent).balance()).isEqualTo("0.00");
    }

    @Test
    void an_appeal_stops_collecting_until_the_court_rules() {
        String confirmed = imposed("600");
        String lower = imposed("600");
        String annulled = imposed("600");
        LocalDate posted = LocalDate.now(clock);
        assertThatThrownBy(() -> appeal(confirmed, posted.minusDays(1))).isInstanceOf(Refused.class).hasMessage("fine.appeal.wrong");
        pay("nele", lower, "400");
        pay("nele", annulled, "150");
        desk.at(posted.plusDays(20), LocalTime.of(9, 0));
        for (String dossier : List.of(confirmed, lower, annulled)) {
            appeal(dossier, LocalDate.now(clock));
            assertThat(running(dossier)).containsExactly("T-AGB-04");
            assertThat(open(dossier)).containsExactly("UserTask_UitspraakRegistreren");
            assertThatThrownBy(() -> appeal(dossier, LocalDate.now(clock))).isInstanceOf(Refused.class).hasMessage("fine.appeal.again");
            assertThatThrownBy(() -> agree(dossier, 2, LocalDate.now(clock).plusMonths(1))).isInstanceOf(Refused.class).hasMessage("fine.under-appeal");
        }
        // Long after the payment term nobody was reminded.
        desk.at(posted.plusDays(200), LocalTime.of(9, 0));
        assertThat(kinds(confirmed)).doesNotContain("herinnering-geldboete");

        rule("fien", confirmed, "BEVESTIGD", null);
        LocalDate ruled = LocalDate.now(clock);
        assertThat(terms.due(confirmed, "T-AGB-02")).isAfterOrEqualTo(ruled.plusDays(30));
        assertThat(dossiers.get(confirmed).state()).isEqualTo("WACHT_OP_BETALING");
        desk.at(terms.due(confirmed, "T-AGB-02").plusDays(1), LocalTime.of(0, 5));
        assertThat(kinds(confirmed)).contains("herinnering-geldboete");
        pay("nele", confirmed, "600");
        assertThat(dossiers.get(confirmed).outcome()).isEqualTo("BETAALD");

        assertThatThrownBy(() -> rule("joke", lower, "VERMINDERD", "600")).isInstanceOf(Refused.class).hasMessage("fine.ruling.amount");
        rule("joke", lower, "VERMINDERD", "250");
        assertThat(dossiers.get(lower).outcome()).isEqualTo("BETAALD");
        assertThat(fines.get(lower).overpaid()).isEqualTo("150.00");

        rule("joke", annulled, "VERNIETIGD", null);
        assertThat(dossiers.get(annulled).outcome()).isEqualTo("VERNIETIGD");
        assertThat(fines.get(annulled).imposed()).isEmpty();
        assertThat(decisions.newest(annulled)).as("the decision fell away with the fine").isEmpty();
        assertThat(fines.get(annulled).overpaid()).isEqualTo("150.00");
        assertThatThrownBy(() -> desk.as("joke", () -> {
            recordFineRuling.record(annulled, new RecordFineRuling.Ruling("VERNIETIGD", LocalDate.now(clock), null, "Nog eens."));
            return null;
        })).isInstanceOf(Refused.class).hasMessage("fine.ruling.none");
        assertThat(fines.get(annulled).overpaid()).isEqualTo("150.00");
    }

    @Test
    void a_fine_that_the_department_takes_back_is_owed_no_more_and_only_once() {
        String dossier = imposed("600");
        pay("nele", dossier, "150");
        UUID besluit = decisions.newest(dossier).orElseThrow();
        assertThat(contestedFine.restarts(dossier, besluit)).isEmpty();
        transactions.executeWithoutResult(status -> contestedFine.annul(dossier, besluit, LocalDate.now(clock), "Heroverweging"));
        assertThat(dossiers.get(dossier).outcome()).isEqualTo("VERNIETIGD");
        assertThat(fines.get(dossier).overpaid()).isEqualTo("150.00");
        assertThat(running(dossier)).containsExactly("T-AGB-04");
        int told = sentences(dossier).size();
        transactions.executeWithoutResult(status -> contestedFine.annul(dossier, besluit, LocalDate.now(clock), "Nog eens"));
        assertThat(fines.get(dossier).overpaid()).isEqualTo("150.00");
        assertThat(sentences(dossier)).hasSize(told);
        // Long after the payment term nobody is reminded.
        desk.at(LocalDate.now(clock).plusDays(200), LocalTime.of(9, 0));
        assertThat(kinds(dossier)).doesNotContain("herinnering-geldboete");
    }

    @Test
    void the_same_report_is_one_dossier_and_a_wrong_one_is_refused_with_every_field() {
        RegisterFine.Report report = desk.report(REPORTED, DECIDED);
        String dossier = remember(desk.as("an", () -> registerFine.register(report)));
        RegisterFine.Report again = new RegisterFine.Report(report.number().toLowerCase().replace(".", " "), REPORTED, report.enterpriseNumber(), "Andere naam", List.of("I02"),
                "Anders verteld.", null, dossier);
        assertThat(desk.as("fien", () -> registerFine.register(new RegisterFine.Report(again.number(), again.on(), again.enterpriseNumber(), again.name(), again.offences(),
                again.facts(), null, null)))).isEqualTo(dossier);
        assertThat(fines.get(dossier).report().facts()).isEqualTo(report.facts());
        RegisterFine.Report wrong = new RegisterFine.Report(" ", LocalDate.now(clock).plusDays(1), "0123456789", "", List.of(), "", LocalDate.now(clock).plusDays(2), null);
        assertThatThrownBy(() -> desk.as("fien", () -> registerFine.register(wrong))).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.fields())
                .extracting(Refused.Field::name).containsExactly("number", "on", "enterpriseNumber", "offences", "facts", "prosecutorOn"));
        assertThatThrownBy(() -> desk.as("karel", () -> registerFine.register(report))).isInstanceOf(Refused.class).hasMessage("security.role-missing");
        assertThat(fines.register(true, report.number())).singleElement().satisfies(line -> {
            assertThat(line.lastDay()).isEqualTo(LAST);
            assertThat(line.running()).isTrue();
        });
    }

    @Test
    void an_amount_that_the_lawyer_sent_back_is_changed_while_the_decision_is_drafted() {
        String dossier = registered(DECIDED);
        desk.heardInVain(dossier);
        assertThatThrownBy(() -> change(dossier, "900")).isInstanceOf(Refused.class).hasMessage("fine.change.too-late");
        desk.amount(dossier, "1000");
        desk.send("fien", dossier, "UserTask_BeslissingOpstellen", Map.of("motieven", "Het bedrag past."));
        assertThatThrownBy(() -> change(dossier, "900")).isInstanceOf(Refused.class).hasMessage("fine.change.too-late");
        desk.send("joke", dossier, "UserTask_JuridischNazicht", TypedForms.legalCheck(false));
        assertThatThrownBy(() -> change(dossier, "199.99")).isInstanceOf(Refused.class).hasMessage("fine.field.range");
        change(dossier, "900");
        desk.readyToSign(dossier);
        desk.sign(dossier);
        desk.post(dossier);
        assertThat(fines.get(dossier).due()).isEqualTo("900.00");
    }

    @Test
    void a_payment_that_was_booked_wrongly_is_undone_and_collecting_goes_on() {
        String dossier = imposed("600");
        pay("nele", dossier, "500");
        pay("nele", dossier, "100");
        assertThat(dossiers.get(dossier).outcome()).isEqualTo("BETAALD");
        long wrong = fines.get(dossier).entries().get(2).id();
        assertThatThrownBy(() -> undo("nele", dossier, fines.get(dossier).entries().get(0).id())).isInstanceOf(Refused.class).hasMessage("fine.counter.none");
        assertThatThrownBy(() -> undo("fien", dossier, wrong)).isInstanceOf(Refused.class).hasMessage("security.role-missing");
        undo("nele", dossier, wrong);
        assertThatThrownBy(() -> undo("nele", dossier, wrong)).isInstanceOf(Refused.class).hasMessage("fine.counter.none");
        assertThat(fines.get(dossier).due()).isEqualTo("100.00");
        assertThat(dossiers.get(dossier).closedOn()).isNull();
        assertThat(dossiers.get(dossier).state()).isEqualTo("WACHT_OP_BETALING");
        assertThat(running(dossier)).containsExactlyInAnyOrder("T-AGB-02", "T-AGB-04");
        desk.at(terms.due(dossier, "T-AGB-02").plusDays(1), LocalTime.of(0, 5));
        assertThat(kinds(dossier)).contains("herinnering-geldboete");
        pay("nele", dossier, "100");
        assertThat(dossiers.get(dossier).outcome()).isEqualTo("BETAALD");
    }

    @Test
    void what_the_court_made_lower_is_what_people_read_and_an_old_plan_is_gone() {
        String dossier = imposed("600");
        agree(dossier, 3, LocalDate.now(clock).plusMonths(1));
        desk.at(LocalDate.now(clock).plusDays(20), LocalTime.of(9, 0));
        appeal(dossier, LocalDate.now(clock));
        desk.at(LocalDate.now(clock).plusDays(20), LocalTime.of(9, 0));
        assertThatThrownBy(() -> desk.as("joke", () -> {
            recordFineRuling.record(dossier, new RecordFineRuling.Ruling("VERMINDERD", LocalDate.now(clock), new BigDecimal("250"), "Naast de taak."));
            return null;
        })).isInstanceOf(Refused.class).hasMessage("fine.ruling.task");
        rule("fien", dossier, "VERMINDERD", "250");
        assertThat(fines.get(dossier).amount()).contains(new BigDecimal("250.00"));
        assertThat(fines.get(dossier).planOn(LocalDate.now(clock))).isEmpty();
        desk.at(terms.due(dossier, "T-AGB-02").plusDays(1), LocalTime.of(0, 5));
        desk.at(terms.due(dossier, "T-AGB-03").plusDays(1), LocalTime.of(0, 5));
        assertThat(dossiers.get(dossier).outcome()).isEqualTo("OVERGEDRAGEN_AAN_INVORDERING");
        assertThat(jdbc.sql("select payload::text from outbox where dossier = ? and letter is null").param(dossier).query(String.class).single())
                .containsPattern("\"bedrag\"\\s*:\\s*\"250.00\"");
        assertThatThrownBy(() -> agree(dossier, 2, LocalDate.now(clock).plusMonths(1))).isInstanceOf(Refused.class).hasMessage("fine.handed-over");
    }

    @Test
    void a_report_that_is_there_takes_no_other_undertaking_and_no_decision_of_the_prosecutor() {
        RegisterFine.Report report = desk.report(REPORTED, null);
        String dossier = remember(desk.as("fien", () -> registerFine.register(report)));
        RegisterFine.Report other = desk.report(REPORTED, null);
        assertThatThrownBy(() -> again(report, other.enterpriseNumber(), null)).isInstanceOf(Refused.class).hasMessage("fine.report.other-undertaking");
        assertThatThrownBy(() -> again(report, report.enterpriseNumber(), DECIDED)).isInstanceOf(Refused.class).hasMessage("fine.report.prosecutor-in-dossier");
        assertThat(again(report, report.enterpriseNumber(), null)).isEqualTo(dossier);
        assertThat(fines.get(dossier).prosecutor()).isNull();
    }

    @Test
    void nobody_stops_the_eight_months() {
        String dossier = registered(DECIDED);
        long term = jdbc.sql("select id from term where dossier = ? and rule = 'T-AGB-01'").param(dossier).query(Long.class).single();
        assertThatThrownBy(() -> desk.as("lieve", () -> {
            stopLapse.propose(term, LapseGround.BESLISSING_BETEKEND, "Toch maar niet.");
            return null;
        })).isInstanceOf(Refused.class).hasMessage("deadline.lapse.stop.by-law");
        assertThat(desk.as("lieve", () -> lapseBoard.all())).filteredOn(lapse -> lapse.dossier().equals(dossier)).singleElement().matches(lapse -> !lapse.mayPropose());
    }

    private String again(RegisterFine.Report report, String enterpriseNumber, LocalDate prosecutorOn) {
        return desk.as("fien", () -> registerFine.register(new RegisterFine.Report(report.number(), report.on(), enterpriseNumber, report.name(), report.offences(), report.facts(),
                prosecutorOn, null)));
    }

    private void change(String dossier, String amount) {
        desk.as("fien", () -> {
            changeFineAmount.change(dossier, new Fine.Proposal("NIVEAU_2", 1, new BigDecimal(amount), "De jurist vond het te hoog."));
            return null;
        });
    }

    private void undo(String person, String dossier, long entry) {
        desk.as(person, () -> {
            counterFineEntry.counter(dossier, entry, "Betaling van een ander dossier.");
            return null;
        });
    }

    @Test
    void the_register_has_the_earliest_last_day_first() {
        String later = registered(DECIDED.plusDays(2));
        String sooner = registered(DECIDED.minusDays(30));
        List<String> order = fines.register(true, null).stream().map(Fines.Line::dossier).filter(Set.of(later, sooner)::contains).toList();
        assertThat(order).containsExactly(sooner, later);
    }

    @AfterAll
    void every_end_and_boundary_event_was_reached() {
        Set<String> missed = new TreeSet<>(ReachedEvents.missing(jdbc, "administratieve-geldboete", played));
        missed.addAll(ReachedEvents.missing(jdbc, "geldboete-inning", played));
        assertThat(missed).isEmpty();
    }

    private String remember(String dossier) {
        played.add(dossier);
        return dossier;
    }

    private String registered(LocalDate prosecutorOn) {
        return remember(desk.registered(REPORTED, prosecutorOn));
    }

    private String imposed(String amount) {
        String dossier = registered(DECIDED);
        desk.send("fien", dossier, "UserTask_OpportuniteitBeoordelen", FineDesk.opportune());
        desk.send("els", dossier, "UserTask_VerweerRegistreren", TypedForms.defence(LocalDate.now(clock)));
        desk.send("fien", dossier, "UserTask_VerweerBeoordelen", Map.of("antwoord", "Het verweer verandert niets.", "vooruitzicht", "GEDEELTELIJK"));
        desk.amount(dossier, amount);
        desk.readyToSign(dossier);
        desk.sign(dossier);
        desk.post(dossier);
        return dossier;
    }

    private void pay(String person, String dossier, String amount) {
        desk.as(person, () -> {
            recordFinePayment.record(dossier, new BigDecimal(amount), LocalDate.now(clock), "+++090/9337/55493+++");
            return null;
        });
    }

    private void refund(String dossier, String amount) {
        desk.as("nele", () -> {
            recordFinePayment.refund(dossier, new BigDecimal(amount), LocalDate.now(clock), null);
            return null;
        });
    }

    private void agree(String dossier, int count, LocalDate first) {
        desk.as("fien", () -> {
            agreeFineInstalments.agree(dossier, InstalmentPlan.spread(fines.get(dossier).due(), count, first));
            return null;
        });
    }

    private void appeal(String dossier, LocalDate on) {
        desk.as("joke", () -> {
            recordFineAppeal.record(dossier, on, "AR 27/123/A");
            return null;
        });
    }

    private void rule(String person, String dossier, String ruling, String amount) {
        Map<String, Object> data = new java.util.HashMap<>(Map.of("uitspraak", ruling, "uitgesprokenOp", LocalDate.now(clock).toString(), "motivering", "Vonnis 27/55."));
        if (amount != null) {
            data.put("bedrag", amount);
        }
        desk.send(person, dossier, "UserTask_UitspraakRegistreren", data);
    }

    private long escalated(String dossier) {
        return jdbc.sql("select count(*) from term_escalation e join term t on t.id = e.term where t.dossier = ?").param(dossier).query(Long.class).single();
    }

    private List<String> alerts(String dossier) {
        return desk.as("fien", () -> myAlerts.list(10_000)).stream().filter(alert -> alert.dossier().equals(dossier) && alert.rule().equals("BOETE")).map(MyAlerts.Alert::sentence).toList();
    }

    private Map<String, Object> shown(String person, String dossier, String task) {
        return desk.as(person, () -> showTask.show(acts.task(dossier, task)).values());
    }

    private List<String> open(String dossier) {
        return openWork.ofDossier(dossier).stream().map(OpenWork.Row::taskKey).toList();
    }

    private List<String> running(String dossier) {
        return terms.of(dossier).stream().filter(term -> term.stoppedOn() == null).map(TermStanding::rule).toList();
    }

    private List<String> kinds(String dossier) {
        return letters.of(dossier).stream().map(Letters.Letter::kind).toList();
    }

    private List<String> sentences(String dossier) {
        return audit.of(dossier).stream().map(AuditLog.Line::sentence).toList();
    }
}
