package be.dossierwerk.withdrawal;

import static be.dossierwerk.demo.TypedForms.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.correspondence.Letters;
import be.dossierwerk.deadline.TermStanding;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.deposit.Beneficiary;
import be.dossierwerk.deposit.Deposits;
import be.dossierwerk.diagrams.ReachedEvents;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.dossier.ShowDossier;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.inbox.OpenWork;
import be.dossierwerk.inbox.ShowTask;
import be.dossierwerk.recognition.Application;
import be.dossierwerk.recognition.ChangeRecognition;
import be.dossierwerk.recognition.RecognitionStatus;
import be.dossierwerk.recognition.Recognitions;
import be.dossierwerk.recovery.ComputeRecovery;
import be.dossierwerk.recovery.RecordPayment;
import be.dossierwerk.recovery.Recoveries;
import be.dossierwerk.recovery.RecoveryEntry;
import be.dossierwerk.recovery.RecoveryStanding;
import be.dossierwerk.recovery.RecoveryState;
import be.dossierwerk.recovery.VoucherLine;
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
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The voluntary withdrawal on the real engine and the real database, with a moved clock: every course, its days and its money. */
@DossierwerkTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VoluntaryJourneyTest {

    private static final LocalDate RECOGNISED = LocalDate.of(2027, 3, 1);
    /** A Tuesday. */
    private static final LocalDate RECEIVED = LocalDate.of(2027, 6, 1);
    private static final LocalDate EFFECTIVE = LocalDate.of(2027, 7, 1);
    private static final String SIGNATORY = "Leen Verhoeven";
    private static int undertakings = 600;

    @Autowired private Acts acts;
    @Autowired private DemoPeople people;
    @Autowired private CurrentActor currentActor;
    @Autowired private FileVoluntaryRequest fileVoluntaryRequest;
    @Autowired private DropVoluntaryRequest dropVoluntaryRequest;
    @Autowired private VoluntaryRequests requests;
    @Autowired private Consequences consequences;
    @Autowired private Recognitions recognitions;
    @Autowired private Recoveries recoveries;
    @Autowired private ComputeRecovery computeRecovery;
    @Autowired private RecordPayment recordPayment;
    @Autowired private ChangeRecognition changeRecognition;
    @Autowired private TransactionTemplate transactions;
    @Autowired private JdbcClient jdbc;
    @Autowired private Deposits deposits;
    @Autowired private AskSources askSources;
    @Autowired private SimulatedSources sources;
    @Autowired private Dossiers dossiers;
    @Autowired private Terms terms;
    @Autowired private Letters letters;
    @Autowired private AuditLog audit;
    @Autowired private OpenWork openWork;
    @Autowired private ShowTask showTask;
    @Autowired private ShowDossier showDossier;
    @Autowired private DueJobs jobs;
    @Autowired private MovableClock clock;
    @Autowired private RepositoryService repository;
    @Autowired private HistoryService history;

    private Application application;

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
    void who_stops_without_debts_gets_the_whole_deposit_back_and_may_start_again() {
        String recognition = recognised();
        String dossier = file(recognition, VoluntaryReason.STOPZETTING, null);
        assertThat(kinds(dossier)).containsExactly("ontvangstbevestiging");
        assertThat(terms.due(dossier, "T-INV-01")).isEqualTo("2027-07-01");
        answerAll(dossier, "0.00", "0.00");
        assertThat(shown(dossier, "UserTask_VerzoekNagaan")).containsEntry("bevoegd", "JA").containsEntry("ingangsdatum", "2027-07-01");
        send("an", dossier, "UserTask_VerzoekNagaan", Map.of());
        assertThat(open(dossier)).containsExactly("UserTask_BeslissingOpstellen");
        decide(dossier);

        assertThat(dossiers.get(dossier).outcome()).isEqualTo("INGETROKKEN_VRIJWILLIG");
        assertThat(open(dossier)).isEmpty();
        assertThat(running(dossier)).containsExactly("T-RVS");
        assertThat(recognitions.of(recognition).status()).isEqualTo(RecognitionStatus.INGETROKKEN_VRIJWILLIG);
        assertThat(recognitions.of(recognition).endedOn()).isEqualTo(EFFECTIVE);
        assertThat(recognitions.history(recognition)).last().satisfies(change -> {
            assertThat(change.byDossier()).isEqualTo(dossier);
            assertThat(change.ground()).isEqualTo("STOPZETTING");
        });
        assertThat(payouts(recognition)).containsExactly(Map.entry(Beneficiary.ONDERNEMING, new BigDecimal("25000.00")));
        assertThat(recognitions.barred(List.of(application.persons().get(0).nationalNumber()), EFFECTIVE.plusYears(1))).isEmpty();

        as("joke", () -> {
            consequences.undo(dossier, "De Raad van State vernietigde de beslissing.");
            return null;
        });
        assertThat(recognitions.of(recognition).status()).isEqualTo(RecognitionStatus.ERKEND);
        assertThat(deposits.of(recognition).orElseThrow().balance()).isEqualByComparingTo("25000");
        assertThat(recognitions.history(recognition)).last().matches(Recognitions.Change::counterEntry);
    }

    @Test
    void after_a_merger_the_successor_is_linked_and_the_deposit_pays_the_debts_first() {
        String successor = recognised();
        String successorNumber = application.undertaking().enterpriseNumber();
        String recognition = recognised();
        String infringement = opened("inbreukdossier", "INB");
        String recovery = opened("terugvordering", "TER");
        BigDecimal owed = as("an", () -> {
            recoveries.open(recovery, application.undertaking().enterpriseNumber());
            BigDecimal total = computeRecovery.compute(recovery, List.of(new VoucherLine(YearMonth.of(2020, 5), 100, false, "Geen prestaties gevonden"))).total();
            recoveries.decided(total, recovery);
            return total;
        });
        String dossier = file(recognition, VoluntaryReason.FUSIE_OVERNAME, successorNumber);
        answerAll(dossier, "1200.50", "300.00");
        send("an", dossier, "UserTask_VerzoekNagaan", Map.of());
        assertThat(as("an", () -> showDossier.show(dossier)).links()).extracting(ShowDossier.Link::number).contains(recognition, successor);

        Map<String, Object> shown = shown(dossier, "UserTask_OpenstaandePuntenRegelen");
        assertThat(shown).containsEntry("inbreuk", "LOOPT_DOOR").containsEntry("terugvordering", "WAARBORG").containsEntry("rsz", "WAARBORG")
                .containsEntry("rszBedrag", "1200.50");
        assertThat((String) shown.get("punten")).contains(infringement, recovery, "1.200,50 euro");
        assertThatThrownBy(() -> send("an", dossier, "UserTask_OpenstaandePuntenRegelen", Map.of())).isInstanceOf(Refused.class).hasMessage("withdrawal.matter.lawyer");
        assertThatThrownBy(() -> send("joke", dossier, "UserTask_OpenstaandePuntenRegelen", Map.of("terugvordering", "GEEN"))).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.fields()).extracting(Refused.Field::name).containsExactly("terugvordering"));
        send("joke", dossier, "UserTask_OpenstaandePuntenRegelen", Map.of("fiscus", "LOOPT_DOOR"));
        assertThat(sentences(infringement)).anyMatch(line -> line.contains("Joke Claes besliste: dit inbreukdossier loopt door"));
        decide(dossier);

        assertThat(dossiers.get(dossier).outcome()).isEqualTo("OVERGEDRAGEN_NA_FUSIE");
        assertThat(payouts(recognition)).containsExactly(Map.entry(Beneficiary.RSZ, new BigDecimal("1200.50")), Map.entry(Beneficiary.DEPARTEMENT, owed),
                Map.entry(Beneficiary.ONDERNEMING, new BigDecimal("23799.50").subtract(owed)));
        RecoveryStanding paid = recoveries.of(recovery).orElseThrow();
        assertThat(paid.state()).isEqualTo(RecoveryState.VOLDAAN);
        assertThat(paid.sum(RecoveryEntry.Kind.WAARBORG)).isEqualTo(owed);
        assertThat(sentences(recovery)).anyMatch(line -> line.contains("De waarborg van dossier " + recognition + " werd afgerekend"));
        assertThat(recognitions.history(recognition)).last().satisfies(change ->
                assertThat(change.successor()).isEqualTo(successorNumber));
        assertThat(dossiers.get(infringement).closedOn()).isNull();

        as("joke", () -> {
            consequences.undo(dossier, "De fusie ging niet door.");
            return null;
        });
        assertThat(recoveries.balance(recovery)).isEqualTo(owed);
        assertThat(deposits.of(recognition).orElseThrow().balance()).isEqualByComparingTo("25000");
        long entries = recoveries.of(recovery).orElseThrow().entries().size();
        as("joke", () -> {
            consequences.undo(dossier, "Nog eens.");
            return null;
        });
        assertThat(recoveries.of(recovery).orElseThrow().entries()).hasSize((int) entries);
    }

    @Test
    void what_was_paid_since_the_matters_were_found_is_not_taken_from_the_deposit_again() {
        String recognition = recognised();
        String recovery = opened("terugvordering", "TER");
        as("an", () -> {
            recoveries.open(recovery, application.undertaking().enterpriseNumber());
            BigDecimal total = computeRecovery.compute(recovery, List.of(new VoucherLine(YearMonth.of(2020, 5), 100, false, "Geen prestaties gevonden"))).total();
            recoveries.decided(total, recovery);
            return null;
        });
        String dossier = file(recognition, VoluntaryReason.STOPZETTING, null);
        answerAll(dossier, "0.00", "0.00");
        send("an", dossier, "UserTask_VerzoekNagaan", Map.of());
        send("an", dossier, "UserTask_OpenstaandePuntenRegelen", Map.of("terugvordering", "WAARBORG"));
        as("nele", () -> recordPayment.record(recovery, new BigDecimal("2335.99"), LocalDate.now(clock), null));
        decide(dossier);
        assertThat(payouts(recognition)).containsExactly(Map.entry(Beneficiary.DEPARTEMENT, new BigDecimal("0.01")),
                Map.entry(Beneficiary.ONDERNEMING, new BigDecimal("24999.99")));
        assertThat(recoveries.balance(recovery)).isEqualTo("0.00");
    }

    @Test
    void a_recognition_that_ended_meanwhile_leaves_the_request_without_object() {
        String recognition = recognised();
        String dossier = file(recognition, VoluntaryReason.STOPZETTING, null);
        answerAll(dossier, "0.00", "0.00");
        send("an", dossier, "UserTask_VerzoekNagaan", Map.of());
        String other = opened("intrekking-ambtshalve", "AMB");
        transactions.executeWithoutResult(status -> as("an", () -> changeRecognition.to(RecognitionStatus.INGETROKKEN_AMBTSHALVE, recognition, RECEIVED, other, "AMB-INACT", null)));
        decide(dossier);
        assertThat(dossiers.get(dossier).outcome()).isEqualTo("ZONDER_VOORWERP");
        assertThat(recognitions.of(recognition).status()).isEqualTo(RecognitionStatus.INGETROKKEN_AMBTSHALVE);
        assertThat(payouts(recognition)).isEmpty();
        refused(request(recognition, VoluntaryReason.STOPZETTING, null, EFFECTIVE), "recognition");
    }

    @Test
    void a_request_that_nobody_who_may_bind_signed_gets_a_letter_and_a_new_one_can_follow() {
        String recognition = recognised();
        String dossier = file(recognition, VoluntaryReason.STOPZETTING, null);
        sources.say(number(dossier), Source.KBO, register("Koen Martens"));
        ask(dossier, Source.KBO);
        assertThat(shown(dossier, "UserTask_VerzoekNagaan")).containsEntry("bevoegd", "NEE");
        send("an", dossier, "UserTask_VerzoekNagaan", Map.of());

        assertThat(dossiers.get(dossier).outcome()).isEqualTo("NIET_ONTVANKELIJK");
        assertThat(kinds(dossier)).contains("intrekking-geldig-verzoek");
        assertThat(running(dossier)).isEmpty();
        assertThat(recognitions.of(recognition).status()).isEqualTo(RecognitionStatus.ERKEND);
        assertThat(file(recognition, VoluntaryReason.STOPZETTING, null)).isNotEqualTo(dossier);
    }

    @Test
    void silent_sources_leave_it_to_a_person_and_the_decision_does_not_wait_longer_than_thirty_days() {
        String recognition = recognised();
        List.of(Source.values()).forEach(source -> sources.behave(source, SimulatedSources.Behaviour.DOWN));
        String dossier = file(recognition, VoluntaryReason.ANDERE, null);
        assertThat(shown(dossier, "UserTask_VerzoekNagaan")).doesNotContainKey("bevoegd")
                .hasEntrySatisfying("kbo", says -> assertThat((String) says).startsWith("De KBO gaf nog geen antwoord."));
        send("an", dossier, "UserTask_VerzoekNagaan", Map.of("bevoegd", "JA", "bewijs", "Statuten in het Belgisch Staatsblad"));
        assertThat(shown(dossier, "UserTask_OpenstaandePuntenRegelen")).doesNotContainKeys("rsz", "fiscus").containsEntry("inbreuk", "GEEN");
        LocalDate last = terms.due(dossier, "T-INV-02");
        assertThat(last).isEqualTo("2027-07-01");
        at(last, LocalTime.of(23, 30));
        assertThat(open(dossier)).containsExactly("UserTask_OpenstaandePuntenRegelen");
        at(last.plusDays(1), LocalTime.of(0, 5));
        assertThat(open(dossier)).containsExactly("UserTask_BeslissingOpstellen");
        assertThat(sentences(dossier)).anyMatch(line -> line.startsWith("De termijn om de openstaande punten te regelen is verstreken"));
        assertThat(requests.matters(dossier)).extracting(VoluntaryMatter::settlement).containsOnly("OPEN");
        decide(dossier);
        assertThat(payouts(recognition)).containsExactly(Map.entry(Beneficiary.ONDERNEMING, new BigDecimal("25000.00")));
    }

    @Test
    void the_undertaking_can_drop_its_request_until_the_decision_is_signed() {
        String recognition = recognised();
        String first = file(recognition, VoluntaryReason.STOPZETTING, null);
        assertThatThrownBy(() -> drop(first, " ")).isInstanceOf(Refused.class).hasMessage("withdrawal.drop.reason");
        drop(first, "Er is een overnemer gevonden.");
        String second = file(recognition, VoluntaryReason.STOPZETTING, null);
        answerAll(second, "500.00", "0.00");
        send("an", second, "UserTask_VerzoekNagaan", Map.of());
        assertThat(open(second)).containsExactly("UserTask_OpenstaandePuntenRegelen");
        drop(second, "Toch niet.");
        for (String dossier : List.of(first, second)) {
            assertThat(dossiers.get(dossier).outcome()).isEqualTo("VERZOEK_INGETROKKEN");
            assertThat(open(dossier)).isEmpty();
            assertThat(running(dossier)).isEmpty();
            assertThat(kinds(dossier)).contains("intrekking-verzoek-ingetrokken");
        }
        assertThat(recognitions.of(recognition).status()).isEqualTo(RecognitionStatus.ERKEND);
        String third = file(recognition, VoluntaryReason.STOPZETTING, null);
        answerAll(third, "0.00", "0.00");
        send("an", third, "UserTask_VerzoekNagaan", Map.of());
        send("an", third, "UserTask_BeslissingOpstellen", Map.of());
        send("joke", third, "UserTask_JuridischNazicht", legalCheck(true));
        send("karel", third, "UserTask_Ondertekenen", signature());
        assertThatThrownBy(() -> drop(third, "Te laat.")).isInstanceOf(Refused.class).hasMessage("withdrawal.drop.too-late");
    }

    @Test
    void a_request_is_refused_with_every_field_that_is_wrong() {
        String recognition = recognised();
        at(RECEIVED, LocalTime.of(9, 0));
        String own = application.undertaking().enterpriseNumber();
        var good = request(recognition, VoluntaryReason.STOPZETTING, null, EFFECTIVE);
        refused(request(null, null, null, null), "recognition", "effectiveOn", "reason");
        refused(request(recognition, VoluntaryReason.STOPZETTING, null, RECEIVED.minusDays(1)), "effectiveOn");
        refused(request(recognition, VoluntaryReason.FUSIE_OVERNAME, "0123456789", EFFECTIVE), "successor");
        refused(request(recognition, VoluntaryReason.FUSIE_OVERNAME, own, EFFECTIVE), "successor");
        refused(new FileVoluntaryRequest.Request(recognition, RECEIVED.plusDays(1), VoluntaryReason.ANDERE, " ", null, EFFECTIVE, ""), "receivedOn", "explanation", "signatory");
        assertThat(fields(good, List.of())).containsExactly("attachments");
        assertThatThrownBy(() -> as("karel", () -> fileVoluntaryRequest.file(UUID.randomUUID(), good, attachment()))).isInstanceOf(Refused.class).hasMessage("security.role-missing");

        UUID action = UUID.randomUUID();
        String dossier = as("an", () -> fileVoluntaryRequest.file(action, good, attachment()));
        assertThat(as("an", () -> fileVoluntaryRequest.file(action, good, attachment()))).isEqualTo(dossier);
        refused(good, "recognition");
        assertThatThrownBy(() -> send("an", dossier, "UserTask_VerzoekNagaan", Map.of("bevoegd", "JA", "bewijs", "Statuten",
                "ingangsdatum", RECEIVED.minusDays(1).toString()))).isInstanceOf(Refused.class).hasMessage("withdrawal.field.effective-before-receipt");
        answerAll(dossier, "0.00", "0.00");
        // The day of receipt itself is the first that can be asked for.
        send("an", dossier, "UserTask_VerzoekNagaan", Map.of("ingangsdatum", RECEIVED.toString()));
        decide(dossier);
        assertThat(recognitions.of(recognition).endedOn()).isEqualTo(RECEIVED);
        refused(good, "recognition");
    }

    /** The building blocks that every decision passes, with their sending back and their approval. */
    @Test
    void a_decision_that_is_sent_back_is_drafted_again() {
        String recognition = recognised();
        String dossier = file(recognition, VoluntaryReason.STOPZETTING, null);
        answerAll(dossier, "0.00", "0.00");
        send("an", dossier, "UserTask_VerzoekNagaan", Map.of());
        send("an", dossier, "UserTask_BeslissingOpstellen", Map.of());
        send("joke", dossier, "UserTask_JuridischNazicht", legalCheck(false));
        assertThat(open(dossier)).containsExactly("UserTask_BeslissingOpstellen");
        decide(dossier);
        assertThat(ReachedEvents.missing(jdbc, "besluit", List.of(dossier))).isEmpty();
    }

    /** Every element of the diagrams was visited by some test of this class. */
    @AfterAll
    void every_place_of_every_diagram_was_visited() {
        Set<String> missed = new TreeSet<>();
        for (var definition : repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .filter(each -> Set.of("intrekking-vrijwillig", "einde-erkenning").contains(each.getKey())).toList()) {
            for (FlowNode node : repository.getBpmnModelInstance(definition.getId()).getModelElementsByType(FlowNode.class)) {
                if (history.createHistoricActivityInstanceQuery().activityId(node.getId()).processDefinitionId(definition.getId()).count() == 0) {
                    missed.add(definition.getKey() + ": " + node.getId());
                }
            }
        }
        assertThat(missed).isEmpty();
    }

    private String recognised() {
        at(RECOGNISED, LocalTime.of(9, 0));
        application = InventedApplications.make(undertakings++, RECOGNISED, true);
        String dossier = acts.file(people.actor("els"), application, "PAPIER", RECOGNISED, InventedApplications.attachments(application));
        send("an", dossier, "UserTask_VolledigheidNagaan", complete());
        send("an", dossier, "UserTask_BronnenNagaan", cleanSources());
        send("an", dossier, "UserTask_OndernemingsplanBeoordelen", goodPlan());
        send("an", dossier, "UserTask_WaarborgNagaan", depositPaid(RECOGNISED.minusDays(10)));
        send("an", dossier, "UserTask_VoorwaardenBeoordelen", conditionsMet());
        send("an", dossier, "UserTask_NotaOpstellen", note("GUNSTIG"));
        send("sofie", dossier, "UserTask_OpAgendaPlaatsen", agenda(RECOGNISED));
        send("sofie", dossier, "UserTask_AdviesRegistreren", advice("GUNSTIG", RECOGNISED));
        send("an", dossier, "UserTask_BeslissingOpstellen", decision("ERKEND", List.of("SCHOONMAKEN")));
        sign(dossier);
        return dossier;
    }

    private String file(String recognition, VoluntaryReason reason, String successor) {
        at(RECEIVED, LocalTime.of(9, 0));
        return as("els", () -> fileVoluntaryRequest.file(UUID.randomUUID(), request(recognition, reason, successor, EFFECTIVE), attachment()));
    }

    private static FileVoluntaryRequest.Request request(String recognition, VoluntaryReason reason, String successor, LocalDate effectiveOn) {
        return new FileVoluntaryRequest.Request(recognition, RECEIVED, reason, "De zaakvoerder gaat met pensioen.", successor, effectiveOn, SIGNATORY);
    }

    private List<AttachedFile> attachment() {
        return List.of(new AttachedFile("verzoek.pdf", InventedApplications.proofOfDeposit("Verzoek").content()));
    }

    private String opened(String procedure, String prefix) {
        return as("an", () -> dossiers.open(new Dossiers.NewDossier(procedure, prefix, application.undertaking().name(),
                application.undertaking().enterpriseNumber(), null, "VSI", LocalDate.now(clock), null, null)));
    }

    private void answerAll(String dossier, String socialSecurity, String tax) {
        sources.say(number(dossier), Source.KBO, register(SIGNATORY));
        sources.say(number(dossier), Source.RSZ, Facts.owing(new BigDecimal(socialSecurity), RepaymentPlan.GEEN));
        sources.say(number(dossier), Source.FISCUS, Facts.owing(new BigDecimal(tax), RepaymentPlan.GEEN));
        List.of(Source.KBO, Source.RSZ, Source.FISCUS).forEach(source -> ask(dossier, source));
    }

    private static Facts register(String representative) {
        return Facts.standing(Facts.Status.ACTIEF, LocalDate.of(2020, 1, 1), null,
                List.of(new Facts.Person(representative, "ZAAKVOERDER", LocalDate.of(2020, 1, 1), null)), List.of());
    }

    private void ask(String dossier, Source source) {
        assertThat(as("an", () -> askSources.of(number(dossier), source, dossier)).available()).isTrue();
    }

    private void decide(String dossier) {
        send("an", dossier, "UserTask_BeslissingOpstellen", Map.of());
        sign(dossier);
    }

    private void sign(String dossier) {
        send("joke", dossier, "UserTask_JuridischNazicht", legalCheck(true));
        send("karel", dossier, "UserTask_Ondertekenen", signature());
        jobs.run();
        send("els", dossier, "UserTask_ZendingRegistreren", posted(LocalDate.now(clock), 1));
        jobs.run();
    }

    private void drop(String dossier, String reason) {
        as("els", () -> {
            dropVoluntaryRequest.drop(dossier, reason);
            return null;
        });
    }

    private void refused(FileVoluntaryRequest.Request request, String... wrong) {
        assertThat(fields(request, attachment())).containsExactlyInAnyOrder(wrong);
    }

    private List<String> fields(FileVoluntaryRequest.Request request, List<AttachedFile> files) {
        try {
            as("els", () -> fileVoluntaryRequest.file(UUID.randomUUID(), request, files));
            return List.of();
        } catch (Refused refused) {
            return refused.fields().stream().map(Refused.Field::name).toList();
        }
    }

    private List<Map.Entry<Beneficiary, BigDecimal>> payouts(String recognition) {
        return deposits.of(recognition).orElseThrow().movements().stream().filter(movement -> movement.to() != null)
                .map(movement -> Map.entry(movement.to(), movement.amount())).toList();
    }

    private Map<String, Object> shown(String dossier, String task) {
        return as("an", () -> showTask.show(acts.task(dossier, task)).values());
    }

    private void send(String person, String dossier, String task, Map<String, Object> fields) {
        acts.send(people.actor(person), dossier, task, new HashMap<>(fields));
    }

    private <T> T as(String person, Supplier<T> work) {
        return currentActor.as(people.actor(person), work);
    }

    private String number(String dossier) {
        return dossiers.get(dossier).enterpriseNumber();
    }

    private void at(LocalDate day, LocalTime time) {
        clock.moveTo(ZonedDateTime.of(day, time, MovableClock.BRUSSELS));
        jobs.run();
    }

    private List<String> running(String dossier) {
        return terms.of(dossier).stream().filter(term -> term.stoppedOn() == null).map(TermStanding::rule).toList();
    }

    private List<String> open(String dossier) {
        return openWork.ofDossier(dossier).stream().map(OpenWork.Row::taskKey).toList();
    }

    private List<String> kinds(String dossier) {
        return letters.of(dossier).stream().map(Letters.Letter::kind).toList();
    }

    private List<String> sentences(String dossier) {
        return audit.of(dossier).stream().map(AuditLog.Line::sentence).toList();
    }
}
