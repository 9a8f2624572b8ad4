package be.dossierwerk.withdrawal;

import static be.dossierwerk.demo.TypedForms.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.casework.ContestedAct;
import be.dossierwerk.casework.ContestedDecisions;
import be.dossierwerk.deadline.TermStanding;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.deposit.Debts;
import be.dossierwerk.deposit.DepositEnd;
import be.dossierwerk.deposit.DepositState;
import be.dossierwerk.deposit.Deposits;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.inbox.OpenWork;
import be.dossierwerk.infringement.InspectionReport;
import be.dossierwerk.infringement.ReceiveInspectionReport;
import be.dossierwerk.infringement.Retentions;
import be.dossierwerk.recognition.Application;
import be.dossierwerk.recognition.RecognitionStatus;
import be.dossierwerk.recognition.Recognitions;
import be.dossierwerk.recovery.Recoveries;
import be.dossierwerk.recovery.RecoveryState;
import be.dossierwerk.recovery.Standstill;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.AttachedFile;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.sources.AskSources;
import be.dossierwerk.sources.Facts;
import be.dossierwerk.sources.RepaymentPlan;
import be.dossierwerk.sources.SimulatedSources;
import be.dossierwerk.sources.Source;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What a ruling does to the decisions about recognitions, on the real engine and database with a moved clock (procedures.md 1.10). */
@DossierwerkTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContestedActsTest {

    private static final LocalDate RECOGNISED = LocalDate.of(2027, 3, 1);
    /** A Tuesday. */
    private static final LocalDate STARTED = LocalDate.of(2027, 6, 1);
    /** A Monday. */
    private static final LocalDate RULED = LocalDate.of(2028, 2, 7);
    private static final String RULING = "Arrest 259.001 van de Raad van State";
    private static final String BECAUSE = "de Raad van State vernietigde de beslissing";
    private static final String SIGNATORY = "Leen Verhoeven";
    private static int undertakings = 1500;

    @Autowired private Acts acts;
    @Autowired private DemoPeople people;
    @Autowired private CurrentActor currentActor;
    @Autowired private List<ContestedAct> contestedActs;
    @Autowired private ContestedDecisions decisions;
    @Autowired private FileVoluntaryRequest fileVoluntaryRequest;
    @Autowired private StartExOfficio startExOfficio;
    @Autowired private ReceiveInspectionReport receive;
    @Autowired private Retentions retentions;
    @Autowired private AnnulWithdrawal annulWithdrawal;
    @Autowired private Recognitions recognitions;
    @Autowired private Recoveries recoveries;
    @Autowired private Standstill standstill;
    @Autowired private Deposits deposits;
    @Autowired private AskSources askSources;
    @Autowired private SimulatedSources sources;
    @Autowired private Dossiers dossiers;
    @Autowired private Terms terms;
    @Autowired private AuditLog audit;
    @Autowired private OpenWork openWork;
    @Autowired private DueJobs jobs;
    @Autowired private MovableClock clock;
    @Autowired private JdbcClient jdbc;
    @Autowired private TransactionTemplate transactions;

    private String recognition;
    private UUID annulled;

    @BeforeEach
    void background_executor_rests() {
        jobs.byHand();
    }

    @AfterEach
    void clock_runs_again() {
        clock.release();
        sources.forget();
    }

    @Test
    void a_refusal_that_is_annulled_takes_the_deposit_back_and_can_become_a_grant() {
        recognition = applied("ONGUNSTIG");
        decide(recognition, decision("GEWEIGERD", List.of()), false);
        assertThat(deposits.of(recognition).orElseThrow().state()).isEqualTo(DepositState.VRIJGEGEVEN);
        UUID refusal = signed(recognition);
        at(RULED);
        suspend(recognition, refusal);
        assertThat(sentences(recognition)).anyMatch(line -> line.contains("Een geschorste weigering geeft nog geen erkenning"));
        assertThat(messages(recognition)).isEmpty();
        annulTwice(recognition, refusal);
        assertThat(deposits.of(recognition).orElseThrow()).satisfies(deposit -> {
            assertThat(deposit.balance()).isEqualTo("25000.00");
            assertThat(deposit.blocked()).isTrue();
        });
        reopen(recognition, "CallActivity_Besluit");
        assertThat(open(recognition)).containsExactly("UserTask_BeslissingOpstellen");
        // 120 days from the ruling, and the first term stays as it stopped.
        assertThat(terms.due(recognition, "T-REC-01")).isEqualTo("2028-06-06");
        assertThat(terms.of(recognition)).filteredOn(term -> term.rule().equals("T-REC-01")).extracting(TermStanding::startedOn).containsExactly(RECOGNISED, RULED);
        decide(recognition, with(decision("ERKEND", List.of("SCHOONMAKEN")), "afwijkingAdvies", "De Raad van State zag het anders."), false);
        assertThat(dossiers.get(recognition).outcome()).isEqualTo("ERKEND");
        assertThat(recognitions.of(recognition).status()).isEqualTo(RecognitionStatus.ERKEND);
        assertThat(terms.due(recognition, "T-REC-01")).isNull();
    }

    @Test
    void a_grant_stands_still_works_again_and_falls_away_and_the_procedure_goes_to_the_committee_again() {
        recognition = recognised();
        String number = recognitions.of(recognition).recognitionNumber();
        UUID grant = signed(recognition);
        at(RULED);
        suspend(recognition, grant);
        assertThat(recognitions.of(recognition)).satisfies(now -> {
            assertThat(now.status()).isEqualTo(RecognitionStatus.GESCHORST);
            assertThat(now.suspendedOn()).isEqualTo(RULED);
            assertThat(now.endedOn()).isEqualTo(RULED);
        });
        assertThat(recognitions.active(recognitions.of(recognition).enterpriseNumber())).isEmpty();
        at(RULED.plusDays(30));
        resume(recognition, grant);
        assertThat(recognitions.of(recognition)).satisfies(now -> {
            assertThat(now.status()).isEqualTo(RecognitionStatus.ERKEND);
            assertThat(now.suspendedOn()).isNull();
            assertThat(now.endedOn()).isNull();
        });
        annulTwice(recognition, grant);
        assertThat(recognitions.of(recognition).status()).isEqualTo(RecognitionStatus.VERNIETIGD);
        assertThat(recognitions.of(recognition).endedOn()).isEqualTo(RULED.plusDays(30));
        assertThat(messages(recognition)).containsExactly("ERKENNING_TOEGEKEND", "ERKENNING_GESCHORST", "ERKENNING_WERKT_OPNIEUW", "ERKENNING_VERNIETIGD");

        reopen(recognition, "CallActivity_Commissie");
        assertThat(terms.due(recognition, "T-REC-02")).isEqualTo(RULED.plusDays(100));
        send("sofie", recognition, "UserTask_OpAgendaPlaatsen", agenda(today()));
        send("sofie", recognition, "UserTask_AdviesRegistreren", advice("GUNSTIG", today()));
        decide(recognition, decision("ERKEND", List.of("SCHOONMAKEN")), false);
        assertThat(recognitions.of(recognition)).satisfies(again -> {
            assertThat(again.status()).isEqualTo(RecognitionStatus.ERKEND);
            assertThat(again.recognitionNumber()).isEqualTo(number);
            assertThat(again.endedOn()).isNull();
        });
    }

    @Test
    void an_annulled_grant_can_be_refused_after_a_new_examination_and_a_new_hearing() {
        recognition = recognised();
        UUID grant = signed(recognition);
        at(RULED);
        annulTwice(recognition, grant);
        reopen(recognition, "CallActivity_Volledigheid");
        send("an", recognition, "UserTask_VolledigheidNagaan", complete());
        examine(recognition);
        send("an", recognition, "UserTask_VoorwaardenBeoordelen", conditionsWithDebt());
        send("an", recognition, "UserTask_NotaOpstellen", note("ONGUNSTIG"));
        at(terms.due(recognition, "T-HOR-01").plusDays(1));
        assertThat(open(recognition)).containsExactly("UserTask_OpAgendaPlaatsen");
        send("sofie", recognition, "UserTask_OpAgendaPlaatsen", agenda(today()));
        send("sofie", recognition, "UserTask_AdviesRegistreren", advice("ONGUNSTIG", today()));
        decide(recognition, decision("GEWEIGERD", List.of()), false);
        assertThat(dossiers.get(recognition).outcome()).isEqualTo("GEWEIGERD");
        assertThat(recognitions.of(recognition).status()).isEqualTo(RecognitionStatus.VERNIETIGD);
    }

    @Test
    void a_withdrawal_after_an_infringement_stands_still_is_undone_and_heard_again() {
        recognition = recognised();
        at(STARTED);
        String dossier = reported("5000.00", "NEE");
        heardAndAdvised(dossier);
        decide(dossier, infringement("INTREKKING_ZONDER_VOORWAARDEN"), true);
        String recovery = jdbc.sql("select dossier from recovery_course where from_dossier = ?").param(dossier).query(String.class).single();
        recover(recovery);
        assertThat(deposits.of(recognition).orElseThrow().state()).isEqualTo(DepositState.VERBEURD);
        assertThat(recognitions.of(recognition).status()).isEqualTo(RecognitionStatus.INGETROKKEN_INBREUK);
        BigDecimal owed = recoveries.balance(recovery);
        UUID withdrawal = signed(dossier);

        at(LocalDate.now(clock).plusDays(5));
        LocalDate suspended = today();
        LocalDate due = terms.due(recovery, "T-TER-02");
        suspend(dossier, withdrawal);
        assertThat(recognitions.of(recognition)).satisfies(now -> {
            assertThat(now.status()).isEqualTo(RecognitionStatus.ERKEND);
            assertThat(now.suspendedOn()).isEqualTo(suspended);
            assertThat(now.endedOn()).isNull();
        });
        assertThat(deposits.of(recognition).orElseThrow().suspended()).isTrue();
        assertThatThrownBy(() -> as("nele", () -> deposits.release(recognition, DepositEnd.VOLUNTARY, Debts.NONE, dossier, "Einde"))).isInstanceOf(Refused.class);
        assertThat(standstill.since(recovery)).contains(suspended);
        assertThat(terms.due(recovery, "T-TER-02")).isNull();
        // A second ruling, on the recovery itself, that ends sooner does not lift the first.
        suspend(recovery, signed(recovery));
        resume(recovery, signed(recovery));
        assertThat(standstill.since(recovery)).contains(suspended);
        assertThat(sentences(recovery)).contains("De invordering blijft stilstaan: de beslissing in dossier %s is nog geschorst.".formatted(dossier));
        at(today().plusDays(200));
        assertThat(letterKinds(recovery)).doesNotContain("aanmaning-betaling");
        assertThat(recoveries.balance(recovery)).isEqualTo(owed);

        resume(dossier, withdrawal);
        assertThat(recognitions.of(recognition).status()).isEqualTo(RecognitionStatus.INGETROKKEN_INBREUK);
        assertThat(recognitions.of(recognition).endedOn()).isEqualTo(suspended.plusDays(200));
        // A Saturday rolled to Monday 2 August; 200 days later it ends on a Wednesday.
        assertThat(due).isEqualTo("2027-08-02");
        assertThat(terms.due(recovery, "T-TER-02")).isEqualTo("2028-02-16");
        at(terms.due(recovery, "T-TER-02").plusDays(1));
        assertThat(letterKinds(recovery)).contains("aanmaning-betaling");

        at(RULED.plusYears(1));
        suspend(dossier, withdrawal);
        annulTwice(dossier, withdrawal);
        assertThat(recognitions.of(recognition)).satisfies(now -> {
            assertThat(now.status()).isEqualTo(RecognitionStatus.ERKEND);
            assertThat(now.suspendedOn()).isNull();
        });
        assertThat(deposits.of(recognition).orElseThrow()).satisfies(deposit -> {
            assertThat(deposit.balance()).isEqualTo("25000.00");
            assertThat(deposit.suspended()).isFalse();
            assertThat(deposit.blocked()).isTrue();
        });
        assertThat(recoveries.of(recovery).orElseThrow().state()).isEqualTo(RecoveryState.VERNIETIGD);
        assertThat(recoveries.balance(recovery)).isEqualTo("0.00");
        assertThat(dossiers.get(recovery).closedOn()).isNotNull();
        assertThat(openWork.ofDossier(recovery)).isEmpty();
        assertThat(messages(dossier)).contains("INTREKKING_GESCHORST", "INTREKKING_WERKT_OPNIEUW", "INTREKKING_ONGEDAAN");
        assertThat(sentences(dossier)).anyMatch(line -> line.contains("rechten op het opleidingsfonds gelden weer"));

        reopen(dossier, "CallActivity_Horen");
        assertThat(terms.due(dossier, "T-INB-01")).isEqualTo(today().plusDays(180));
        assertThat(open(dossier)).containsExactly("UserTask_VerweerRegistreren");
        heardAndAdvised(dossier);
        decide(dossier, infringement("INTREKKING_ZONDER_VOORWAARDEN"), true);
        assertThat(dossiers.get(dossier).outcome()).isEqualTo("INTREKKING_ZONDER_VOORWAARDEN");
        assertThat(recognitions.of(recognition).status()).isEqualTo(RecognitionStatus.INGETROKKEN_INBREUK);
        assertThat(deposits.of(recognition).orElseThrow().state()).isEqualTo(DepositState.VERBEURD);
        assertThat(jdbc.sql("select count(*) from recovery_course where from_dossier = ?").param(dossier).query(Long.class).single()).isEqualTo(2);
    }

    @Test
    void the_conditions_of_a_withdrawal_wait_for_the_end_of_the_suspension_and_end_with_the_annulment() {
        recognition = recognised();
        at(STARTED);
        String dossier = reported(null, "NEE");
        heardAndAdvised(dossier);
        decide(dossier, infringement("INTREKKING_MET_VOORWAARDEN"), true);
        String followUp = jdbc.sql("select dossier from withdrawal_follow_up where infringement_case = ?").param(dossier).query(String.class).single();
        send("an", followUp, "UserTask_VoorwaardenRegistreren", Map.of("v1Tekst", "Stop met tuinwerk.", "v1Bewijs", "Planning."));
        LocalDate due = terms.due(followUp, "T-INB-04");
        UUID withdrawal = signed(dossier);
        at(today().plusDays(10));
        suspend(dossier, withdrawal);
        assertThat(recognitions.of(recognition).status()).isEqualTo(RecognitionStatus.ERKEND);
        at(today().plusDays(120));
        assertThat(open(followUp)).containsExactly("UserTask_BewijsRegistreren");
        assertThat(letterKinds(followUp)).doesNotContain("herinnering").hasSize(1);
        resume(dossier, withdrawal);
        assertThat(recognitions.of(recognition).status()).isEqualTo(RecognitionStatus.ERKEND_VOORWAARDELIJK);
        assertThat(terms.due(followUp, "T-INB-04")).isAfterOrEqualTo(due.plusDays(120)).isBefore(due.plusDays(126));
        at(terms.due(followUp, "T-INB-04").plusDays(1));
        assertThat(open(followUp)).containsExactly("UserTask_VoorwaardenBeoordelen");
        annulTwice(dossier, withdrawal);
        assertThat(recognitions.of(recognition).status()).isEqualTo(RecognitionStatus.ERKEND);
        assertThat(dossiers.get(followUp).outcome()).isEqualTo("ZONDER_VOORWERP");
        assertThat(openWork.ofDossier(followUp)).isEmpty();
        reopen(dossier, "ServiceTask_SanctieVoorstellen");
        decide(dossier, infringement("WAARSCHUWING"), false);
        assertThat(dossiers.get(dossier).outcome()).isEqualTo("WAARSCHUWING");
    }

    @Test
    void a_decision_about_more_time_changes_nothing_in_the_register_and_a_follow_up_that_ended_stands_still_with_its_withdrawal() {
        recognition = recognised();
        at(STARTED);
        String dossier = reported(null, "NEE");
        heardAndAdvised(dossier);
        decide(dossier, infringement("INTREKKING_MET_VOORWAARDEN"), true);
        String followUp = jdbc.sql("select dossier from withdrawal_follow_up where infringement_case = ?").param(dossier).query(String.class).single();
        send("an", followUp, "UserTask_VoorwaardenRegistreren", Map.of("v1Tekst", "Stop met tuinwerk.", "v1Bewijs", "Planning."));
        at(terms.due(followUp, "T-INB-04").plusDays(1));
        send("an", followUp, "UserTask_VoorwaardenBeoordelen", Map.of("v1Oordeel", "NIET_VERVULD", "v1Waarom", "Geen planning.", "vervolg", "VERLENGEN"));
        decide(followUp, infringement("NIET_VERLENGD"), false);
        UUID noMoreTime = signed(followUp);
        suspend(followUp, noMoreTime);
        assertThat(recognitions.of(recognition).status()).isEqualTo(RecognitionStatus.ERKEND_VOORWAARDELIJK);
        assertThat(sentences(followUp)).contains("Deze beslissing ging alleen over meer tijd: de schorsing verandert niets in het register.");
        resume(followUp, noMoreTime);
        at(terms.due(followUp, "T-HOR-01").plusDays(1));
        decide(followUp, infringement("INTREKKING_UITWERKING"), true);
        assertThat(recognitions.of(recognition).status()).isEqualTo(RecognitionStatus.INGETROKKEN_INBREUK);
        // The end of the recognition is not the decision about more time.
        annulTwice(followUp, noMoreTime);
        assertThat(recognitions.of(recognition).status()).isEqualTo(RecognitionStatus.INGETROKKEN_INBREUK);
        suspend(dossier, signed(dossier));
        assertThat(recognitions.of(recognition).status()).isNotEqualTo(RecognitionStatus.INGETROKKEN_INBREUK);
        assertThat(sentences(dossier)).noneMatch(line -> line.startsWith("De schorsing verandert niets in het register"));
        resume(dossier, signed(dossier));
        assertThat(recognitions.of(recognition).status()).isEqualTo(RecognitionStatus.INGETROKKEN_INBREUK);
        annulTwice(followUp, signed(followUp));
        reopen(followUp, "UserTask_VoorwaardenBeoordelen");
        assertThat(jdbc.sql("select standing is null from withdrawal_follow_up where dossier = ?").param(followUp).query(Boolean.class).single()).isTrue();
        assertThat(open(followUp)).containsExactly("UserTask_VoorwaardenBeoordelen");
    }

    @Test
    void a_retention_stands_still_and_is_lifted_with_what_was_held_back() {
        recognition = recognised();
        at(STARTED);
        String dossier = reported(null, "JA");
        send("an", dossier, "UserTask_InhoudingVoorstellen", Map.of("motieven", "Het risico is groot."));
        decide(dossier, Map.of("uitkomst", "INHOUDING_VOLLEDIG", "motieven", "Motieven.", "evenredigheid", "Nodig."), false);
        UUID retention = signed(dossier);
        LocalDate review = terms.due(dossier, "T-INB-03");
        suspend(dossier, retention);
        at(review.plusDays(10));
        assertThat(open(dossier)).doesNotContain("UserTask_InhoudingHerzien");
        resume(dossier, retention);
        at(terms.due(dossier, "T-INB-03").plusDays(1));
        assertThat(open(dossier)).contains("UserTask_InhoudingHerzien");
        send("an", dossier, "UserTask_InhoudingHerzien", Map.of("keuze", "BEHOUDEN", "geblokkeerd", "812.50", "motieven", "Nog nodig."));
        annulTwice(dossier, retention);
        assertThat(retentions.current(dossier)).isEmpty();
        assertThat(retentions.of(dossier)).last().satisfies(line -> assertThat(line.blockedTotal()).isEqualByComparingTo("0"));
        assertThat(messages(dossier)).contains("INHOUDING_GESCHORST", "INHOUDING_HERVAT", "INHOUDING_VRIJGEGEVEN");
        assertThat(act(dossier).restarts(dossier, retention)).isEmpty();
        ruled(() -> act(dossier).reopen(dossier, "CallActivity_Horen", today(), BECAUSE));
        assertThat(sentences(dossier)).contains("De procedure loopt nog en wordt daarom niet opnieuw gestart.");
        // The file itself goes on to its own decision.
        if (open(dossier).contains("UserTask_VerweerRegistreren")) {
            at(terms.due(dossier, "T-HOR-01").plusDays(1));
        }
        advised(dossier);
        decide(dossier, infringement("WAARSCHUWING"), false);
        assertThat(dossiers.get(dossier).outcome()).isEqualTo("WAARSCHUWING");
    }

    @Test
    void an_ex_officio_withdrawal_is_undone_by_the_lawyer_the_same_way_and_heard_again() {
        recognition = recognised();
        at(STARTED);
        String number = recognitions.of(recognition).enterpriseNumber();
        String dossier = as("tom", () -> startExOfficio.start(StartExOfficio.Request.of(number, "AMB-INACT", "2026-06/2027-05", "Geen cheques ingediend.")));
        at(terms.due(dossier, "T-HOR-01").plusDays(1));
        decide(dossier, Map.of(), true);
        LocalDate ended = recognitions.of(recognition).endedOn();
        UUID withdrawal = signed(dossier);
        at(RULED);
        suspend(dossier, withdrawal);
        assertThat(recognitions.of(recognition).status()).isEqualTo(RecognitionStatus.ERKEND);
        resume(dossier, withdrawal);
        as("joke", () -> {
            annulWithdrawal.annul(dossier, RULING);
            return null;
        });
        annulTwice(dossier, withdrawal);
        assertThat(recognitions.of(recognition).status()).isEqualTo(RecognitionStatus.ERKEND);
        assertThat(deposits.of(recognition).orElseThrow().balance()).isEqualTo("25000.00");
        reopen(dossier, "CallActivity_Horen");
        assertThat(terms.due(dossier, "T-AMB-01")).isEqualTo(RULED.plusDays(30));
        at(terms.due(dossier, "T-HOR-01").plusDays(1));
        decide(dossier, Map.of(), true);
        assertThat(dossiers.get(dossier).outcome()).isEqualTo("INGETROKKEN_AMBTSHALVE");
        assertThat(recognitions.of(recognition).endedOn()).isEqualTo("2028-03-01").isAfter(ended);
    }

    @Test
    void who_was_recognised_anew_meanwhile_does_not_get_two_recognitions() {
        String newer = recognised();
        recognition = recognised();
        at(STARTED);
        String number = recognitions.of(recognition).enterpriseNumber();
        String dossier = as("tom", () -> startExOfficio.start(StartExOfficio.Request.of(number, "AMB-INACT", "2026-06/2027-05", "Geen cheques ingediend.")));
        at(terms.due(dossier, "T-HOR-01").plusDays(1));
        decide(dossier, Map.of(), true);
        UUID withdrawal = signed(dossier);
        jdbc.sql("update recognition set enterprise_number = ? where dossier = ?").params(number, newer).update();
        suspend(dossier, withdrawal);
        assertThat(recognitions.of(recognition).status()).isEqualTo(RecognitionStatus.INGETROKKEN_AMBTSHALVE);
        annulTwice(dossier, withdrawal);
        assertThat(recognitions.of(recognition).status()).isEqualTo(RecognitionStatus.INGETROKKEN_AMBTSHALVE);
        assertThat(recognitions.active(number)).get().satisfies(active -> assertThat(active.dossier()).isEqualTo(newer));
        assertThat(sentences(dossier)).anyMatch(line -> line.startsWith("De onderneming kreeg intussen een andere erkenning"))
                .anyMatch(line -> line.endsWith("Voor het uitgiftebedrijf verandert er niets."));
        assertThat(messages(dossier)).doesNotContain("INTREKKING_ONGEDAAN");
    }

    @Test
    void a_withdrawal_on_request_is_undone_and_decided_again() {
        recognition = recognised();
        at(STARTED);
        String dossier = voluntary();
        UUID withdrawal = signed(dossier);
        assertThat(deposits.of(recognition).orElseThrow().state()).isEqualTo(DepositState.VRIJGEGEVEN);
        at(RULED);
        suspend(dossier, withdrawal);
        annulTwice(dossier, withdrawal);
        assertThat(recognitions.of(recognition).status()).isEqualTo(RecognitionStatus.ERKEND);
        assertThat(deposits.of(recognition).orElseThrow().balance()).isEqualTo("25000.00");
        reopen(dossier, "CallActivity_Besluit");
        assertThat(terms.due(dossier, "T-INV-01")).isEqualTo(RULED.plusDays(30));
        decide(dossier, Map.of(), false);
        assertThat(dossiers.get(dossier).outcome()).isEqualTo("INGETROKKEN_VRIJWILLIG");
        assertThat(deposits.of(recognition).orElseThrow().state()).isEqualTo(DepositState.VRIJGEGEVEN);
    }

    @Test
    void each_procedure_with_decisions_has_one_way_to_undo_them() {
        assertThat(contestedActs).extracting(ContestedAct::process).doesNotHaveDuplicates().contains("erkenning", "inbreukdossier", "opvolging-voorwaarden",
                "intrekking-ambtshalve", "intrekking-vrijwillig", "terugvordering");
        assertThatThrownBy(() -> ruled(() -> act("DC-ERK-0", "erkenning").reopen("DC-ERK-0", "Gateway_Nergens", RULED, BECAUSE))).isInstanceOf(IllegalArgumentException.class);
    }

    private ContestedAct act(String dossier, String process) {
        return contestedActs.stream().filter(act -> act.process().equals(process)).findFirst().orElseThrow();
    }

    private ContestedAct act(String dossier) {
        return act(dossier, dossiers.get(dossier).procedure());
    }

    private void suspend(String dossier, UUID besluit) {
        ruled(() -> act(dossier).suspend(dossier, besluit, today(), RULING));
        List<String> told = sentences(dossier);
        ruled(() -> act(dossier).suspend(dossier, besluit, today(), RULING));
        assertThat(sentences(dossier)).hasSameSizeAs(told);
        assertThat(decisions.suspended(dossier)).isTrue();
    }

    private void resume(String dossier, UUID besluit) {
        ruled(() -> act(dossier).resume(dossier, besluit, today(), RULING));
        List<String> told = sentences(dossier);
        ruled(() -> act(dossier).resume(dossier, besluit, today(), RULING));
        assertThat(sentences(dossier)).hasSameSizeAs(told);
        assertThat(decisions.suspended(dossier)).isFalse();
    }

    /** The second time nothing moves: not in the register, not on a ledger, not in the timeline, not to the issuing company. */
    private void annulTwice(String dossier, UUID besluit) {
        ruled(() -> act(dossier).annul(dossier, besluit, today(), RULING));
        annulled = besluit;
        List<Object> after = everything(dossier);
        ruled(() -> act(dossier).annul(dossier, besluit, today(), RULING));
        assertThat(everything(dossier).toString().split(", ")).as("second annulment").hasSameSizeAs(after.toString().split(", ")).isEqualTo(after.toString().split(", "));
        assertThat(decisions.suspended(dossier)).isFalse();
        assertThat(decisions.newest(dossier)).isNotEqualTo(java.util.Optional.of(besluit));
    }

    private List<Object> everything(String dossier) {
        return List.of(sentences(dossier), messages(dossier), recognitions.history(recognition), deposits.of(recognition).orElseThrow().movements(),
                jdbc.sql("select id, kind, amount from recovery_entry order by id").query().listOfRows(), retentions.of(dossier), terms.of(dossier).toString());
    }

    private void reopen(String dossier, String element) {
        assertThat(act(dossier).restarts(dossier, annulled)).extracting(ContestedAct.Restart::element).contains(element);
        ruled(() -> act(dossier).reopen(dossier, element, today(), BECAUSE));
        jobs.run();
    }

    private void ruled(Runnable work) {
        as("joke", () -> {
            transactions.executeWithoutResult(status -> work.run());
            return null;
        });
    }

    private UUID signed(String dossier) {
        return decisions.newest(dossier).orElseThrow();
    }

    private List<String> messages(String dossier) {
        return jdbc.sql("select payload ->> 'bericht' from outbox where dossier = ? and payload ->> 'systeem' = 'uitgifte' order by queued_at, payload ->> 'bericht' desc").param(dossier)
                .query(String.class).list();
    }

    private List<String> letterKinds(String dossier) {
        return jdbc.sql("select kind from letter where dossier = ? order by made_at").param(dossier).query(String.class).list();
    }

    private String reported(String amount, String retention) {
        String number = recognitions.of(recognition).enterpriseNumber();
        String dossier = as("ivo", () -> receive.receive(new InspectionReport("VSI-" + recognition, "VSI", number, STARTED.minusDays(3), "Prestaties ontbreken.", List.of(
                new InspectionReport.Reported("I01", null, LocalDate.of(2027, 4, 1), LocalDate.of(2027, 4, 30), 80, amount == null ? null : new BigDecimal(amount))), List.of(), false))
                .dossier());
        send("an", dossier, "UserTask_InbreukenKwalificeren", Map.of("ernst", "ZWAAR", "inhouding", retention, "afwijking", "Zo gevraagd."));
        return dossier;
    }

    private void heardAndAdvised(String dossier) {
        at(terms.due(dossier, "T-HOR-01").plusDays(1));
        advised(dossier);
    }

    private void advised(String dossier) {
        if (open(dossier).contains("UserTask_AanpakBepalen")) {
            send("an", dossier, "UserTask_AanpakBepalen", Map.of("hoorzitting", "NEE", "regularisatie", "NEE"));
        }
        send("an", dossier, "UserTask_NotaOpstellen", Map.of("vooruitzicht", "ONGUNSTIG", "feiten", "Feiten.", "beoordeling", "Beoordeling."));
        send("sofie", dossier, "UserTask_OpAgendaPlaatsen", agenda(today()));
        send("sofie", dossier, "UserTask_AdviesRegistreren", advice("ONGUNSTIG", today()));
    }

    private Map<String, Object> infringement(String outcome) {
        return Map.of("uitkomst", outcome, "motieven", "Motieven.", "evenredigheid", "Een lichtere maatregel volstaat niet.", "afwijkingAdvies", "Dit volstaat.",
                "ingangsdatum", today().plusDays(1).toString());
    }

    /** To the decision that asks the money back. */
    private void recover(String dossier) {
        send("an", dossier, "UserTask_LijnenIngeven", Map.of("lijnen", "03/2020; 100; niet bewezen; werklijst"));
        send("bram", dossier, "UserTask_BerekeningNazien", Map.of("akkoord", "JA"));
        at(terms.due(dossier, "T-HOR-01").plusDays(1));
        decide(dossier, Map.of("uitkomst", "TERUGVORDEREN", "motieven", "Geen werk bewezen."), false);
    }

    private String voluntary() {
        String number = recognitions.of(recognition).enterpriseNumber();
        String dossier = as("els", () -> fileVoluntaryRequest.file(UUID.randomUUID(), new FileVoluntaryRequest.Request(recognition, STARTED,
                VoluntaryReason.STOPZETTING, "De zaakvoerder gaat met pensioen.", null, STARTED.plusMonths(1), SIGNATORY),
                List.of(new AttachedFile("verzoek.pdf", InventedApplications.proofOfDeposit("Verzoek").content()))));
        sources.say(number, Source.KBO, Facts.standing(Facts.Status.ACTIEF, LocalDate.of(2020, 1, 1), null,
                List.of(new Facts.Person(SIGNATORY, "ZAAKVOERDER", LocalDate.of(2020, 1, 1), null)), List.of()));
        sources.say(number, Source.RSZ, Facts.owing(BigDecimal.ZERO, RepaymentPlan.GEEN));
        sources.say(number, Source.FISCUS, Facts.owing(BigDecimal.ZERO, RepaymentPlan.GEEN));
        List.of(Source.KBO, Source.RSZ, Source.FISCUS).forEach(source -> as("an", () -> askSources.of(number, source, dossier)));
        send("an", dossier, "UserTask_VerzoekNagaan", Map.of());
        decide(dossier, Map.of(), false);
        return dossier;
    }

    private void decide(String dossier, Map<String, Object> fields, boolean head) {
        send("an", dossier, "UserTask_BeslissingOpstellen", fields);
        send("joke", dossier, "UserTask_JuridischNazicht", legalCheck(true));
        if (head) {
            send("lieve", dossier, "UserTask_BeslissingGoedkeuren", Map.of("goedgekeurd", "JA"));
        }
        send("karel", dossier, "UserTask_Ondertekenen", signature());
        jobs.run();
        send("els", dossier, "UserTask_ZendingRegistreren", posted(today(), ++undertakings));
        jobs.run();
    }

    private String recognised() {
        String dossier = applied("GUNSTIG");
        decide(dossier, decision("ERKEND", List.of("SCHOONMAKEN")), false);
        return dossier;
    }

    /** To the draft of the decision. */
    private String applied(String outlook) {
        at(RECOGNISED);
        Application application = InventedApplications.make(++undertakings, RECOGNISED, true);
        String dossier = acts.file(people.actor("els"), application, "PAPIER", RECOGNISED, InventedApplications.attachments(application));
        if (open(dossier).contains("UserTask_VolledigheidNagaan")) {
            send("an", dossier, "UserTask_VolledigheidNagaan", complete());
        }
        examine(dossier);
        send("an", dossier, "UserTask_VoorwaardenBeoordelen", conditionsMet());
        send("an", dossier, "UserTask_NotaOpstellen", note(outlook));
        if (open(dossier).contains("UserTask_VerweerRegistreren")) {
            send("els", dossier, "UserTask_VerweerRegistreren", defence(today()));
            send("an", dossier, "UserTask_VerweerBeoordelen", defenceRejected());
        }
        send("sofie", dossier, "UserTask_OpAgendaPlaatsen", agenda(today()));
        send("sofie", dossier, "UserTask_AdviesRegistreren", advice(outlook, today()));
        return dossier;
    }

    private void examine(String dossier) {
        send("an", dossier, "UserTask_BronnenNagaan", cleanSources());
        send("an", dossier, "UserTask_OndernemingsplanBeoordelen", goodPlan());
        send("an", dossier, "UserTask_WaarborgNagaan", depositPaid(RECOGNISED.minusDays(10)));
    }

    private static Map<String, Object> with(Map<String, Object> fields, String name, Object value) {
        Map<String, Object> all = new HashMap<>(fields);
        all.put(name, value);
        return all;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private void send(String person, String dossier, String task, Map<String, Object> fields) {
        acts.send(people.actor(person), dossier, task, new HashMap<>(fields));
    }

    private <T> T as(String person, Supplier<T> work) {
        return currentActor.as(people.actor(person), work);
    }

    private void at(LocalDate day) {
        clock.moveTo(ZonedDateTime.of(day, LocalTime.of(9, 0), MovableClock.BRUSSELS));
        jobs.run();
    }

    private List<String> open(String dossier) {
        return openWork.ofDossier(dossier).stream().map(OpenWork.Row::taskKey).toList();
    }

    /** Without what the outbox tells when it gets round to it. */
    private List<String> sentences(String dossier) {
        return audit.of(dossier).stream().map(AuditLog.Line::sentence).filter(line -> !line.contains("stuurde het bericht") && !line.contains("mee met de gewone post")
                && !line.contains("ligt klaar om")).toList();
    }
}
