package be.dossierwerk.recovery;

import be.dossierwerk.shared.InstalmentPlan;
import static be.dossierwerk.demo.TypedForms.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.HeldConnections;
import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.casework.ContestedAct;
import be.dossierwerk.casework.ContestedDecisions;
import be.dossierwerk.correspondence.Letters;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.demo.Acts;
import be.dossierwerk.deposit.Debts;
import be.dossierwerk.deposit.DepositEnd;
import be.dossierwerk.deposit.Deposits;
import be.dossierwerk.deposit.SettleDeposit;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.inbox.OpenWork;
import be.dossierwerk.inbox.ShowTask;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.transaction.support.TransactionTemplate;

/** The recovery procedure on the real engine and the real database, with a moved clock: every course, its days and its cents. */
@DossierwerkTest
@ExtendWith(HeldConnections.class)
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecoveryJourneyTest {

    private static final String UNDERTAKING = "0403170701";
    private static final String LINES = "03/2020; 100; niet bewezen; werklijst zonder handtekening\n04/2020; 50; bewezen; getekende werklijst";
    /** A hundred vouchers at 14.36 + 9 euro. */
    private static final String TOTAL = "2336.00";
    /** A Monday. */
    private static final LocalDate START = LocalDate.of(2027, 3, 1);

    @Autowired private Acts acts;
    @Autowired private DemoPeople people;
    @Autowired private CurrentActor currentActor;
    @Autowired private Dossiers dossiers;
    @Autowired private Terms terms;
    @Autowired private Letters letters;
    @Autowired private OpenWork openWork;
    @Autowired private StartRecovery startRecovery;
    @Autowired private Recoveries recoveries;
    @Autowired private RecordPayment recordPayment;
    @Autowired private ComputeRecovery computeRecovery;
    @Autowired private SetOff setOff;
    @Autowired private CallOnDeposit callOnDeposit;
    @Autowired private AgreeInstalments agreeInstalments;
    @Autowired private MissedInstalments missedInstalments;
    @Autowired private ProposeReduction proposeReduction;
    @Autowired private ReduceRecovery reduceRecovery;
    @Autowired private AnnulRecovery annulRecovery;
    @Autowired private RefundOverpayment refundOverpayment;
    @Autowired private ContestedRecovery contestedRecovery;
    @Autowired private ContestedDecisions decisions;
    @Autowired private TransactionTemplate transactions;
    @Autowired private Deposits deposits;
    @Autowired private SettleDeposit settleDeposit;
    @Autowired private ShowTask showTask;
    @Autowired private AuditLog audit;
    @Autowired private DueJobs jobs;
    @Autowired private MovableClock clock;
    @Autowired private RepositoryService repository;
    @Autowired private HistoryService history;

    private String from;

    @BeforeEach
    void background_executor_rests() {
        jobs.byHand();
        at(START, LocalTime.of(9, 0));
    }

    @AfterEach
    void clock_runs_again() {
        clock.release();
    }

    @Test
    void one_recovery_at_a_time_runs_from_a_dossier() {
        String dossier = begin();
        assertThat(dossier).matches("DC-TER-2027-\\d{5}");
        assertThat(terms.due(dossier, "T-TER-01")).isEqualTo("2027-04-30");
        assertThat(start("Geen werk bewezen")).isEqualTo(dossier);
        assertThatThrownBy(() -> start("Iets anders")).isInstanceOf(Refused.class).hasMessage("recovery.from-open");
    }

    @Test
    void lines_are_asked_back_until_each_is_right_and_checked_by_a_colleague() {
        String dossier = begin();
        for (var wrong : Map.of("03/2020 100 niet bewezen", "recovery.lines.text", "03/2020; 100; misschien; x", "recovery.lines.text",
                "03/1990; 100; niet bewezen; werklijst", "recovery.no-rate", "03/2020; 0; niet bewezen; werklijst", "recovery.lines.wrong").entrySet()) {
            assertThatThrownBy(() -> send("an", dossier, "UserTask_LijnenIngeven", Map.of("lijnen", wrong.getKey())))
                    .isInstanceOfSatisfying(Refused.class, refused -> {
                        assertThat(refused.key()).isEqualTo(wrong.getValue());
                        assertThat(refused.fields()).extracting(Refused.Field::name).containsExactly("lijnen");
                    });
        }
        assertThatThrownBy(() -> as("an", () -> computeRecovery.compute(dossier, List.of()))).isInstanceOf(Refused.class).hasMessage("recovery.by-procedure");
        send("an", dossier, "UserTask_LijnenIngeven", Map.of("lijnen", LINES));
        assertThat(recoveries.of(dossier).orElseThrow().calculation().total()).isEqualTo(TOTAL);
        assertThat(as("bram", () -> showTask.show(acts.task(dossier, "UserTask_BerekeningNazien")).values())).containsEntry("berekening",
                "03/2020: 100 cheques, werklijst zonder handtekening. Tegemoetkoming 1.436,00 euro en aanschafprijs 900,00 euro, samen 2.336,00 euro.\n"
                        + "04/2020: 50 cheques, getekende werklijst. Bewezen, dus niets terug te vorderen.\nTotaal: 2.336,00 euro");
        assertThatThrownBy(() -> send("an", dossier, "UserTask_BerekeningNazien", Map.of("akkoord", "JA"))).isInstanceOf(Refused.class).hasMessage("recovery.four-eyes");
        send("bram", dossier, "UserTask_BerekeningNazien", Map.of("akkoord", "NEE", "opmerking", "De maand klopt niet."));
        assertThat(open(dossier)).containsExactly("UserTask_LijnenIngeven");
    }

    @Test
    void a_defence_reduces_the_lines_and_never_raises_them() {
        String dossier = heard("GEDEELTELIJK", LINES);
        assertThatThrownBy(() -> send("an", dossier, "UserTask_LijnenVerminderen", Map.of("lijnen", "03/2020; 101; niet bewezen; werklijst")))
                .isInstanceOf(Refused.class).hasMessage("recovery.lines.more");
        send("an", dossier, "UserTask_LijnenVerminderen", Map.of("lijnen", "03/2020; 10; niet bewezen; werklijst"));
        decide(dossier, "TERUGVORDEREN", false);
        assertThat(recoveries.balance(dossier)).isEqualTo("233.60");
    }

    @Test
    void nothing_is_recovered_when_the_defence_convinces() {
        String dossier = heard("GUNSTIG", LINES);
        decide(dossier, "GEEN_TERUGVORDERING", false);
        ended(dossier, "GEEN_TERUGVORDERING");
        assertThat(recoveries.of(dossier).orElseThrow().entries()).isEmpty();
    }

    @Test
    void the_head_approves_a_large_recovery_and_a_payment_ends_it() {
        String dossier = heard("ONGUNSTIG", "03/2020; 1100; niet bewezen; werklijst");
        decide(dossier, "TERUGVORDEREN", true);
        pay(dossier, "25695.99");
        assertThat(dossiers.get(dossier).closedOn()).isNull();
        pay(dossier, "0.01");
        ended(dossier, "VOLDAAN");
    }

    @Test
    void what_was_paid_before_the_decision_is_not_asked_again() {
        String dossier = heard("ONGUNSTIG", LINES);
        pay(dossier, TOTAL);
        decide(dossier, "TERUGVORDEREN", false);
        ended(dossier, "VOLDAAN");
        assertThat(recoveries.balance(dossier)).isEqualTo("0.00");
    }

    @Test
    void without_payment_it_goes_by_reminder_and_notice_to_collection() {
        String dossier = decided();
        step(dossier, "T-TER-02", "aanmaning-betaling");
        step(dossier, "T-TER-03", "ingebrekestelling");
        at(terms.due(dossier, "T-TER-04").plusDays(1), LocalTime.of(0, 5));
        ended(dossier, "OVERGEDRAGEN_AAN_INVORDERING");
        assertThat(recoveries.balance(dossier)).isEqualTo(TOTAL);
    }

    @Test
    void a_plan_that_is_kept_ends_with_the_last_instalment() {
        String dossier = decided();
        LocalDate first = LocalDate.now(clock).plusMonths(1);
        plan(dossier, 3, first);
        assertThat(kinds(dossier)).contains("afbetalingsplan");
        for (int i = 0; i < 3; i++) {
            at(first.plusMonths(i), LocalTime.of(9, 0));
            assertThat(missedInstalments.look()).isZero();
            pay(dossier, i < 2 ? "778.66" : "778.68");
        }
        ended(dossier, "VOLDAAN");
    }

    @Test
    void a_missed_instalment_leads_back_to_the_reminder_and_a_new_plan_is_possible_after_each_letter() {
        String dossier = decided();
        LocalDate first = LocalDate.now(clock).plusDays(10);
        plan(dossier, 2, first);
        at(first, LocalTime.of(23, 0));
        assertThat(missedInstalments.look()).isZero();
        at(first.plusDays(1), LocalTime.of(0, 30));
        assertThat(missedInstalments.look()).isEqualTo(1);
        assertThat(missedInstalments.look()).isZero();
        assertThat(kinds(dossier)).contains("aanmaning-betaling");
        LocalDate second = LocalDate.now(clock).plusDays(5);
        plan(dossier, 2, second);
        at(second.plusDays(1), LocalTime.of(0, 30));
        assertThat(missedInstalments.look()).isEqualTo(1);
        step(dossier, "T-TER-03", "ingebrekestelling");
        plan(dossier, 2, LocalDate.now(clock).plusDays(5));
        at(LocalDate.now(clock).plusDays(60), LocalTime.of(9, 0));
        assertThat(dossiers.get(dossier).closedOn()).isNull();
    }

    @Test
    void set_off_and_deposit_pay_the_debt_too() {
        String dossier = decided();
        deposits.received(new Deposits.Payment(from, UNDERTAKING, new BigDecimal("25000"), LocalDate.now(clock), null));
        as("nele", () -> setOff.setOff(dossier, new BigDecimal("1000.36"), "Tegemoetkoming maart"));
        assertThat(recoveries.balance(dossier)).isEqualTo("1335.64");
        as("nele", () -> callOnDeposit.call(dossier, from, new BigDecimal("1335.64")));
        ended(dossier, "VOLDAAN");
        assertThat(deposits.of(from).orElseThrow().balance()).isEqualTo("23664.36");
    }

    @Test
    void a_debt_that_is_waived_ends_the_recovery() {
        String dossier = decided();
        long reduction = as("joke", () -> proposeReduction.propose(dossier, new BigDecimal(TOTAL), "De onderneming is vereffend."));
        as("tom", () -> reduceRecovery.reduce(reduction));
        ended(dossier, "KWIJTGESCHOLDEN_OF_VERMINDERD");
    }

    @Test
    void an_annulled_decision_is_reversed_to_the_cent() {
        String dossier = decided();
        pay(dossier, "500.25");
        as("joke", () -> {
            annulRecovery.annul(dossier, "De rechtbank vernietigde de beslissing.");
            return null;
        });
        ended(dossier, "GEANNULEERD");
        assertThat(recoveries.of(dossier).orElseThrow().overpaid()).isEqualTo("500.25");
    }

    @Test
    void an_annulment_in_the_middle_of_instalments_leaves_only_what_was_really_paid_and_a_second_one_changes_nothing() {
        String dossier = decided();
        deposits.received(new Deposits.Payment(from, UNDERTAKING, new BigDecimal("25000"), LocalDate.now(clock), null));
        UUID besluit = decisions.newest(dossier).orElseThrow();
        as("nele", () -> setOff.setOff(dossier, new BigDecimal("300.00"), "Tegemoetkoming maart"));
        as("nele", () -> callOnDeposit.call(dossier, from, new BigDecimal("436.00")));
        long reduction = as("joke", () -> proposeReduction.propose(dossier, new BigDecimal("100.00"), "Een deel blijkt bewezen."));
        as("tom", () -> reduceRecovery.reduce(reduction));
        LocalDate first = LocalDate.now(clock).plusMonths(1);
        plan(dossier, 3, first);
        at(first, LocalTime.of(9, 0));
        pay(dossier, "500.00");
        assertThat(recoveries.balance(dossier)).isEqualTo("1000.00");

        annul(dossier, besluit);
        RecoveryStanding standing = recoveries.of(dossier).orElseThrow();
        assertThat(standing.overpaid()).isEqualTo("500.00");
        assertThat(standing.state()).isEqualTo(RecoveryState.TERUG_TE_BETALEN);
        assertThat(recoveries.plan(dossier)).isEmpty();
        assertThat(deposits.of(from).orElseThrow().balance()).isEqualTo("25000.00");
        ended(dossier, "GEANNULEERD");
        int told = audit.of(dossier).size();
        annul(dossier, besluit);
        assertThat(recoveries.of(dossier).orElseThrow().entries()).isEqualTo(standing.entries());
        assertThat(audit.of(dossier)).hasSize(told);

        as("nele", () -> refundOverpayment.refund(dossier, new BigDecimal("500.00"), LocalDate.now(clock), null));
        assertThat(recoveries.balance(dossier)).isEqualTo("0.00");
        assertThat(standing.entries().stream().map(RecoveryEntry::kind)).contains(RecoveryEntry.Kind.VASTGESTELD, RecoveryEntry.Kind.TEGENGEBOEKT);
        assertThat(missedInstalments.look()).isZero();

        LocalDate ruled = LocalDate.now(clock);
        ruling(act -> act.reopen(dossier, "CallActivity_Horen", ruled, "de rechtbank vernietigde de beslissing"));
        assertThat(terms.due(dossier, "T-TER-01")).isEqualTo(ruled.plusDays(60));
        send("els", dossier, "UserTask_VerweerRegistreren", defence(LocalDate.now(clock)));
        send("an", dossier, "UserTask_VerweerBeoordelen", Map.of("antwoord", "Gelezen.", "vooruitzicht", "ONGUNSTIG"));
        at(ruled.plusDays(1), LocalTime.of(9, 0));
        decide(dossier, "TERUGVORDEREN", false);
        assertThat(recoveries.balance(dossier)).isEqualTo(TOTAL);
        assertThat(recoveries.of(dossier).orElseThrow().state()).isEqualTo(RecoveryState.TE_BETALEN);
        pay(dossier, TOTAL);
        ended(dossier, "VOLDAAN");
    }

    @Test
    void while_the_decision_is_suspended_nothing_is_collected_and_the_instalments_move_along(CapturedOutput output) {
        String dossier = decided();
        deposits.received(new Deposits.Payment(from, UNDERTAKING, new BigDecimal("25000"), LocalDate.now(clock), null));
        UUID besluit = decisions.newest(dossier).orElseThrow();
        LocalDate first = LocalDate.now(clock).plusDays(20);
        plan(dossier, 2, first);
        LocalDate suspended = LocalDate.now(clock).plusDays(5);
        at(suspended, LocalTime.of(9, 0));
        for (int i = 0; i < 2; i++) {
            ruling(act -> act.suspend(dossier, besluit, suspended, "Schorsing"));
        }
        assertThat(audit.of(dossier)).filteredOn(line -> line.action().equals("INVORDERING_GESCHORST")).hasSize(1);
        at(suspended.plusDays(100), LocalTime.of(9, 0));
        assertThat(missedInstalments.look()).isZero();
        // Nor was it tried: a reminder without a last day would fail and be told in the log.
        assertThat(output).doesNotContain("The plan of " + dossier + " was not looked at");
        assertThatThrownBy(() -> as("nele", () -> callOnDeposit.call(dossier, from, BigDecimal.TEN))).isInstanceOf(Refused.class).hasMessage("recovery.suspended");
        assertThatThrownBy(() -> as("nele", () -> setOff.setOff(dossier, BigDecimal.TEN, "Tegemoetkoming"))).isInstanceOf(Refused.class).hasMessage("recovery.suspended");
        assertThat(kinds(dossier)).doesNotContain("aanmaning-betaling");
        for (int i = 0; i < 2; i++) {
            ruling(act -> act.resume(dossier, besluit, suspended.plusDays(100), "Verworpen"));
        }
        assertThat(recoveries.plan(dossier).orElseThrow().items()).extracting(InstalmentPlan.Item::dueOn).containsExactly(first.plusDays(100), first.plusMonths(1).plusDays(100));
        assertThat(missedInstalments.look()).isZero();
        at(first.plusDays(101), LocalTime.of(0, 30));
        assertThat(missedInstalments.look()).isEqualTo(1);
        assertThat(kinds(dossier)).contains("aanmaning-betaling");
    }

    private void annul(String dossier, UUID besluit) {
        ruling(act -> act.annul(dossier, besluit, LocalDate.now(clock), "De rechtbank vernietigde de beslissing."));
    }

    private void ruling(Consumer<ContestedAct> work) {
        as("joke", () -> {
            transactions.executeWithoutResult(status -> work.accept(contestedRecovery));
            return null;
        });
        jobs.run();
    }

    @Test
    void a_deposit_that_is_settled_pays_the_recovery_and_ends_its_procedure() {
        String dossier = decided();
        deposits.received(new Deposits.Payment(from, UNDERTAKING, new BigDecimal("25000"), LocalDate.now(clock), null));
        as("nele", () -> settleDeposit.settle(from, DepositEnd.NON_COMPLIANCE, new Debts(BigDecimal.ZERO, new BigDecimal(TOTAL), BigDecimal.ZERO), from, "Einde"));
        ended(dossier, "VOLDAAN");
        assertThat(recoveries.of(dossier).orElseThrow().sum(RecoveryEntry.Kind.WAARBORG)).isEqualTo(TOTAL);
        assertThat(deposits.of(from).orElseThrow().balance()).isEqualTo("0.00");
    }

    @Test
    void who_enters_the_lines_says_whether_there_is_fraud_and_the_term_follows() {
        String dossier = begin();
        assertThat(as("an", () -> showTask.show(acts.task(dossier, "UserTask_LijnenIngeven")).values())).containsEntry("verjaring", "GEWOON")
                .containsEntry("termijnen", "Een vordering zonder bedrog verjaart na 5 jaar, een vordering met bedrog na 10 jaar.");
        send("an", dossier, "UserTask_LijnenIngeven", Map.of("lijnen", LINES, "verjaring", "BEDROG"));
        assertThat(recoveries.of(dossier).orElseThrow().limitation()).satisfies(limitation -> {
            assertThat(limitation.kind()).isEqualTo(LimitationKind.BEDROG);
            assertThat(limitation.on()).isEqualTo("2030-03-01");
        });
        assertThat(audit.of(dossier)).extracting(AuditLog.Line::sentence).contains("An Peeters noteerde dat de vordering met bedrog is. Ze verjaart na 10 jaar.");
        send("bram", dossier, "UserTask_BerekeningNazien", Map.of("akkoord", "NEE", "opmerking", "Er is geen bedrog."));
        send("an", dossier, "UserTask_LijnenIngeven", Map.of("lijnen", LINES, "verjaring", "GEWOON"));
        assertThat(recoveries.of(dossier).orElseThrow().limitation().on()).isEqualTo("2025-03-01");
    }

    @AfterAll
    void every_place_of_the_diagram_was_visited() {
        Set<String> missed = new TreeSet<>();
        var definition = repository.createProcessDefinitionQuery().processDefinitionKey("terugvordering").latestVersion().singleResult();
        for (FlowNode node : repository.getBpmnModelInstance(definition.getId()).getModelElementsByType(FlowNode.class)) {
            if (history.createHistoricActivityInstanceQuery().activityId(node.getId()).processDefinitionId(definition.getId()).count() == 0) {
                missed.add(node.getId());
            }
        }
        assertThat(missed).isEmpty();
    }

    private String begin() {
        from = as("an", () -> dossiers.open(new Dossiers.NewDossier("erkenning", "ERK", "Poets en Plooi bv", UNDERTAKING, "Gent", "AMBTSHALVE",
                LocalDate.now(clock), "an", null)));
        return start("Geen werk bewezen");
    }

    private String start(String reason) {
        return as("an", () -> startRecovery.start(UNDERTAKING, from, LimitationKind.GEWOON, reason));
    }

    private String heard(String outlook, String lines) {
        String dossier = begin();
        send("an", dossier, "UserTask_LijnenIngeven", Map.of("lijnen", lines));
        send("bram", dossier, "UserTask_BerekeningNazien", Map.of("akkoord", "JA"));
        assertThat(kinds(dossier)).contains("voornemen-terugvordering");
        send("els", dossier, "UserTask_VerweerRegistreren", defence(LocalDate.now(clock)));
        send("an", dossier, "UserTask_VerweerBeoordelen", Map.of("antwoord", "Gelezen.", "vooruitzicht", outlook));
        return dossier;
    }

    private String decided() {
        String dossier = heard("ONGUNSTIG", LINES);
        decide(dossier, "TERUGVORDEREN", false);
        assertThat(recoveries.balance(dossier)).isEqualTo(TOTAL);
        assertThat(terms.due(dossier, "T-TER-02")).isAfterOrEqualTo(LocalDate.now(clock).plusDays(30));
        return dossier;
    }

    private void decide(String dossier, String outcome, boolean head) {
        send("an", dossier, "UserTask_BeslissingOpstellen", Map.of("uitkomst", outcome, "motieven", "Het verweer is gelezen en beantwoord."));
        send("joke", dossier, "UserTask_JuridischNazicht", legalCheck(true));
        if (head) {
            send("lieve", dossier, "UserTask_BeslissingGoedkeuren", Map.of("goedgekeurd", "JA"));
        }
        send("karel", dossier, "UserTask_Ondertekenen", signature());
        jobs.run();
        send("els", dossier, "UserTask_ZendingRegistreren", posted(LocalDate.now(clock), 7));
        jobs.run();
    }

    private void step(String dossier, String rule, String letter) {
        LocalDate last = terms.due(dossier, rule);
        at(last, LocalTime.of(23, 30));
        assertThat(kinds(dossier)).doesNotContain(letter);
        at(last.plusDays(1), LocalTime.of(0, 5));
        assertThat(kinds(dossier)).contains(letter);
    }

    private void pay(String dossier, String amount) {
        as("nele", () -> recordPayment.record(dossier, new BigDecimal(amount), LocalDate.now(clock), null));
    }

    private void plan(String dossier, int count, LocalDate first) {
        as("nele", () -> {
            agreeInstalments.agree(dossier, InstalmentPlan.spread(recoveries.balance(dossier), count, first));
            return null;
        });
    }

    private void ended(String dossier, String outcome) {
        assertThat(dossiers.get(dossier).outcome()).isEqualTo(outcome);
        assertThat(openWork.ofDossier(dossier)).isEmpty();
        assertThat(terms.of(dossier)).noneMatch(term -> term.rule().startsWith("T-TER") && term.stoppedOn() == null);
    }

    private List<String> open(String dossier) {
        return openWork.ofDossier(dossier).stream().map(OpenWork.Row::taskKey).toList();
    }

    private List<String> kinds(String dossier) {
        return letters.of(dossier).stream().map(Letters.Letter::kind).toList();
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
