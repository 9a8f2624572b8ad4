package be.dossierwerk.recognition;

import static be.dossierwerk.demo.TypedForms.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.HeldConnections;
import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.correspondence.Letters;
import be.dossierwerk.deadline.PauseGround;
import be.dossierwerk.deadline.TermStanding;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.deposit.DepositStanding;
import be.dossierwerk.deposit.DepositState;
import be.dossierwerk.deposit.Deposits;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.inbox.OpenWork;
import be.dossierwerk.inbox.ShowTask;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
import org.springframework.transaction.support.TransactionTemplate;

/** The recognition procedure on the real engine and the real database, with a moved clock: every course and its days. */
@DossierwerkTest
@ExtendWith(HeldConnections.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecognitionJourneyTest {

    /** A Monday. */
    private static final LocalDate RECEIVED = LocalDate.of(2027, 3, 1);
    private static int undertakings = 200;

    @Autowired private Acts acts;
    @Autowired private DemoPeople people;
    @Autowired private CurrentActor currentActor;
    @Autowired private Dossiers dossiers;
    @Autowired private Terms terms;
    @Autowired private Letters letters;
    @Autowired private AuditLog audit;
    @Autowired private OpenWork openWork;
    @Autowired private RecognisedUndertakings register;
    @Autowired private DropApplication dropApplication;
    @Autowired private GiveFormalNotice giveFormalNotice;
    @Autowired private Processes processes;
    @Autowired private DueJobs jobs;
    @Autowired private MovableClock clock;
    @Autowired private Deposits deposits;
    @Autowired private Recognitions recognitions;
    @Autowired private ChangeRecognition changeRecognition;
    @Autowired private ShowTask showTask;
    @Autowired private TransactionTemplate transactions;
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
    }

    @Test
    void a_missing_deposit_is_asked_for_and_the_recognition_granted() {
        String dossier = file(false);
        assertThat(dossiers.get(dossier).receivedOn()).isEqualTo(RECEIVED);
        assertThat(kinds(dossier)).containsExactly("ontvangstbevestiging");

        on(2027, 3, 3);
        send("an", dossier, "UserTask_VolledigheidNagaan", depositMissing());
        assertThat(dossiers.get(dossier).state()).isEqualTo("WACHT_OP_AANVRAGER");
        // 3 April is a Saturday: the applicant has until Monday.
        assertThat(due(dossier, "T-REC-04")).isEqualTo("2027-04-05");
        assertThat(due(dossier, "T-REC-04B")).isEqualTo("2027-05-03");
        assertThat(openWork.ofDossier(dossier)).singleElement().matches(OpenWork.Row::waits);

        on(2027, 3, 16);
        send("els", dossier, "UserTask_AanvullingRegistreren", depositReceived(LocalDate.of(2027, 3, 15)));
        assertThat(dossiers.get(dossier).state()).isEqualTo("IN_BEHANDELING");

        on(2027, 3, 17);
        send("an", dossier, "UserTask_VolledigheidNagaan", complete());
        // Complete since the proof arrived, not since somebody looked at it.
        assertThat(due(dossier, "T-REC-01")).isEqualTo("2027-07-13");
        assertThat(due(dossier, "T-REC-02")).isEqualTo("2027-05-24");
        assertThat(due(dossier, "T-REC-03")).isEqualTo("2027-04-04");

        checkAll(dossier, cleanSources(), conditionsMet(), "GUNSTIG");
        advise(dossier, "GUNSTIG", 2027, 4, 8);
        decide(dossier, "ERKEND", activities());

        assertThat(dossiers.get(dossier).outcome()).isEqualTo("ERKEND");
        assertThat(dossiers.get(dossier).state()).isEqualTo("GESLOTEN");
        assertThat(openWork.ofDossier(dossier)).isEmpty();
        assertThat(running(dossier)).extracting(TermStanding::rule).containsExactly("T-RVS");
        assertThat(register.search(application.undertaking().enterpriseNumber(), null, null, 0, 10)).singleElement()
                .satisfies(entry -> {
                    assertThat(entry.recognitionNumber()).matches("V\\d{5}");
                    assertThat(entry.status()).isEqualTo("ERKEND");
                    assertThat(entry.activities()).containsExactlyElementsOf(activities());
                });
        assertThat(kinds(dossier)).contains("ontvangstbevestiging", "vraag-om-aanvulling", "bericht-van-volledigheid", "beslissing-erkenning", "attest");
        assertThat(letters.of(dossier)).filteredOn(letter -> letter.kind().equals("beslissing-erkenning")).singleElement().satisfies(letter -> {
            assertThat(letter.status()).isEqualTo("VERZONDEN");
            assertThat(letter.proof()).contains("RA410000001BE");
            assertThat(letter.appealFrom()).isAfter(letter.sentOn());
            assertThat(letter.appealUntil()).isAfter(letter.appealFrom().plusDays(57));
        });
        assertThat(sentences(dossier)).anyMatch(line -> line.contains("An Peeters vond het dossier onvolledig"))
                .anyMatch(line -> line.contains("Els Janssens registreerde de aanvulling die op maandag 15 maart 2027 aankwam"))
                .anyMatch(line -> line.contains("De commissie gaf op donderdag 8 april 2027 een advies: gunstig"))
                .anyMatch(line -> line.contains("erkenningsnummer V"));
    }

    @Test
    void part_of_the_activities_can_be_granted() {
        String dossier = completeFile();
        checkAll(dossier, cleanSources(), conditionsMet(), "GEDEELTELIJK");
        advise(dossier, "VOORWAARDELIJK", 2027, 3, 25);
        decide(dossier, "GEDEELTELIJK_ERKEND", List.of("SCHOONMAKEN"));
        assertThat(dossiers.get(dossier).outcome()).isEqualTo("GEDEELTELIJK_ERKEND");
        assertThat(kinds(dossier)).contains("beslissing-gedeeltelijk", "attest");
        assertThat(register.search(application.undertaking().enterpriseNumber(), null, null, 0, 10)).singleElement()
                .satisfies(entry -> assertThat(entry.activities()).containsExactly("SCHOONMAKEN"));
    }

    @Test
    void an_undertaking_that_defends_itself_is_heard_before_the_refusal() {
        String dossier = completeFile();
        checkAll(dossier, debts(), conditionsWithDebt(), "ONGUNSTIG");
        LocalDate announced = LocalDate.now(clock);
        assertThat(kinds(dossier)).contains("voornemen");
        assertThat(due(dossier, "T-HOR-01")).isAfterOrEqualTo(announced.plusDays(14));
        send("els", dossier, "UserTask_VerweerRegistreren", defence(LocalDate.now(clock)));
        send("an", dossier, "UserTask_VerweerBeoordelen", defenceRejected());
        advise(dossier, "ONGUNSTIG", 2027, 3, 25);
        decide(dossier, "GEWEIGERD", List.of());
        assertThat(dossiers.get(dossier).outcome()).isEqualTo("GEWEIGERD");
        assertThat(register.search(application.undertaking().enterpriseNumber(), null, null, 0, 10)).isEmpty();
        assertThat(kinds(dossier)).contains("beslissing-weigering").doesNotContain("attest");
        // The debt is paid out of the deposit first, and nobody told how large it is.
        assertThat(deposits.of(dossier).orElseThrow().balance()).isEqualByComparingTo("25000");
        assertThat(sentences(dossier)).anyMatch(line -> line.contains("borgsom blijft geblokkeerd")).noneMatch(line -> line.contains("vrijgegeven"));
    }

    @Test
    void who_directed_a_withdrawn_undertaking_may_not_start_again_for_three_years() {
        String withdrawn = recognised();
        var person = application.persons().get(0);
        String byDossier = end(withdrawn, RecognitionStatus.INGETROKKEN_INBREUK, RECEIVED.minusYears(2));
        String second = completeFile(person);
        String register = recognitions.of(withdrawn).recognitionNumber();
        at(LocalDate.now(clock).plusDays(1), LocalTime.of(10, 0));
        assertThat(proposed(second, "UserTask_BronnenNagaan")).containsEntry("intrekkingDrieJaar", "JA")
                .hasEntrySatisfying("opmerking", evidence -> assertThat((String) evidence).contains(person.name(), register, byDossier, "zaterdag 1 maart 2025", "INB-4"));
        Map<String, Object> sources = new java.util.HashMap<>(cleanSources());
        sources.put("intrekkingDrieJaar", "JA");
        send("an", second, "UserTask_BronnenNagaan", sources);
        send("an", second, "UserTask_OndernemingsplanBeoordelen", goodPlan());
        send("an", second, "UserTask_WaarborgNagaan", depositPaid(RECEIVED.minusDays(10)));
        assertThat(proposed(second, "UserTask_VoorwaardenBeoordelen")).containsEntry("c08Resultaat", "NOK")
                .hasEntrySatisfying("c08Bewijs", evidence -> assertThat((String) evidence).contains(person.name(), register, byDossier));
        Map<String, Object> conditions = new java.util.HashMap<>(conditionsMet());
        conditions.put("c08Resultaat", "NOK");
        send("an", second, "UserTask_VoorwaardenBeoordelen", conditions);
        send("an", second, "UserTask_NotaOpstellen", note("ONGUNSTIG"));
        send("els", second, "UserTask_VerweerRegistreren", defence(LocalDate.now(clock)));
        send("an", second, "UserTask_VerweerBeoordelen", defenceRejected());
        advise(second, "ONGUNSTIG", 2027, 3, 25);
        decide(second, "GEWEIGERD", List.of());
        // Without debts the whole deposit goes back.
        assertThat(deposits.of(second).orElseThrow()).satisfies(standing -> {
            assertThat(standing.balance()).isEqualByComparingTo("0");
            assertThat(standing.state()).isEqualTo(DepositState.VRIJGEGEVEN);
        });
    }

    @Test
    void an_end_on_request_an_undone_end_and_an_old_end_bar_nobody() {
        for (String end : List.of("on request", "undone", "old")) {
            String first = recognised();
            var person = application.persons().get(0);
            switch (end) {
                case "on request" -> end(first, RecognitionStatus.INGETROKKEN_VRIJWILLIG, RECEIVED.minusYears(2));
                case "old" -> end(first, RecognitionStatus.INGETROKKEN_INBREUK, RECEIVED.minusYears(4));
                default -> {
                    String by = end(first, RecognitionStatus.INGETROKKEN_INBREUK, RECEIVED.minusYears(2));
                    transactions.executeWithoutResult(status -> changeRecognition.undo(by, "De Raad van State vernietigde de beslissing."));
                }
            }
            String second = completeFile(person);
            assertThat(proposed(second, "UserTask_BronnenNagaan")).as(end).containsEntry("intrekkingDrieJaar", "NEE").doesNotContainKey("opmerking");
            send("an", second, "UserTask_BronnenNagaan", Map.of("kboActief", "JA", "failliet", "NEE", "schulden", "GEEN", "mandaatVerbod", "NEE",
                    "faillissementDrieJaar", "NEE", "aansprakelijkVijfJaar", "NEE", "burgerlijkeRechten", "JA"));
            send("an", second, "UserTask_OndernemingsplanBeoordelen", goodPlan());
            send("an", second, "UserTask_WaarborgNagaan", depositPaid(RECEIVED.minusDays(10)));
            assertThat(proposed(second, "UserTask_VoorwaardenBeoordelen")).as(end).containsEntry("c08Resultaat", "OK");
        }
    }

    @Test
    void without_a_defence_the_procedure_goes_on_after_fourteen_days() {
        String dossier = completeFile();
        checkAll(dossier, debts(), conditionsWithDebt(), "ONGUNSTIG");
        LocalDate last = due(dossier, "T-HOR-01");
        assertThat(last).isEqualTo("2027-03-22");
        at(last, LocalTime.of(23, 30));
        assertThat(open(dossier)).containsExactly("UserTask_VerweerRegistreren");
        at(last.plusDays(1), LocalTime.of(0, 5));
        assertThat(open(dossier)).containsExactly("UserTask_OpAgendaPlaatsen");
        assertThat(sentences(dossier)).anyMatch(line -> line.contains("antwoordde niet binnen de termijn"));
    }

    @Test
    void what_stays_incomplete_is_closed_after_a_reminder_and_two_months() {
        String dossier = file(false);
        on(2027, 3, 3);
        send("an", dossier, "UserTask_VolledigheidNagaan", depositMissing());
        at(LocalDate.of(2027, 4, 5), LocalTime.of(23, 30));
        assertThat(kinds(dossier)).doesNotContain("herinnering");
        at(LocalDate.of(2027, 4, 6), LocalTime.of(0, 5));
        assertThat(kinds(dossier)).contains("herinnering");
        at(LocalDate.of(2027, 5, 3), LocalTime.of(23, 30));
        assertThat(open(dossier)).containsExactly("UserTask_AanvullingRegistreren");
        at(LocalDate.of(2027, 5, 4), LocalTime.of(0, 5));
        assertThat(open(dossier)).isEmpty();
        assertThat(dossiers.get(dossier).outcome()).isEqualTo("ZONDER_GEVOLG");
        assertThat(kinds(dossier)).contains("zonder-gevolg");
        assertThat(running(dossier)).isEmpty();
    }

    @Test
    void the_applicant_can_drop_the_application_at_any_moment() {
        List<String> dropped = new ArrayList<>();
        String waiting = file(false);
        on(2027, 3, 3);
        send("an", waiting, "UserTask_VolledigheidNagaan", depositMissing());
        dropped.add(waiting);
        String checked = completeFile();
        dropped.add(checked);
        String advised = completeFile();
        checkAll(advised, cleanSources(), conditionsMet(), "GUNSTIG");
        dropped.add(advised);
        for (String dossier : dropped) {
            as("els", () -> dropApplication.drop(dossier, "De onderneming stopt."));
            assertThat(dossiers.get(dossier).outcome()).isEqualTo("INGETROKKEN_DOOR_AANVRAGER");
            assertThat(open(dossier)).isEmpty();
            assertThat(running(dossier)).isEmpty();
            assertThat(kinds(dossier)).contains("aanvraag-ingetrokken");
            assertThatThrownBy(() -> as("els", () -> dropApplication.drop(dossier, "Nog eens.")))
                    .isInstanceOf(Refused.class).hasMessage("recognition.ended");
        }
    }

    @Test
    void without_advice_after_seventy_days_the_decision_is_drafted_without_it() {
        String dossier = completeFile();
        checkAll(dossier, cleanSources(), conditionsMet(), "GUNSTIG");
        LocalDate last = due(dossier, "T-REC-02");
        assertThat(last).isEqualTo(RECEIVED.plusDays(70));
        at(last, LocalTime.of(23, 30));
        assertThat(open(dossier)).containsExactly("UserTask_OpAgendaPlaatsen");
        at(last.plusDays(1), LocalTime.of(0, 5));
        assertThat(open(dossier)).containsExactly("UserTask_BeslissingOpstellen");
        assertThat(sentences(dossier)).anyMatch(line -> line.contains("gaf geen advies binnen de termijn"));
    }

    @Test
    void a_formal_notice_counts_four_months_beside_the_procedure() {
        String dossier = completeFile();
        LocalDate served = LocalDate.now(clock);
        as("els", () -> giveFormalNotice.give(dossier, served));
        LocalDate last = due(dossier, "T-REC-06");
        assertThat(last).isEqualTo("2027-07-05");
        at(last, LocalTime.of(23, 30));
        assertThat(sentences(dossier)).noneMatch(line -> line.contains("Vier maanden na de aanmaning"));
        at(last.plusDays(1), LocalTime.of(0, 5));
        assertThat(sentences(dossier)).anyMatch(line -> line.contains("Vier maanden na de aanmaning"));
        // The power to decide remains: the work is still open.
        assertThat(open(dossier)).contains("UserTask_BronnenNagaan");
    }

    @Test
    void a_decision_ends_the_procedure_also_when_a_formal_notice_still_counts() {
        String dossier = completeFile();
        as("els", () -> giveFormalNotice.give(dossier, LocalDate.now(clock)));
        checkAll(dossier, cleanSources(), conditionsMet(), "GUNSTIG");
        advise(dossier, "GUNSTIG", 2027, 3, 25);
        decide(dossier, "ERKEND", activities());

        assertThat(processes.places(dossier)).isNotEmpty().noneMatch(Processes.Place::active);
        at(LocalDate.of(2027, 8, 2), LocalTime.of(9, 0));
        assertThat(sentences(dossier)).noneMatch(line -> line.contains("Vier maanden na de aanmaning"));
    }

    @Test
    void lawyer_and_signatory_can_send_the_draft_back() {
        String dossier = completeFile();
        checkAll(dossier, cleanSources(), conditionsMet(), "GUNSTIG");
        advise(dossier, "GUNSTIG", 2027, 3, 25);
        send("an", dossier, "UserTask_BeslissingOpstellen", decision("ERKEND", activities()));
        send("joke", dossier, "UserTask_JuridischNazicht", legalCheck(false));
        assertThat(open(dossier)).containsExactly("UserTask_BeslissingOpstellen");
        send("an", dossier, "UserTask_BeslissingOpstellen", decision("ERKEND", activities()));
        send("joke", dossier, "UserTask_JuridischNazicht", legalCheck(true));
        send("karel", dossier, "UserTask_Ondertekenen", Map.of("ondertekend", "NEE", "reden", "Het adres klopt niet."));
        assertThat(open(dossier)).containsExactly("UserTask_BeslissingOpstellen");
        decide(dossier, "ERKEND", activities());
        assertThat(dossiers.get(dossier).outcome()).isEqualTo("ERKEND");
    }

    @Test
    void advice_can_be_put_off_to_a_later_session_and_needs_a_quorum() {
        String dossier = completeFile();
        checkAll(dossier, cleanSources(), conditionsMet(), "GUNSTIG");
        send("sofie", dossier, "UserTask_OpAgendaPlaatsen", agenda(LocalDate.now(clock)));
        assertThatThrownBy(() -> send("sofie", dossier, "UserTask_AdviesRegistreren", Map.of("strekking", "GUNSTIG", "gegevenOp",
                LocalDate.now(clock).toString(), "aanwezig", "2", "quorumBereikt", "NEE", "motivering", "Te weinig leden.")))
                .isInstanceOf(Refused.class).hasMessage("casework.no-quorum");
        send("sofie", dossier, "UserTask_AdviesRegistreren", advice("UITGESTELD", LocalDate.now(clock)));
        advise(dossier, "GUNSTIG", 2027, 3, 25);
        assertThat(open(dossier)).containsExactly("UserTask_BeslissingOpstellen");
    }

    @Test
    void who_drafts_does_not_check_and_who_checks_does_not_sign() {
        Actor everything = new Actor("eva", "Eva Maris", Set.of(Roles.HANDLER, Roles.LAWYER, Roles.SIGNATORY));
        String dossier = completeFile();
        checkAll(dossier, cleanSources(), conditionsMet(), "GUNSTIG");
        advise(dossier, "GUNSTIG", 2027, 3, 25);
        acts.send(everything, dossier, "UserTask_BeslissingOpstellen", decision("ERKEND", activities()));
        assertThatThrownBy(() -> acts.send(everything, dossier, "UserTask_JuridischNazicht", legalCheck(true)))
                .isInstanceOf(Refused.class).hasMessage("casework.four-eyes-check");
        send("joke", dossier, "UserTask_JuridischNazicht", legalCheck(true));
        assertThatThrownBy(() -> acts.send(everything, dossier, "UserTask_Ondertekenen", signature()))
                .isInstanceOf(Refused.class).hasMessage("casework.four-eyes-sign");
    }

    @Test
    void a_decision_that_departs_from_the_advice_must_say_why() {
        String dossier = completeFile();
        checkAll(dossier, cleanSources(), conditionsMet(), "GUNSTIG");
        advise(dossier, "ONGUNSTIG", 2027, 3, 25);
        assertThatThrownBy(() -> send("an", dossier, "UserTask_BeslissingOpstellen", decision("ERKEND", activities())))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.fields()).extracting(Refused.Field::name)
                        .containsExactly("afwijkingAdvies"));
    }

    @Test
    void an_undertaking_has_one_open_application_at_a_time() {
        file(true);
        assertThatThrownBy(() -> acts.file(people.actor("els"), application, "PAPIER", RECEIVED, List.of()))
                .isInstanceOf(Refused.class).hasMessage("recognition.application.open");
    }

    /** Every element of every diagram was visited by some test of this class: what no test visits may be broken. */
    @AfterAll
    void every_place_of_every_diagram_was_visited() {
        Set<String> missed = new TreeSet<>();
        // Other procedures have their own journeys; a recognition needs no approval by the head.
        Set<String> elsewhere = Set.of("Gateway_Goedgekeurd", "UserTask_BeslissingGoedkeuren");
        Set<String> ours = Set.of("erkenning", "ontvangst", "volledigheid", "horen", "commissie", "besluit", "kennisgeving");
        for (var definition : repository.createProcessDefinitionQuery().latestVersion().list().stream().filter(each -> ours.contains(each.getKey())).toList()) {
            for (FlowNode node : repository.getBpmnModelInstance(definition.getId()).getModelElementsByType(FlowNode.class)) {
                if (!elsewhere.contains(node.getId()) && history.createHistoricActivityInstanceQuery().activityId(node.getId()).processDefinitionId(definition.getId()).count() == 0) {
                    missed.add(definition.getKey() + ": " + node.getId());
                }
            }
        }
        assertThat(missed).isEmpty();
    }

    @Test
    void a_file_is_found_complete_while_its_clock_stands_still() {
        String dossier = file(true);
        as("an", () -> terms.pause(dossier, PauseGround.AANVULLING_AANVRAGER, RECEIVED, "Wij wachten op een stuk."));
        on(2027, 3, 3);
        send("an", dossier, "UserTask_VolledigheidNagaan", complete());
        assertThat(due(dossier, "T-REC-01")).as("its clock stands still").isNull();
        assertThat(running(dossier)).extracting(TermStanding::rule).contains("T-REC-01", "T-REC-02", "T-REC-03");
        assertThat(kinds(dossier)).contains("bericht-van-volledigheid");
        assertThat(openWork.ofDossier(dossier)).extracting(OpenWork.Row::taskKey).contains("UserTask_BronnenNagaan");
    }

    private String file(boolean complete) {
        at(RECEIVED, LocalTime.of(9, 0));
        application = InventedApplications.make(undertakings++, RECEIVED, complete);
        return acts.file(people.actor("els"), application, "PAPIER", RECEIVED, InventedApplications.attachments(application));
    }

    /** Granted; its deposit is on its account and blocked. */
    private String recognised() {
        String dossier = completeFile();
        checkAll(dossier, cleanSources(), conditionsMet(), "GUNSTIG");
        advise(dossier, "GUNSTIG", 2027, 3, 25);
        decide(dossier, "ERKEND", activities());
        assertThat(deposits.of(dossier).orElseThrow()).matches(DepositStanding::blocked)
                .satisfies(standing -> assertThat(standing.balance()).isEqualByComparingTo("25000"));
        return dossier;
    }

    /** By the decision of another dossier. */
    private String end(String recognition, RecognitionStatus status, LocalDate on) {
        return currentActor.as(people.actor("an"), () -> transactions.execute(work -> {
            String by = dossiers.open(new Dossiers.NewDossier("inbreukdossier", "INB", application.undertaking().name(), null, null, "VSI", RECEIVED, null, null));
            changeRecognition.to(status, recognition, on, by, "INB-4", null);
            return by;
        }));
    }

    private String completeFile(Application.Person director) {
        at(RECEIVED, LocalTime.of(9, 0));
        Application other = InventedApplications.make(undertakings++, RECEIVED, true);
        application = new Application(other.kind(), other.undertaking(), List.of(director), other.establishments(), other.activities(), other.infoSession(),
                other.deposit(), other.businessPlan(), other.otherActivities(), other.separateDepartment(), other.commitments());
        String dossier = acts.file(people.actor("els"), application, "PAPIER", RECEIVED, InventedApplications.attachments(application));
        on(2027, 3, 3);
        send("an", dossier, "UserTask_VolledigheidNagaan", complete());
        return dossier;
    }

    private Map<String, Object> proposed(String dossier, String task) {
        return currentActor.as(people.actor("an"), () -> showTask.show(acts.task(dossier, task)).values());
    }

    /** Filed complete and found complete two days later; the clock runs from the day of receipt. */
    private String completeFile() {
        String dossier = file(true);
        on(2027, 3, 3);
        send("an", dossier, "UserTask_VolledigheidNagaan", complete());
        return dossier;
    }

    private void checkAll(String dossier, Map<String, Object> sources, Map<String, Object> conditions, String outlook) {
        at(LocalDate.now(clock).plusDays(1), LocalTime.of(10, 0));
        send("an", dossier, "UserTask_BronnenNagaan", sources);
        send("an", dossier, "UserTask_OndernemingsplanBeoordelen", goodPlan());
        send("an", dossier, "UserTask_WaarborgNagaan", depositPaid(RECEIVED.minusDays(10)));
        at(LocalDate.now(clock).plusDays(1), LocalTime.of(10, 0));
        send("an", dossier, "UserTask_VoorwaardenBeoordelen", conditions);
        at(LocalDate.now(clock).plusDays(3), LocalTime.of(10, 0));
        send("an", dossier, "UserTask_NotaOpstellen", note(outlook));
    }

    private void advise(String dossier, String advice, int year, int month, int day) {
        send("sofie", dossier, "UserTask_OpAgendaPlaatsen", agenda(LocalDate.of(year, month, day)));
        on(year, month, day);
        send("sofie", dossier, "UserTask_AdviesRegistreren", advice(advice, LocalDate.of(year, month, day)));
    }

    private void decide(String dossier, String outcome, List<String> activities) {
        send("an", dossier, "UserTask_BeslissingOpstellen", decision(outcome, activities));
        send("joke", dossier, "UserTask_JuridischNazicht", legalCheck(true));
        send("karel", dossier, "UserTask_Ondertekenen", signature());
        jobs.run();
        send("els", dossier, "UserTask_ZendingRegistreren", posted(LocalDate.now(clock), 1));
        jobs.run();
    }

    private List<String> activities() {
        return application.activities().stream().map(Enum::name).toList();
    }

    private void send(String person, String dossier, String task, Map<String, Object> fields) {
        acts.send(people.actor(person), dossier, task, fields);
    }

    private void as(String person, Runnable work) {
        currentActor.as(people.actor(person), () -> {
            work.run();
            return null;
        });
    }

    private void on(int year, int month, int day) {
        at(LocalDate.of(year, month, day), LocalTime.of(9, 0));
    }

    private void at(LocalDate day, LocalTime time) {
        clock.moveTo(ZonedDateTime.of(day, time, MovableClock.BRUSSELS));
        jobs.run();
    }

    private LocalDate due(String dossier, String rule) {
        return terms.due(dossier, rule);
    }

    private List<TermStanding> running(String dossier) {
        return terms.of(dossier).stream().filter(term -> term.stoppedOn() == null).toList();
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
