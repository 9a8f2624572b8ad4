package be.dossierwerk.reimbursement;

import static be.dossierwerk.demo.TypedForms.legalCheck;
import static be.dossierwerk.demo.TypedForms.posted;
import static be.dossierwerk.demo.TypedForms.signature;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.HeldConnections;
import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.casework.ContestedAct;
import be.dossierwerk.casework.ContestedDecisions;
import be.dossierwerk.correspondence.Letters;
import be.dossierwerk.deadline.TermStanding;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.diagrams.ReachedEvents;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.inbox.OpenWork;
import be.dossierwerk.inbox.ShowTask;
import be.dossierwerk.parameter.DatedParameter;
import be.dossierwerk.parameter.RecordParameter;
import be.dossierwerk.payment.CheckRun;
import be.dossierwerk.payment.InventedBank;
import be.dossierwerk.payment.PayableState;
import be.dossierwerk.payment.Payables;
import be.dossierwerk.payment.PrepareRun;
import be.dossierwerk.payment.ReadBankFile;
import be.dossierwerk.payment.ReleaseRun;
import be.dossierwerk.payment.SendRun;
import be.dossierwerk.payment.ShowRuns;
import be.dossierwerk.reimbursement.Claim.Invoice;
import be.dossierwerk.reimbursement.Claim.Participant;
import be.dossierwerk.reimbursement.FileClaim.Lesson;
import be.dossierwerk.reimbursement.FileClaim.Proof;
import be.dossierwerk.reimbursement.FileClaim.ProofKind;
import be.dossierwerk.reimbursement.ReimbursementClaims.Filed;
import be.dossierwerk.reimbursement.ReimbursementClaims.Line;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.trainingbudget.BudgetStanding;
import be.dossierwerk.trainingbudget.Budgets;
import be.dossierwerk.withdrawal.RecognisedFixture;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Claims on the real engine and the real database with a moved clock: from filing to what the bank confirms, and every other course. */
@DossierwerkTest
@ExtendWith(HeldConnections.class)
@Import(TwoApprovedTrainings.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReimbursementJourneyTest {

    /** Until March the amount of a trainer and the term to submit are unknown. */
    private static final LocalDate KNOWN_FROM = LocalDate.of(2027, 4, 1);
    /** From June on every claim of 50 euro asks a second person, and every claim is in the sample. */
    private static final LocalDate STRICT_FROM = LocalDate.of(2027, 6, 1);
    private static final LocalDate LESSON = LocalDate.of(2027, 4, 6);
    /** A Monday. */
    private static final LocalDate RECEIVED = LocalDate.of(2027, 4, 12);
    private static final String ACCOUNT = "BE68539007547034";
    private static final String OTHER_ACCOUNT = "BE43068999999501";

    @Autowired private Acts acts;
    @Autowired private DemoPeople people;
    @Autowired private CurrentActor currentActor;
    @Autowired private Dossiers dossiers;
    @Autowired private Terms terms;
    @Autowired private Letters letters;
    @Autowired private AuditLog audit;
    @Autowired private OpenWork openWork;
    @Autowired private ShowTask showTask;
    @Autowired private FileClaim fileClaim;
    @Autowired private ReturnToCheck returnToCheck;
    @Autowired private ReimbursementClaims claims;
    @Autowired private Sessions sessions;
    @Autowired private ContestedReimbursement contestedReimbursement;
    @Autowired private ContestedDecisions decisions;
    @Autowired private RecordParameter recordParameter;
    @Autowired private Budgets budgets;
    @Autowired private Payables payables;
    @Autowired private PrepareRun prepareRun;
    @Autowired private CheckRun checkRun;
    @Autowired private ReleaseRun releaseRun;
    @Autowired private SendRun sendRun;
    @Autowired private ShowRuns showRuns;
    @Autowired private ReadBankFile readBankFile;
    @Autowired private JdbcClient jdbc;
    @Autowired private TransactionTemplate transactions;
    @Autowired private DueJobs jobs;
    @Autowired private MovableClock clock;

    private final InventedBank bank = new InventedBank(Path.of("nowhere"));
    private final List<String> walked = new ArrayList<>();
    private boolean known;
    private int serial;
    private String recognition;
    private String undertaking;

    @BeforeEach
    void another_undertaking() {
        jobs.byHand();
        at(LocalDate.of(2027, 1, 4), LocalTime.of(9, 0));
        serial = RecognisedFixture.reserve(1);
        undertaking = RecognisedFixture.recognise(jdbc, serial, "Poets en Plooi " + serial);
        recognition = RecognisedFixture.dossier(serial);
        if (!known) {
            known = true;
            record(ReimbursementParameter.LESGEVER_INTERN, "40", KNOWN_FROM);
            record(ReimbursementParameter.INDIENEN_DAGEN, "30", KNOWN_FROM);
            record(ReimbursementParameter.FACTUUR_MAXIMUM, "400", KNOWN_FROM);
            record(ReimbursementParameter.VIER_OGEN_VANAF, "50", STRICT_FROM);
            record(ReimbursementParameter.STEEKPROEF_PROCENT, "100", STRICT_FROM);
        }
    }

    @AfterEach
    void clock_runs_again() {
        clock.release();
    }

    @AfterAll
    void every_end_and_every_boundary_event_was_reached() {
        Set<String> missing = new TreeSet<>();
        missing.addAll(ReachedEvents.missing(jdbc, "opleiding-terugbetaling", walked));
        missing.addAll(ReachedEvents.missing(jdbc, "opleiding-uitbetaling", walked));
        assertThat(missing).isEmpty();
    }

    @Test
    void a_claim_goes_from_filing_to_the_payment_that_the_bank_confirms() {
        budget("1000.00");
        at(RECEIVED, LocalTime.of(9, 0));
        String dossier = file(internal("3", 1));
        assertThat(dossier).matches("DC-OFT-2027-\\d{5}");
        assertThat(terms.due(dossier, "T-OFT-01")).isEqualTo("2027-06-11");
        assertThat(letters.of(dossier)).extracting(Letters.Letter::kind).contains("ontvangstbevestiging");
        assertThat(standing().committed(dossier)).isEqualTo("83.50");
        assertThat(standing().left()).isEqualTo("916.50");
        decide(dossier, "GOEDGEKEURD");
        assertThat(state(dossier)).isEqualTo(PayableState.BETAALBAAR);
        assertThat(open(dossier)).isEmpty();

        String run = sent(dossier);
        assertThat(state(dossier)).isEqualTo(PayableState.VERZONDEN);
        assertThat(showRunLines(run)).containsExactly(dossier + " 83.50");
        byte[] statement = bank.statement(InventedBank.debit(dossier + "-B1", "83.50", LocalDate.now(clock), "R" + dossier));
        read(statement);
        jobs.run();
        assertThat(dossiers.get(dossier).outcome()).isEqualTo("GOEDGEKEURD");
        assertThat(dossiers.get(dossier).closedOn()).isEqualTo(RECEIVED);
        assertThat(standing().paid(dossier)).isEqualTo("83.50");
        assertThat(standing().committed(dossier)).isEqualTo("0.00");
        assertThat(letters.of(dossier)).extracting(Letters.Letter::kind).contains("beslissing-terugbetaling", "afrekening-terugbetaling");
        assertThat(terms.of(dossier)).filteredOn(term -> term.rule().equals("T-OFT-01")).extracting(TermStanding::stoppedOn).containsExactly(RECEIVED);
        assertThat(sessions.of(dossier)).isNotEmpty().noneMatch(Sessions.Taken::released);
        // The same confirmation again, also in another file, moves nothing.
        read(statement);
        read(bank.statement(InventedBank.debit(dossier + "-B1", "83.50", LocalDate.now(clock), "R" + dossier)));
        jobs.run();
        assertThat(standing().paid(dossier)).isEqualTo("83.50");
        assertThat(history(dossier)).filteredOn(sentence -> sentence.startsWith("De bank betaalde")).hasSize(1);
    }

    @Test
    void what_the_bank_sends_back_opens_the_claim_again_asks_the_account_and_is_paid_once_more() {
        budget("500.00");
        at(RECEIVED, LocalTime.of(9, 0));
        String dossier = file(internal("3", 1));
        decide(dossier, "GOEDGEKEURD");
        sent(dossier);
        read(bank.statement(InventedBank.debit(dossier + "-B1", "83.50", RECEIVED, "R1" + dossier)));
        jobs.run();
        assertThat(dossiers.get(dossier).closedOn()).isNotNull();

        at(RECEIVED.plusDays(3), LocalTime.of(10, 0));
        // A bank need not say why.
        read(bank.statement(InventedBank.credit(dossier + "-B1", "83.50", RECEIVED.plusDays(3), "R2" + dossier, null)));
        jobs.run();
        assertThat(dossiers.get(dossier).closedOn()).isNull();
        assertThat(open(dossier)).containsExactly("UserTask_RekeningNagaan");
        assertThat(terms.due(dossier, "T-OFT-02")).isEqualTo("2027-05-15");
        assertThat(standing().paid(dossier)).as("what came back is not paid").isEqualTo("0.00");
        assertThat(standing().committed(dossier)).as("and stays set apart").isEqualTo("83.50");
        assertThatThrownBy(() -> as("nele", () -> prepareRun.prepare(LocalDate.now(clock), others(dossier)))).as("nobody pays the same account again unasked")
                .hasMessage("payment.run.nothing");

        send("an", dossier, "UserTask_RekeningNagaan", Map.of("begunstigde", "Poets en Plooi bv", "rekening", "BE43 0689 9999 9501", "toelichting", "De rekening was gesloten."));
        jobs.run();
        assertThat(open(dossier)).isEmpty();
        sent(dossier);
        assertThat(payables.of(dossier).orElseThrow().payable().iban()).isEqualTo(OTHER_ACCOUNT);
        read(bank.statement(InventedBank.debit(dossier + "-B2", "83.50", RECEIVED.plusDays(3), "R3" + dossier)));
        jobs.run();
        assertThat(dossiers.get(dossier).closedOn()).isEqualTo(RECEIVED.plusDays(3));
        assertThat(standing().paid(dossier)).isEqualTo("83.50");
        assertThat(standing().left()).isEqualTo("416.50");
        assertThatThrownBy(() -> as("nele", () -> prepareRun.prepare(LocalDate.now(clock), others(dossier)))).hasMessage("payment.run.nothing");
    }

    @Test
    void a_payment_that_the_bank_refuses_asks_the_account_before_the_claim_is_closed() {
        budget("500.00");
        at(RECEIVED, LocalTime.of(9, 0));
        String dossier = file(internal("3", 1));
        decide(dossier, "GOEDGEKEURD");
        String run = sent(dossier);
        String message = as("nele", () -> showRuns.file(run)).messageId();
        read(bank.report(message, "", InventedBank.status(dossier + "-B1", "RJCT", "AC04")));
        jobs.run();
        assertThat(open(dossier)).containsExactly("UserTask_RekeningNagaan");
        assertThat(terms.due(dossier, "T-OFT-01")).as("the first term runs on").isEqualTo("2027-06-11");
        send("an", dossier, "UserTask_RekeningNagaan", Map.of("toelichting", "De bank vergiste zich, de rekening klopt."));
        jobs.run();
        sent(dossier);
        read(bank.statement(InventedBank.debit(dossier + "-B2", "83.50", RECEIVED, "R" + dossier)));
        jobs.run();
        assertThat(dossiers.get(dossier).outcome()).isEqualTo("GOEDGEKEURD");
        assertThat(standing().paid(dossier)).isEqualTo("83.50");
    }

    @Test
    void a_claim_is_granted_in_part_by_two_persons_after_a_way_back_and_waits_for_its_payment_on_days_30_45_55_and_60() {
        budget("150.00");
        LocalDate received = LocalDate.of(2027, 6, 7);
        at(received, LocalTime.of(9, 0));
        // Three lines of 83.50; the second is not proven, the budget bears 150.
        LocalDate day = LocalDate.of(2027, 6, 2);
        String dossier = file(internal(day, "3", 1), internal(day, "3", 2), internal(day.plusDays(1), "3", 1));
        assertThat(shown(dossier, "UserTask_AanvraagControleren").get("steekproef")).asString().contains("zit in de steekproef");
        assertThatThrownBy(() -> send("an", dossier, "UserTask_AanvraagControleren", Map.of("keuze", "DEEL", "lijnen", "9: niets", "opmerking", "x")))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.key()).isEqualTo("reimbursement.refusal-text"));
        send("an", dossier, "UserTask_AanvraagControleren", Map.of("keuze", "ALLES", "opmerking", "In orde."));
        assertThat(open(dossier)).containsExactly("UserTask_TweedeControle");
        assertThat(claims.get(dossier).secondBecause()).isEqualTo("Het gaat om 150,00 euro. Vanaf 50,00 euro kijkt een tweede persoon mee.");
        assertThatThrownBy(() -> send("an", dossier, "UserTask_TweedeControle", Map.of("akkoord", "JA", "opmerking", "Ja."))).hasMessage("reimbursement.four-eyes");
        send("bram", dossier, "UserTask_TweedeControle", Map.of("akkoord", "NEE", "opmerking", "Op de lijst van les 2 staat geen handtekening."));
        assertThat(open(dossier)).containsExactly("UserTask_AanvraagControleren");
        send("an", dossier, "UserTask_AanvraagControleren", Map.of("keuze", "DEEL", "lijnen", "2: de handtekeningen ontbreken.", "opmerking", "Bram heeft gelijk."));
        send("bram", dossier, "UserTask_TweedeControle", Map.of("akkoord", "JA", "opmerking", "Nu wel."));

        send("an", dossier, "UserTask_BeslissingOpstellen", Map.of());
        assertThat(returnToCheck.possible(dossier)).isTrue();
        assertThatThrownBy(() -> as("nele", () -> back(dossier, "Een reden."))).hasMessage("security.role-missing");
        assertThatThrownBy(() -> as("joke", () -> back(dossier, " "))).hasMessage("reimbursement.reason");
        as("joke", () -> back(dossier, "Lijn 3 is van een dag waarop de les niet doorging."));
        assertThat(open(dossier)).containsExactly("UserTask_AanvraagControleren");
        assertThat(returnToCheck.possible(dossier)).isFalse();
        assertThatThrownBy(() -> as("joke", () -> back(dossier, "Nog eens."))).hasMessage("reimbursement.no-way-back");
        send("an", dossier, "UserTask_AanvraagControleren", Map.of("keuze", "DEEL", "lijnen", "2: de handtekeningen ontbreken.\n3: de les ging niet door.", "opmerking", "Klopt."));
        send("bram", dossier, "UserTask_TweedeControle", Map.of("akkoord", "JA", "opmerking", "Akkoord."));
        Map<String, Object> proposal = shown(dossier, "UserTask_BeslissingOpstellen");
        assertThat(proposal).as("not the draft with the amounts of before").containsEntry("uitkomst", "GEDEELTELIJK");
        assertThat(proposal.get("motieven")).asString().contains("lijn 2", "de handtekeningen ontbreken.", "lijn 3", "de les ging niet door.").doesNotContain("opleidingsbudget");
        assertThat(proposal.get("feiten")).asString().contains("Terug te betalen: 83,50 euro.");
        send("an", dossier, "UserTask_BeslissingOpstellen", Map.of());
        sign(dossier);
        Filed claim = claims.get(dossier);
        assertThat(claim.granted()).isEqualTo("83.50");
        assertThat(sessions.of(dossier)).extracting(Sessions.Taken::released).containsExactly(false, true, true);

        // The last day is 6 August; each warning comes in the night after its day.
        for (int warned : List.of(30, 45, 55, 60)) {
            at(received.plusDays(warned), LocalTime.of(23, 30));
            assertThat(warnings(dossier)).as("not before the end of day " + warned).noneMatch(sentence -> sentence.contains(" %d dagen op".formatted(warned)));
            at(received.plusDays(warned + 1L), LocalTime.of(0, 1));
            assertThat(warnings(dossier)).last().asString().isEqualTo("De aanvraag wacht %d dagen op betaling. De termijn is 60 dagen. De betaling zit nog in geen betaalronde."
                    .formatted(warned));
        }
        assertThat(warnings(dossier)).hasSize(4);
        assertThat(jdbc.sql("select percent from alert where dossier = ? and role = 'fin-boekhouding' order by percent").param(dossier).query(Integer.class).list())
                .containsExactly(50, 75, 91, 100);
        sent(dossier);
        read(bank.statement(InventedBank.debit(dossier + "-B1", "83.50", LocalDate.now(clock), "R" + dossier)));
        jobs.run();
        assertThat(dossiers.get(dossier).outcome()).isEqualTo("GEDEELTELIJK");
        assertThat(standing().left()).isEqualTo("66.50");
    }

    @Test
    void days_that_were_past_before_the_decision_are_told_as_one() {
        budget("500.00");
        at(RECEIVED, LocalTime.of(9, 0));
        String dossier = file(internal("3", 1));
        at(RECEIVED.plusDays(50), LocalTime.of(9, 0));
        decide(dossier, "GOEDGEKEURD");
        assertThat(warnings(dossier)).singleElement().asString().startsWith("De aanvraag wacht 45 dagen op betaling.");
    }

    @Test
    void a_claim_waits_for_missing_amounts_and_without_budget_it_is_refused_with_reasons() {
        at(LocalDate.of(2027, 3, 22), LocalTime.of(9, 0));
        String dossier = file(internal(LocalDate.of(2027, 3, 12), "3", 1));
        assertThat(open(dossier)).containsExactly("UserTask_BedragLatenNoteren");
        assertThat(shown(dossier, "UserTask_BedragLatenNoteren").get("ontbreekt")).asString().contains("eigen lesgever per uur bij een interne opleiding op 12/03/2027",
                "aantal dagen om een aanvraag in te dienen na de opleiding op 12/03/2027");
        send("nele", dossier, "UserTask_BedragLatenNoteren", Map.of("opmerking", "Ik denk dat het er staat."));
        assertThat(open(dossier)).as("still missing").containsExactly("UserTask_BedragLatenNoteren");
        record(ReimbursementParameter.LESGEVER_INTERN, "40", LocalDate.of(2027, 3, 1));
        record(ReimbursementParameter.INDIENEN_DAGEN, "90", LocalDate.of(2027, 3, 1));
        send("nele", dossier, "UserTask_BedragLatenNoteren", Map.of("opmerking", "Genoteerd."));
        assertThat(claims.get(dossier).claimed()).isEqualTo("83.50");
        decide(dossier, "GEWEIGERD");
        assertThat(dossiers.get(dossier).outcome()).isEqualTo("GEWEIGERD");
        assertThat(letters.of(dossier)).extracting(Letters.Letter::kind).contains("beslissing-terugbetaling").doesNotContain("afrekening-terugbetaling");
        assertThat(sessions.of(dossier)).isNotEmpty().allMatch(Sessions.Taken::released);
        assertThat(payables.has(dossier)).isFalse();
        // Who was refused gave the hours back: another claim may ask them.
        assertThat(file(new Lesson("OPL-7", LocalDate.of(2027, 3, 12), LocalTime.of(9, 0), LocalTime.of(12, 0), TrainerKind.EIGEN, BigDecimal.ONE, List.of(person(1, "3")), null)))
                .isNotEqualTo(dossier);
    }

    @Test
    void a_refusal_that_is_annulled_gets_its_hours_back_and_is_checked_again() {
        budget("500.00");
        at(RECEIVED, LocalTime.of(9, 0));
        String dossier = file(internal("3", 1));
        send("an", dossier, "UserTask_AanvraagControleren", Map.of("keuze", "NIETS", "reden", "De handtekeningen ontbreken.", "opmerking", "Niet getekend."));
        send("an", dossier, "UserTask_BeslissingOpstellen", Map.of());
        sign(dossier);
        assertThat(dossiers.get(dossier).outcome()).isEqualTo("GEWEIGERD");
        UUID refusal = decisions.newest(dossier).orElseThrow();
        LocalDate ruled = RECEIVED.plusDays(100);
        at(ruled, LocalTime.of(9, 0));
        assertThat(contestedReimbursement.restarts(dossier, refusal)).extracting(ContestedAct.Restart::element).containsExactly("UserTask_AanvraagControleren");
        ruling(act -> act.suspend(dossier, refusal, ruled, "Arrest"));
        ruling(act -> act.annul(dossier, refusal, ruled, "Arrest"));
        List<Sessions.Taken> back = sessions.of(dossier);
        assertThat(back).filteredOn(taken -> !taken.released()).hasSize(1);
        ruling(act -> act.annul(dossier, refusal, ruled, "Arrest"));
        assertThat(sessions.of(dossier)).isEqualTo(back);
        ruling(act -> act.reopen(dossier, "UserTask_AanvraagControleren", ruled, "de Raad van State vernietigde de weigering"));
        assertThat(terms.due(dossier, "T-OFT-01")).isEqualTo(ruled.plusDays(60));
        decide(dossier, "GOEDGEKEURD");
        assertThat(state(dossier)).isEqualTo(PayableState.BETAALBAAR);
        // Before it is paid, the grant can fall away too: the budget and the hours are free again.
        UUID grant = decisions.newest(dossier).orElseThrow();
        assertThat(contestedReimbursement.restarts(dossier, grant)).isEmpty();
        ruling(act -> act.annul(dossier, grant, ruled, "Arrest"));
        assertThat(state(dossier)).isEqualTo(PayableState.INGETROKKEN);
        assertThat(standing().committed(dossier)).isEqualByComparingTo("0");
        assertThat(sessions.of(dossier)).allMatch(Sessions.Taken::released);
        assertThat(dossiers.get(dossier).outcome()).isEqualTo("ZONDER_VOORWERP");
        assertThat(open(dossier)).isEmpty();
    }

    private void ruling(Consumer<ContestedAct> work) {
        as("joke", () -> {
            transactions.executeWithoutResult(status -> work.accept(contestedReimbursement));
            return null;
        });
        jobs.run();
    }

    @Test
    void a_late_claim_is_a_decision_with_its_reason_and_not_an_error() {
        budget("500.00");
        LocalDate late = LESSON.plusDays(31);
        at(late, LocalTime.of(9, 0));
        String dossier = file(internal("3", 1));
        assertThat(claims.get(dossier).lines()).extracting(Line::refusedBecause)
                .containsExactly("de aanvraag kwam te laat; de laatste dag voor deze les was donderdag 6 mei 2027.");
        // Whoever checks cannot grant it by choosing "all".
        send("an", dossier, "UserTask_AanvraagControleren", Map.of("keuze", "ALLES", "lijnen", "", "opmerking", "De rest is in orde."));
        assertThat(shown(dossier, "UserTask_BeslissingOpstellen").get("motieven")).asString()
                .isEqualTo("Wij betalen lijn 1 niet terug: de aanvraag kwam te laat; de laatste dag voor deze les was donderdag 6 mei 2027.");
        send("an", dossier, "UserTask_BeslissingOpstellen", Map.of());
        sign(dossier);
        assertThat(dossiers.get(dossier).outcome()).isEqualTo("GEWEIGERD");
        assertThat(standing().left()).isEqualTo("500.00");
    }

    @Test
    void the_second_claim_gets_what_the_first_left_and_reads_who_that_was() {
        budget("100.00");
        at(RECEIVED, LocalTime.of(9, 0));
        String first = file(internal("3", 1));
        String second = file(internal("3", 2));
        send("an", second, "UserTask_AanvraagControleren", Map.of("keuze", "ALLES", "opmerking", "In orde."));
        assertThat(shown(second, "UserTask_BeslissingOpstellen")).containsEntry("uitkomst", "GEDEELTELIJK");
        assertThat(shown(second, "UserTask_BeslissingOpstellen").get("motieven")).asString().isEqualTo("Wij kunnen niet meer terugbetalen dan er in uw opleidingsbudget is. "
                + "Het opleidingsbudget van 2027 is 100,00 euro. Eerst kwam: dossier %s voor 83,50 euro. Voor deze aanvraag blijft er 16,50 euro over.".formatted(first));
    }

    @Test
    void every_wrong_line_is_named_and_nothing_is_kept() {
        at(RECEIVED, LocalTime.of(9, 0));
        String taken = file(internal("3", 1));
        int before = count();
        Participant gone = new Participant(person(7, "1").nationalNumber(), new BigDecimal("1"), LocalDate.of(2020, 1, 1), LESSON.minusDays(1));
        List<Lesson> lessons = List.of(
                lesson("OPL-8", TrainerKind.EIGEN, "1", null, person(8, "1")),
                lesson("OPL-7", TrainerKind.EIGEN, "1", null, gone),
                lesson("OPL-7", TrainerKind.EIGEN, "1", null, person(9, "-1")),
                lesson("OPL-7", TrainerKind.EIGEN, "-1", null, person(10, "1")),
                lesson("OPL-9", TrainerKind.EXTERN, "0", new Invoice("F-1", LESSON, euros("100.00"), euros("20.00"), euros("120.00")), person(11, "1")),
                lesson("OPL-7", TrainerKind.EIGEN, "1", null, person(12, "1.005")),
                lesson("OPL-7", TrainerKind.EXTERN, "1", null, person(13, "1")));
        Refused wrong = catchThrowableOfType(Refused.class, () -> file(lessons.toArray(Lesson[]::new)));
        assertThat(wrong.key()).isEqualTo("reimbursement.claim-wrong");
        assertThat(wrong.fields()).extracting(field -> field.name() + " " + field.key()).containsExactly(
                "sessions[0].training reimbursement.field.not-approved", "sessions[1].participants[0] reimbursement.field.not-employed",
                "sessions[2].participants[0].hours reimbursement.field.hours-negative", "sessions[3].trainerHours reimbursement.field.hours-negative",
                "sessions[4].invoice.vat reimbursement.field.vat", "sessions[5].participants[0].hours reimbursement.field.hours-decimals",
                "sessions[6].trainer reimbursement.trainer");

        Refused twice = catchThrowableOfType(Refused.class, () -> file(lesson("OPL-7", TrainerKind.EIGEN, "1", null, person(20, "1")), internal("3", 1)));
        assertThat(twice.key()).isEqualTo("reimbursement.taken");
        assertThat(twice.fields()).singleElement().satisfies(field -> {
            assertThat(field.name()).isEqualTo("sessions[1].participants[0]");
            assertThat(field.args()).containsExactly("dinsdag 6 april 2027", "09:00", taken);
        });
        assertThat(count()).isEqualTo(before);
        assertThat(jdbc.sql("select count(*) from reimbursement_session where dossier <> ? and enterprise_number = ?").params(taken, undertaking).query(Integer.class).single()).isZero();
    }

    @Test
    void sent_twice_with_the_same_key_it_is_one_claim() {
        at(RECEIVED, LocalTime.of(9, 0));
        UUID action = UUID.randomUUID();
        String dossier = as("els", () -> fileClaim.file(action, request(internal("3", 1)), proofs(false)));
        assertThat(as("els", () -> fileClaim.file(action, request(internal("3", 1)), proofs(false)))).isEqualTo(dossier);
    }

    private String file(Lesson... lessons) {
        boolean invoice = List.of(lessons).stream().anyMatch(lesson -> lesson.invoice() != null);
        String dossier = as("els", () -> fileClaim.file(UUID.randomUUID(), request(lessons), proofs(invoice)));
        walked.add(dossier);
        return dossier;
    }

    private FileClaim.Request request(Lesson... lessons) {
        return new FileClaim.Request(recognition, LocalDate.now(clock), "Poets en Plooi bv", ACCOUNT, false, "Leen Verhoeven", List.of(lessons));
    }

    private static List<Proof> proofs(boolean invoice) {
        byte[] content = InventedApplications.proofOfDeposit("Lijst").content();
        List<Proof> proofs = new ArrayList<>(List.of(new Proof(ProofKind.AANWEZIGHEIDSLIJST, "lijst.pdf", content)));
        if (invoice) {
            proofs.add(new Proof(ProofKind.FACTUUR, "factuur.pdf", content));
        }
        return proofs;
    }

    /** From nine to twelve, with an hour of the trainer: 14.50 for each hour, and 40. */
    private Lesson internal(String hours, int who) {
        return internal(LESSON, hours, who);
    }

    private Lesson internal(LocalDate day, String hours, int who) {
        return new Lesson("OPL-7", day, LocalTime.of(9, 0), LocalTime.of(12, 0), TrainerKind.EIGEN, BigDecimal.ONE, List.of(person(who, hours)), null);
    }

    private Lesson lesson(String training, TrainerKind trainer, String hours, Invoice invoice, Participant... participants) {
        return new Lesson(training, LESSON, LocalTime.of(9, 0), LocalTime.of(12, 0), trainer, euros(hours), List.of(participants), invoice);
    }

    /** Each test has its own people. */
    private Participant person(int who, String hours) {
        return Claims.person(serial * 100 + who, hours);
    }

    private static BigDecimal euros(String amount) {
        return new BigDecimal(amount);
    }

    private void decide(String dossier, String outcome) {
        send("an", dossier, "UserTask_AanvraagControleren", Map.of("keuze", "ALLES", "opmerking", "De lijst is getekend."));
        assertThat(shown(dossier, "UserTask_BeslissingOpstellen")).containsEntry("uitkomst", outcome);
        send("an", dossier, "UserTask_BeslissingOpstellen", Map.of());
        sign(dossier);
    }

    private void sign(String dossier) {
        send("joke", dossier, "UserTask_JuridischNazicht", legalCheck(true));
        send("karel", dossier, "UserTask_Ondertekenen", signature());
        jobs.run();
        send("els", dossier, "UserTask_ZendingRegistreren", posted(LocalDate.now(clock), serial));
        jobs.run();
    }

    /** A run of this dossier alone, from preparing to the bank. */
    private String sent(String dossier) {
        String run = as("nele", () -> prepareRun.prepare(LocalDate.now(clock), others(dossier)));
        as("tom", () -> done(() -> checkRun.check(run, true, null)));
        as("lieve", () -> done(() -> releaseRun.release(run)));
        as("nele", () -> done(() -> sendRun.send(run)));
        return run;
    }

    private List<String> others(String dossier) {
        return jdbc.sql("select dossier from payment_payable where dossier <> ?").param(dossier).query(String.class).list();
    }

    private List<String> showRunLines(String run) {
        return as("nele", () -> showRuns.lines(showRuns.find(run).orElseThrow())).stream().map(line -> line.dossier() + " " + line.amount()).toList();
    }

    private void read(byte[] file) {
        as("nele", () -> readBankFile.read("bank.xml", file));
    }

    private PayableState state(String dossier) {
        return payables.of(dossier).orElseThrow().state();
    }

    private BudgetStanding standing() {
        return budgets.of(undertaking, 2027).orElseThrow();
    }

    /** An account with that amount; how it was shared out is another module's test. */
    private void budget(String amount) {
        transactions.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql("insert into training_account (enterprise_number, year, recognition, basis, sentence, sums, opened_at) values (?, 2027, ?, 'NIEUW', 'Zin', 'Som', now())")
                    .params(undertaking, recognition).update();
            jdbc.sql("insert into training_movement (account, kind, amount, authority, recorded_at, recorded_by, recorded_by_name) select id, 'TOEGEKEND', ?, ?, now(), 'nele', "
                    + "'Nele Hermans' from training_account where enterprise_number = ?").params(euros(amount), recognition, undertaking).update();
        });
    }

    private String back(String dossier, String reason) {
        returnToCheck.back(dossier, reason);
        return dossier;
    }

    private static String done(Runnable work) {
        work.run();
        return "done";
    }

    private int count() {
        return jdbc.sql("select count(*) from dossier").query(Integer.class).single();
    }

    private List<String> history(String dossier) {
        return audit.of(dossier).stream().map(AuditLog.Line::sentence).toList();
    }

    private List<String> warnings(String dossier) {
        return history(dossier).stream().filter(sentence -> sentence.startsWith("De aanvraag wacht")).toList();
    }

    private void record(ReimbursementParameter parameter, String amount, LocalDate from) {
        as("nele", () -> done(() -> recordParameter.record(new DatedParameter<>(parameter, euros(amount), from, null, "Besluit"))));
    }

    private Map<String, Object> shown(String dossier, String task) {
        return as(task.equals("UserTask_BedragLatenNoteren") ? "nele" : "an", () -> showTask.show(acts.task(dossier, task)).values());
    }

    private List<String> open(String dossier) {
        return openWork.ofDossier(dossier).stream().map(OpenWork.Row::taskKey).toList();
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
