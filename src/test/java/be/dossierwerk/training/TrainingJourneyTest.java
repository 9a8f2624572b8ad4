package be.dossierwerk.training;

import static be.dossierwerk.demo.TypedForms.complete;
import static be.dossierwerk.demo.TypedForms.legalCheck;
import static be.dossierwerk.demo.TypedForms.posted;
import static be.dossierwerk.demo.TypedForms.signature;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.KeptOutInTests;
import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.audit.proof.EntryHash;
import be.dossierwerk.casework.ContestedAct;
import be.dossierwerk.casework.ContestedDecisions;
import be.dossierwerk.correspondence.Letters;
import be.dossierwerk.deadline.PauseGround;
import be.dossierwerk.deadline.TermStanding;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.demo.Acts;
import be.dossierwerk.diagrams.ReachedEvents;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.inbox.OpenWork;
import be.dossierwerk.inbox.ShowTask;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.withdrawal.RecognisedFixture;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.HashMap;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The approval of trainings on the real engine and the real database, with a moved clock: each training by its own days. */
@DossierwerkTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrainingJourneyTest {

    /** A Monday. */
    private static final LocalDate RECEIVED = LocalDate.of(2027, 3, 1);
    private static final LocalDate SESSION = LocalDate.of(2027, 3, 22);
    private static final int PROVIDER = RecognisedFixture.reserve(2);
    private final Set<String> filed = new TreeSet<>();

    @Autowired private Acts acts;
    @Autowired private DemoPeople people;
    @Autowired private CurrentActor currentActor;
    @Autowired private FileTraining fileTraining;
    @Autowired private DropTraining dropTraining;
    @Autowired private ProposeApprovalChange proposeApprovalChange;
    @Autowired private DecideApprovalChange decideApprovalChange;
    @Autowired private ApprovalChanges approvalChanges;
    @Autowired private RecordGroupAdvice recordGroupAdvice;
    @Autowired private ShowTrainingFile showTrainingFile;
    @Autowired private TrainingsForReimbursement forReimbursement;
    @Autowired private ShowTask showTask;
    @Autowired private KeptOutInTests keptOut;
    @Autowired private Trainings trainings;
    @Autowired private ContestedTraining contestedTraining;
    @Autowired private ContestedDecisions decisions;
    @Autowired private AuditLog audit;
    @Autowired private TransactionTemplate transactions;
    @Autowired private PublishedTrainings published;
    @Autowired private Dossiers dossiers;
    @Autowired private Terms terms;
    @Autowired private Letters letters;
    @Autowired private OpenWork openWork;
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
    void an_approved_training_is_published_and_counts_from_the_day_of_filing() {
        String dossier = file("Veilig tillen in huis").get(0);
        assertThat(kinds(dossier)).containsExactly("ontvangstbevestiging");
        send("an", dossier, "UserTask_VolledigheidNagaan", completeOn(RECEIVED));
        assertThat(terms.due(dossier, "T-OF-03")).isEqualTo("2027-05-01");
        assertThat(terms.due(dossier, "T-OF-06")).isEqualTo("2027-06-29");
        examine(dossier, "GUNSTIG");
        place(dossier);
        at(SESSION);
        advise(dossier, "GUNSTIG");
        assertThat(terms.due(dossier, "T-OF-05")).isEqualTo("2027-05-22");
        assertThat(running(dossier)).doesNotContain("T-OF-03");
        decide(dossier, "GOEDGEKEURD");

        assertThat(dossiers.get(dossier).outcome()).isEqualTo("GOEDGEKEURD");
        assertThat(running(dossier)).isSubsetOf("T-RVS");
        assertThat(published.search("Veilig tillen in huis", null, null, 0)).singleElement()
                .satisfies(each -> assertThat(each.eligibleFrom()).isEqualTo(RECEIVED));
    }

    @Test
    void one_slow_training_does_not_hold_up_the_others_of_its_file() {
        List<String> group = file("Klanten begroeten", "Klachten oplossen", "Telefoneren");
        String file = trainings.find(group.get(0)).orElseThrow().file();
        send("an", group.get(0), "UserTask_VolledigheidNagaan", completeOn(RECEIVED));
        send("an", group.get(1), "UserTask_VolledigheidNagaan", completeOn(RECEIVED));
        send("an", group.get(2), "UserTask_VolledigheidNagaan", Map.of("ontbreekt", List.of("LESGEVER"), "toelichting", "Wie geeft de opleiding?"));
        examine(group.get(0), "GUNSTIG");
        examine(group.get(1), "GUNSTIG");
        place(group.get(0));

        assertThat(open(group.get(1))).containsExactly(TrainingModel.RECORD_ADVICE);
        assertThat(jdbc.sql("select count(*) from training_agenda_item where file = ?").param(file).query(Integer.class).single()).isOne();
        at(SESSION);
        advise(group.get(0), "GUNSTIG");
        advise(group.get(1), "VOORWAARDELIJK");
        decide(group.get(0), "GOEDGEKEURD");
        decide(group.get(1), "GOEDGEKEURD");
        assertThat(trainings.ofFile(file)).extracting(Training::status)
                .containsExactly(TrainingStatus.GOEDGEKEURD, TrainingStatus.GOEDGEKEURD, TrainingStatus.INGEDIEND);
        assertThat(dossiers.get(file).closedOn()).isNull();

        at(RECEIVED.plusMonths(1).plusDays(1));
        assertThat(kinds(group.get(2))).contains("herinnering");
        at(RECEIVED.plusMonths(2).plusDays(5));
        assertThat(dossiers.get(group.get(2)).outcome()).isEqualTo("ZONDER_GEVOLG");
        assertThat(kinds(group.get(2))).contains("opleiding-zonder-gevolg");
        assertThat(dossiers.get(file).closedOn()).isNotNull();
    }

    @Test
    void the_clock_stands_still_while_the_applicant_may_react_on_a_negative_advice() {
        String dossier = ready("Sportmassage");
        at(SESSION);
        advise(dossier, "ONGUNSTIG");

        assertThat(kinds(dossier)).contains("opleiding-negatief-advies");
        assertThat(terms.due(dossier, "T-OF-04")).isEqualTo("2027-04-05");
        assertThat(terms.stopped(dossier, PauseGround.REACTIE_ADVIES)).containsExactly("T-OF-06");
        assertThat(dossiers.get(dossier).state()).isEqualTo("WACHT_OP_AANVRAGER");
        at(SESSION.plusDays(10));
        send("els", dossier, TrainingModel.RECORD_REACTION, Map.of("ontvangenOp", SESSION.plusDays(10).toString(), "samenvatting", "Er is wel een verband."));
        assertThat(terms.due(dossier, "T-OF-06")).isEqualTo("2027-07-09");
        send("an", dossier, "UserTask_ReactieBeoordelen", Map.of("antwoord", "Het verband is er niet.", "vooruitzicht", "ONGUNSTIG"));
        decide(dossier, "GEWEIGERD");

        assertThat(dossiers.get(dossier).outcome()).isEqualTo("GEWEIGERD");
        assertThat(published.search("Sportmassage", null, null, 0)).isEmpty();
    }

    @Test
    void without_a_reaction_the_decision_follows_after_fourteen_days() {
        String dossier = ready("Bloemschikken");
        at(SESSION);
        advise(dossier, "ONGUNSTIG");
        at(SESSION.plusDays(16));

        assertThat(open(dossier)).containsExactly("UserTask_BeslissingOpstellen");
        assertThat(terms.openPauses(dossier)).isEmpty();
        assertThatThrownBy(() -> send("an", dossier, "UserTask_BeslissingOpstellen", Map.of("uitkomst", "GOEDGEKEURD"))).isInstanceOf(Refused.class);
        decide(dossier, "GEWEIGERD");
    }

    @Test
    void what_is_put_off_comes_back_on_the_agenda_and_silence_of_the_committee_stops_nothing() {
        String dossier = ready("Strijken zonder pijn");
        at(SESSION);
        advise(dossier, "UITGESTELD");
        assertThat(open(dossier)).containsExactly(TrainingModel.PLACE);
        send("sofie", dossier, TrainingModel.PLACE, Map.of("zitting", "2027-04-26"));
        at(LocalDate.of(2027, 5, 3));

        assertThat(open(dossier)).containsExactly("UserTask_BeslissingOpstellen");
        assertThat(terms.due(dossier, "T-OF-05")).isEqualTo("2027-07-01");
        decide(dossier, "GOEDGEKEURD");
        assertThat(dossiers.get(dossier).outcome()).isEqualTo("GOEDGEKEURD");
    }

    @Test
    void an_approval_that_is_suspended_is_not_offered_and_one_that_is_annulled_is_advised_about_again() {
        String dossier = ready("Ramen zonder ladder");
        at(SESSION);
        advise(dossier, "GUNSTIG");
        decide(dossier, "GOEDGEKEURD");
        UUID approval = decisions.newest(dossier).orElseThrow();
        LocalDate ruled = LocalDate.of(2027, 9, 6);
        at(ruled);
        ruling(act -> act.suspend(dossier, approval, ruled, "Arrest"));
        ruling(act -> act.suspend(dossier, approval, ruled, "Arrest"));
        assertThat(published.search("Ramen zonder ladder", null, null, 0)).isEmpty();
        assertThat(forReimbursement.on(dossier, ruled)).isEmpty();
        ruling(act -> act.resume(dossier, approval, ruled, "Verworpen"));
        assertThat(published.search("Ramen zonder ladder", null, null, 0)).hasSize(1);
        ruling(act -> act.annul(dossier, approval, ruled, "Arrest"));
        int told = audit.of(dossier).size();
        ruling(act -> act.annul(dossier, approval, ruled, "Arrest"));
        assertThat(audit.of(dossier)).hasSize(told);
        assertThat(published.search("Ramen zonder ladder", null, null, 0)).isEmpty();

        ruling(act -> act.reopen(dossier, TrainingModel.PLACE, ruled, "de Raad van State vernietigde de goedkeuring"));
        assertThat(terms.due(dossier, "T-OF-06")).isEqualTo("2028-01-04");
        assertThat(terms.due(dossier, "T-OF-03")).isEqualTo("2027-11-06");
        send("sofie", dossier, TrainingModel.PLACE, Map.of("zitting", ruled.toString()));
        send("sofie", dossier, TrainingModel.RECORD_ADVICE, Map.of("strekking", "ONGUNSTIG", "gegevenOp", ruled.toString(), "aanwezig", "7", "quorumBereikt", "JA",
                "motivering", "De commissie besprak de opleiding opnieuw."));
        at(terms.due(dossier, "T-OF-04").plusDays(1));
        decide(dossier, "GEWEIGERD");
        assertThat(dossiers.get(dossier).outcome()).isEqualTo("GEWEIGERD");
    }

    @Test
    void a_refusal_in_a_group_that_is_annulled_opens_the_group_again() {
        List<String> group = file("Koken voor twee", "Koken voor vier");
        String file = trainings.find(group.get(0)).orElseThrow().file();
        group.forEach(dossier -> {
            send("an", dossier, "UserTask_VolledigheidNagaan", completeOn(RECEIVED));
            examine(dossier, "GUNSTIG");
        });
        place(group.get(0));
        at(SESSION);
        group.forEach(dossier -> advise(dossier, "GUNSTIG"));
        decide(group.get(0), "GOEDGEKEURD");
        send("an", group.get(1), "UserTask_BeslissingOpstellen", Map.of("uitkomst", "GEWEIGERD", "afwijkingAdvies", "Het thema past niet."));
        send("joke", group.get(1), "UserTask_JuridischNazicht", legalCheck(true));
        send("karel", group.get(1), "UserTask_Ondertekenen", signature());
        jobs.run();
        send("els", group.get(1), "UserTask_ZendingRegistreren", posted(LocalDate.now(clock), 1));
        jobs.run();
        assertThat(dossiers.get(file).closedOn()).isNotNull();
        UUID refusal = decisions.newest(group.get(1)).orElseThrow();
        ruling(act -> act.suspend(group.get(1), refusal, SESSION, "Arrest"));
        assertThat(audit.of(group.get(1))).extracting(AuditLog.Line::sentence).contains("Een geschorste weigering keurt de opleiding nog niet goed: er verandert niets.");
        ruling(act -> act.annul(group.get(1), refusal, SESSION, "Arrest"));
        ruling(act -> act.reopen(group.get(1), "CallActivity_Besluit", SESSION, "de Raad van State vernietigde de weigering"));
        assertThat(dossiers.get(file).closedOn()).isNull();
        decide(group.get(1), "GOEDGEKEURD");
        assertThat(dossiers.get(file).closedOn()).isNotNull();
        assertThat(published.search("Koken voor vier", null, null, 0)).hasSize(1);
    }

    private void ruling(Consumer<ContestedAct> work) {
        as("joke", () -> {
            transactions.executeWithoutResult(status -> work.accept(contestedTraining));
            return null;
        });
        jobs.run();
    }

    /** No tacit approval: 120 days pass and the training is still not approved. */
    @Test
    void silence_approves_nothing() {
        String dossier = file("Poetsen zonder chemie").get(0);
        send("an", dossier, "UserTask_VolledigheidNagaan", completeOn(RECEIVED));
        examine(dossier, "GUNSTIG");
        at(RECEIVED.plusDays(200));

        assertThat(open(dossier)).containsExactly("UserTask_BeslissingOpstellen");
        assertThat(dossiers.get(dossier).closedOn()).isNull();
        assertThat(published.search("Poetsen zonder chemie", null, null, 0)).isEmpty();
    }

    @Test
    void an_external_provider_that_is_not_registered_on_a_session_day_cannot_be_proposed_for_approval() {
        at(RECEIVED);
        FileTraining.Asked external = new FileTraining.Asked("Omgaan met agressie", TrainingTheme.KLANTEN, TrainingKind.EXTERN, "Rustig blijven", "Gesprekken",
                "Rollenspel", "Huishoudhulpen", new BigDecimal("6"), 10, "Jan Smet", "Trainer", RecognisedFixture.number(PROVIDER), "Vorming vzw", "QR-1234",
                new BigDecimal("120.00"), "Nederlands", List.of(new Trainings.Session(LocalDate.of(2027, 9, 1), "Aalst")), List.of());
        String dossier = filed(List.of(external)).get(0);
        send("an", dossier, "UserTask_VolledigheidNagaan", completeOn(RECEIVED));
        Map<String, Object> findings = Map.of("themaPast", "JA", "registratie", "GEREGISTREERD", "registratieVan", "2020-01-01", "registratieTot", "2027-08-31",
                "registratieBron", "Register van het departement", "bevindingen", "De registratie stopt te vroeg.", "vooruitzicht", "GUNSTIG");

        assertThatThrownBy(() -> send("an", dossier, "UserTask_Vooronderzoek", findings)).isInstanceOf(Refused.class).hasMessage("training.cannot-be-approved");
        Map<String, Object> longer = new HashMap<>(findings);
        longer.put("registratieTot", "2027-09-01");
        send("an", dossier, "UserTask_Vooronderzoek", longer);
        assertThat(open(dossier)).containsExactly(TrainingModel.PLACE);
    }

    /** The 120 days of WSE time from a complete file on Monday 1 March 2027: as they are, with the whole pause of a negative advice, and with a part of it. */
    @Test
    void the_term_of_120_days_moves_by_exactly_the_days_of_the_pause() {
        String untouched = ready("Zonder pauze");
        String silent = ready("Hele pauze");
        String answered = ready("Halve pauze");
        at(SESSION);
        advise(untouched, "GUNSTIG");
        advise(silent, "ONGUNSTIG");
        advise(answered, "ONGUNSTIG");
        at(SESSION.plusDays(7));
        send("greet", answered, TrainingModel.RECORD_REACTION, Map.of("ontvangenOp", "2027-03-29", "samenvatting", "Wij lichten toe."));
        at(SESSION.plusDays(30));

        assertThat(terms.due(untouched, "T-OF-06")).isEqualTo("2027-06-29");
        assertThat(terms.due(silent, "T-OF-06")).as("14 days later, although it is noticed later").isEqualTo("2027-07-13");
        assertThat(terms.due(answered, "T-OF-06")).as("7 days later").isEqualTo("2027-07-06");
        for (String each : List.of(untouched, silent, answered)) {
            assertThat(terms.due(each, "T-OF-05")).as("two months after the advice, pause or not").isEqualTo("2027-05-22");
        }
    }

    @Test
    void missing_items_stop_no_clock_that_does_not_run_yet_and_the_120_days_start_when_all_is_there() {
        String dossier = file("Later volledig").get(0);
        send("an", dossier, "UserTask_VolledigheidNagaan", Map.of("ontbreekt", List.of("LESGEVER"), "toelichting", "Wie geeft de opleiding?"));
        assertThat(terms.due(dossier, "T-OF-06")).isNull();
        at(RECEIVED.plusDays(20));
        send("els", dossier, "UserTask_AanvullingRegistreren", Map.of("ontvangenOp", "2027-03-20", "ontvangen", List.of("LESGEVER")));
        send("an", dossier, "UserTask_VolledigheidNagaan", completeOn(LocalDate.of(2027, 3, 20)));

        assertThat(terms.due(dossier, "T-OF-06")).isEqualTo("2027-07-18");
        assertThat(terms.due(dossier, "T-OF-03")).isEqualTo("2027-05-20");
        assertThat(trainings.find(dossier).orElseThrow().eligibleFrom()).as("the day of filing stays").isEqualTo(RECEIVED);
    }

    @Test
    void the_advice_about_a_group_is_given_once_with_another_for_the_exceptions() {
        List<String> group = file("Groep een", "Groep twee", "Groep drie", "Groep vier");
        String file = trainings.find(group.get(0)).orElseThrow().file();
        group.forEach(each -> {
            send("an", each, "UserTask_VolledigheidNagaan", completeOn(RECEIVED));
            examine(each, "GUNSTIG");
        });
        send("greet", group.get(0), TrainingModel.PLACE, Map.of("zitting", SESSION.toString()));
        assertThat(showTrainingFile.show(file).toAdvise()).containsExactly(SESSION);
        at(SESSION);
        RecordGroupAdvice.Common common = new RecordGroupAdvice.Common(SESSION, SESSION, 7, true, "GUNSTIG", "Alles past bij de functie.", null);
        assertThatThrownBy(() -> as("greet", () -> recordGroupAdvice.record(file, common, List.of(new RecordGroupAdvice.Excepted(group.get(1), "ONGUNSTIG", " ")))))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.fields()).extracting(Refused.Field::name).containsExactly("exceptions"));
        assertThat(group).allSatisfy(each -> assertThat(open(each)).containsExactly(TrainingModel.RECORD_ADVICE));
        assertThatThrownBy(() -> as("els", () -> recordGroupAdvice.record(file, common, List.of()))).isInstanceOf(Refused.class);

        int advised = as("greet", () -> recordGroupAdvice.record(file, common, List.of(new RecordGroupAdvice.Excepted(group.get(1), "ONGUNSTIG", "Geen verband."),
                new RecordGroupAdvice.Excepted(group.get(2), "UITGESTELD", "Eerst meer uitleg."))));

        assertThat(advised).isEqualTo(4);
        assertThat(group.stream().map(each -> open(each).get(0))).containsExactly("UserTask_BeslissingOpstellen", TrainingModel.RECORD_REACTION, TrainingModel.PLACE,
                "UserTask_BeslissingOpstellen");
        assertThat(showTrainingFile.show(file).lines()).extracting(ShowTrainingFile.Line::why).satisfiesExactly(
                first -> assertThat(first).isEqualTo("Wij nemen een beslissing na een gunstig advies."),
                second -> assertThat(second).isEqualTo("Wacht op de aanvrager. Het advies is negatief. De aanvrager kan antwoorden tot en met maandag 5 april 2027."),
                third -> assertThat(third).isEqualTo("De commissie stelde de opleiding op maandag 22 maart 2027 uit. Ze moet opnieuw op de agenda."),
                fourth -> assertThat(fourth).isEqualTo("Wij nemen een beslissing na een gunstig advies."));
        assertThatThrownBy(() -> as("greet", () -> recordGroupAdvice.record(file, common, List.of()))).isInstanceOf(Refused.class).hasMessage("training.group.nothing");
    }

    @Test
    void who_is_kept_out_of_one_training_neither_places_nor_advises_it_with_its_group() {
        List<String> group = file("Open voor Greet", "Gesloten voor Greet");
        String file = trainings.find(group.get(0)).orElseThrow().file();
        group.forEach(each -> {
            send("an", each, "UserTask_VolledigheidNagaan", completeOn(RECEIVED));
            examine(each, "GUNSTIG");
        });
        keptOut.keepOut(group.get(1), Map.of("greet", "Greet Wouters gaf advies over de bestreden beslissing."));
        try {
            assertThatThrownBy(() -> send("greet", group.get(0), TrainingModel.PLACE, Map.of("zitting", SESSION.toString()))).hasMessage("inbox.conflict");
            assertThat(group).allSatisfy(each -> assertThat(open(each)).containsExactly(TrainingModel.PLACE));
            place(group.get(0));
            at(SESSION);
            RecordGroupAdvice.Common common = new RecordGroupAdvice.Common(SESSION, SESSION, 7, true, "GUNSTIG", "Alles past bij de functie.", null);
            assertThatThrownBy(() -> as("greet", () -> recordGroupAdvice.record(file, common, List.of()))).hasMessage("inbox.conflict");
            assertThat(jdbc.sql("select actor from audit_entry where dossier = ? and action = 'POGING_GEWEIGERD'").param(group.get(1)).query(String.class).list())
                    .containsExactly("greet", "greet");
            assertThat(as("sofie", () -> recordGroupAdvice.record(file, common, List.of()))).isEqualTo(2);
        } finally {
            keptOut.forget();
        }
    }

    @Test
    void the_applicant_can_drop_one_training_until_the_decision_is_signed() {
        List<String> group = file("Blijft", "Gaat weg");
        String gone = group.get(1);
        send("an", gone, "UserTask_VolledigheidNagaan", completeOn(RECEIVED));
        assertThatThrownBy(() -> as("els", () -> drop(gone, " "))).isInstanceOf(Refused.class).hasMessage("training.drop.reason");
        as("els", () -> drop(gone, "De lesgever is ziek."));

        assertThat(dossiers.get(gone).outcome()).isEqualTo("INGETROKKEN_DOOR_AANVRAGER");
        assertThat(trainings.find(gone).orElseThrow().status()).isEqualTo(TrainingStatus.INGETROKKEN_DOOR_AANVRAGER);
        assertThat(open(gone)).isEmpty();
        assertThat(running(gone)).isEmpty();
        assertThat(kinds(gone)).contains("opleiding-ingetrokken");
        assertThat(open(group.get(0))).containsExactly("UserTask_VolledigheidNagaan");
        assertThatThrownBy(() -> as("els", () -> drop(gone, "Nog eens."))).isInstanceOf(Refused.class).hasMessage("training.drop.too-late");
        as("els", () -> drop(group.get(0), "Ook deze niet."));
        assertThat(dossiers.get(trainings.find(gone).orElseThrow().file()).outcome()).isEqualTo("AFGEHANDELD");
    }

    /** Norm H6: a decision that comes late costs the undertaking nothing, and a lesson before the filing is never eligible. */
    @Test
    void sessions_are_eligible_from_the_day_of_filing_and_only_once_the_training_is_approved() {
        String dossier = ready("In aanmerking vanaf indiening");
        assertThat(forReimbursement.on(dossier, RECEIVED)).isEmpty();
        at(SESSION);
        advise(dossier, "GUNSTIG");
        at(SESSION.plusDays(90));
        decide(dossier, "GOEDGEKEURD");

        assertThat(forReimbursement.on(dossier, RECEIVED.minusDays(1))).isEmpty();
        assertThat(forReimbursement.on(dossier, RECEIVED)).hasValueSatisfying(training -> {
            assertThat(training.eligibleFrom()).isEqualTo(RECEIVED);
            assertThat(training.title()).isEqualTo("In aanmerking vanaf indiening");
            assertThat(training.type().name()).isEqualTo("INTERN");
        });
        assertThat(forReimbursement.on(dossier, SESSION.plusYears(3))).isPresent();
        assertThat(forReimbursement.on("DC-OPL-2027-99999", SESSION)).isEmpty();
    }

    @Test
    void the_moment_of_filing_is_sealed_in_the_audit_chain() throws Exception {
        String dossier = file("Verzegeld").get(0);
        record Sealed(String dossier, long seq, java.time.OffsetDateTime at, String actor, String roles, String action, String commitment, String previous, String hash,
                      String content, byte[] key) { }
        List<Sealed> chain = jdbc.sql("""
                select dossier, seq, at, actor, roles, action, commitment, previous, hash, content, key
                from audit_entry join audit_content using (dossier, seq) join audit_key using (dossier) where dossier = ? order by seq""").param(dossier).query(Sealed.class).list();
        int filing = (int) chain.stream().takeWhile(entry -> !entry.action().equals("OPLEIDING_INGEDIEND")).count();
        Sealed sealed = chain.get(filing);

        assertThat(sealed.at().toInstant()).isBetween(ZonedDateTime.of(RECEIVED, LocalTime.of(9, 0), MovableClock.BRUSSELS).toInstant(), clock.instant());
        assertThat(sealed.content()).contains("\"eligibleFrom\":\"2027-03-01\"", trainings.find(dossier).orElseThrow().title());
        assertThat(sealed.commitment()).isEqualTo(EntryHash.commitment(sealed.key(), dossier, sealed.seq(), sealed.content()));
        assertThat(sealed.hash()).isEqualTo(EntryHash.hash(dossier, sealed.seq(), sealed.at().toInstant(), sealed.actor(), sealed.roles(), sealed.action(), sealed.commitment(), sealed.previous()));
        assertThat(chain.get(filing + 1).previous()).isEqualTo(sealed.hash());
    }

    @Test
    void the_registration_of_a_known_provider_is_proposed_and_ends_its_place_in_the_list() {
        String first = examined("Rustig blijven", "2027-12-31");
        String second = filedBy("Grenzen stellen");
        send("an", second, "UserTask_VolledigheidNagaan", completeOn(RECEIVED));
        assertThat(shown(second)).containsEntry("registratie", "GEREGISTREERD").containsEntry("registratieTot", "2027-12-31");
        send("greet", first, TrainingModel.PLACE, Map.of("zitting", SESSION.toString()));
        at(SESSION);
        advise(first, "GUNSTIG");
        decide(first, "GOEDGEKEURD");

        assertThat(published.search("Rustig blijven", null, null, 0)).hasSize(1);
        assertThat(forReimbursement.on(first, LocalDate.of(2027, 12, 31))).isPresent();
        assertThat(forReimbursement.on(first, LocalDate.of(2028, 1, 1))).isEmpty();
        at(LocalDate.of(2028, 1, 1));
        assertThat(published.search("Rustig blijven", null, null, 0)).isEmpty();
    }

    @Test
    void an_approval_is_withdrawn_by_two_people_and_the_public_list_follows_from_that_day() {
        String dossier = ready("Later ingetrokken");
        at(SESSION);
        advise(dossier, "GUNSTIG");
        decide(dossier, "GOEDGEKEURD");
        LocalDate first = LocalDate.of(2027, 5, 1);
        var withdrawal = new ProposeApprovalChange.Proposal(ApprovalChange.Kind.INGETROKKEN, first, null, null, "De lesgever is er niet meer.", "De aanvrager ging akkoord.");
        assertThatThrownBy(() -> propose("an", dossier, new ProposeApprovalChange.Proposal(ApprovalChange.Kind.INGETROKKEN, SESSION.minusDays(1), null, null, " ", null)))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.fields()).extracting(Refused.Field::name).containsExactlyInAnyOrder("day", "reasons", "heard"));
        propose("an", dossier, withdrawal);
        assertThatThrownBy(() -> propose("an", dossier, withdrawal)).isInstanceOf(Refused.class).hasMessage("training.change.not-now");
        assertThatThrownBy(() -> answer("karel", dossier, false, " ")).isInstanceOf(Refused.class).hasMessage("training.change.remark");
        answer("karel", dossier, false, "Eerst de aanvrager horen.");
        assertThat(trainings.find(dossier).orElseThrow().validTo()).isNull();
        propose("an", dossier, withdrawal);
        assertThatThrownBy(() -> answer("an", dossier, true, null)).isInstanceOf(Refused.class);
        answer("karel", dossier, true, null);

        assertThat(forReimbursement.on(dossier, first.minusDays(1))).hasValueSatisfying(training -> assertThat(training.eligibleUntil()).isEqualTo("2027-04-30"));
        assertThat(forReimbursement.on(dossier, first)).isEmpty();
        assertThat(published.search("Later ingetrokken", null, null, 0)).hasSize(1);
        assertThat(kinds(dossier)).contains("opleiding-goedkeuring-gewijzigd");
        assertThat(approvalChanges.of(dossier)).extracting(ApprovalChange::agreed).containsExactly(true, false);
        at(first);
        assertThat(published.search("Later ingetrokken", null, null, 0)).isEmpty();
    }

    /** Every element of the diagram was visited by some test of this class, and every end and boundary event by one of its dossiers. */
    @AfterAll
    void every_place_of_the_diagram_was_visited() {
        Set<String> missed = new TreeSet<>();
        var definition = repository.createProcessDefinitionQuery().processDefinitionKey(TrainingModel.PROCESS).latestVersion().singleResult();
        for (FlowNode node : repository.getBpmnModelInstance(definition.getId()).getModelElementsByType(FlowNode.class)) {
            if (history.createHistoricActivityInstanceQuery().activityId(node.getId()).processDefinitionId(definition.getId()).count() == 0) {
                missed.add(node.getId());
            }
        }
        assertThat(missed).isEmpty();
        assertThat(ReachedEvents.missing(jdbc, TrainingModel.PROCESS, filed)).isEmpty();
    }

    private List<String> file(String... titles) {
        at(RECEIVED);
        return filed(Arrays.stream(titles).map(title -> new FileTraining.Asked(title, TrainingTheme.ERGONOMIE, TrainingKind.INTERN, "Minder rugklachten",
                "Tillen en bukken", "Oefenen in groep", "Huishoudhulpen", new BigDecimal("7.50"), 12, "Greet Maes", "Tien jaar ergotherapeut", null, null, null, null,
                "Nederlands", List.of(new Trainings.Session(LocalDate.of(2027, 5, 4), "Gent")), List.of())).toList());
    }

    private List<String> filed(List<FileTraining.Asked> asked) {
        String applicant = RecognisedFixture.recognise(jdbc, RecognisedFixture.reserve(1), "Zuiver Wonen bv");
        String other = RecognisedFixture.recognise(jdbc, RecognisedFixture.reserve(1), "Strijk en Meer bv");
        String file = currentActor.as(people.actor("els"), () -> fileTraining.file(UUID.randomUUID(), new FileTraining.Request(
                new FileTraining.Applicant(false, applicant, null, null, null, null, null, null), RECEIVED, List.of(other), asked), List.of()));
        List<String> dossiers = trainings.ofFile(file).stream().map(Training::dossier).toList();
        filed.addAll(dossiers);
        return dossiers;
    }

    /** External, by a provider that is the same each time. */
    private String filedBy(String title) {
        at(RECEIVED);
        return filed(List.of(new FileTraining.Asked(title, TrainingTheme.KLANTEN, TrainingKind.EXTERN, "Rustig blijven", "Gesprekken", "Rollenspel", "Huishoudhulpen",
                new BigDecimal("6"), 10, "Jan Smet", "Trainer", RecognisedFixture.number(PROVIDER + 1), "Bekende vorming vzw", "QR-77", null, "Nederlands",
                List.of(new Trainings.Session(LocalDate.of(2027, 9, 1), "Aalst")), List.of()))).get(0);
    }

    private String examined(String title, String registeredTo) {
        String dossier = filedBy(title);
        send("an", dossier, "UserTask_VolledigheidNagaan", completeOn(RECEIVED));
        send("an", dossier, "UserTask_Vooronderzoek", Map.of("themaPast", "JA", "registratie", "GEREGISTREERD", "registratieVan", "2026-01-01", "registratieTot", registeredTo,
                "registratieBron", "Register van het departement", "bevindingen", "In orde.", "vooruitzicht", "GUNSTIG"));
        return dossier;
    }

    private Map<String, Object> shown(String dossier) {
        return as("an", () -> showTask.show(acts.task(dossier, "UserTask_Vooronderzoek")).values());
    }

    private void propose(String person, String dossier, ProposeApprovalChange.Proposal proposal) {
        as(person, () -> {
            proposeApprovalChange.propose(dossier, proposal);
            return null;
        });
    }

    private void answer(String person, String dossier, boolean agreed, String remark) {
        as(person, () -> {
            decideApprovalChange.decide(dossier, agreed, remark);
            return null;
        });
    }

    private Void drop(String dossier, String reason) {
        dropTraining.drop(dossier, reason);
        return null;
    }

    private <T> T as(String person, Supplier<T> work) {
        return currentActor.as(people.actor(person), work);
    }

    /** A training that stands on the agenda. */
    private String ready(String title) {
        String dossier = file(title).get(0);
        send("an", dossier, "UserTask_VolledigheidNagaan", completeOn(RECEIVED));
        examine(dossier, "GUNSTIG");
        place(dossier);
        return dossier;
    }

    private static Map<String, Object> completeOn(LocalDate day) {
        Map<String, Object> fields = new HashMap<>(complete());
        fields.put("datumVolledig", day.toString());
        return fields;
    }

    private void examine(String dossier, String outlook) {
        send("an", dossier, "UserTask_Vooronderzoek", Map.of("themaPast", "JA", "registratie", "NIET_NODIG", "bevindingen", "De opleiding past bij de functie.",
                "vooruitzicht", outlook));
    }

    private void place(String dossier) {
        send("sofie", dossier, TrainingModel.PLACE, Map.of("zitting", SESSION.toString()));
    }

    private void advise(String dossier, String advice) {
        send("sofie", dossier, TrainingModel.RECORD_ADVICE, Map.of("strekking", advice, "gegevenOp", SESSION.toString(), "aanwezig", "7", "quorumBereikt", "JA",
                "motivering", "De commissie besprak de opleiding."));
    }

    private void decide(String dossier, String outcome) {
        send("an", dossier, "UserTask_BeslissingOpstellen", Map.of("uitkomst", outcome));
        send("joke", dossier, "UserTask_JuridischNazicht", legalCheck(true));
        send("karel", dossier, "UserTask_Ondertekenen", signature());
        jobs.run();
        send("els", dossier, "UserTask_ZendingRegistreren", posted(LocalDate.now(clock), 1));
        jobs.run();
    }

    private void send(String person, String dossier, String task, Map<String, Object> fields) {
        acts.send(people.actor(person), dossier, task, new HashMap<>(fields));
    }

    private void at(LocalDate day) {
        clock.moveTo(ZonedDateTime.of(day, LocalTime.of(9, 0), MovableClock.BRUSSELS));
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
}
