package be.dossierwerk.withdrawal;

import static be.dossierwerk.demo.TypedForms.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.HeldConnections;
import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.correspondence.Letters;
import be.dossierwerk.deadline.TermStanding;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.demo.Acts;
import be.dossierwerk.diagrams.ReachedEvents;
import be.dossierwerk.deposit.Deposits;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.inbox.OpenWork;
import be.dossierwerk.recognition.RecognitionStatus;
import be.dossierwerk.recognition.Recognitions;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.sources.Facts;
import be.dossierwerk.sources.ReceiveNotice;
import be.dossierwerk.sources.RepaymentPlan;
import be.dossierwerk.sources.SimulatedSources;
import be.dossierwerk.sources.Source;
import be.dossierwerk.sources.SourceNotice;
import java.math.BigDecimal;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.util.ReflectionTestUtils;

/** The ex officio procedure on the real engine and the real database, with a moved clock: every ground, every end, every term. */
@DossierwerkTest
@ExtendWith(HeldConnections.class)
@RecordApplicationEvents
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExOfficioJourneyTest {

    /** A Monday. */
    private static final LocalDate STARTED = LocalDate.of(2027, 3, 1);
    private static final List<String> OURS = new ArrayList<>();

    @Autowired private Acts acts;
    @Autowired private DemoPeople people;
    @Autowired private CurrentActor currentActor;
    @Autowired private StartExOfficio startExOfficio;
    @Autowired private ReceiveNotice receiveNotice;
    @Autowired private ShowExOfficio showExOfficio;
    @Autowired private SimulatedSources sources;
    @Autowired private ApplicationContext spring;
    @Autowired private Consequences consequences;
    @Autowired private Recognitions recognitions;
    @Autowired private Dossiers dossiers;
    @Autowired private Deposits deposits;
    @Autowired private Terms terms;
    @Autowired private Letters letters;
    @Autowired private AuditLog audit;
    @Autowired private OpenWork openWork;
    @Autowired private DueJobs jobs;
    @Autowired private MovableClock clock;
    @Autowired private JdbcClient jdbc;
    @Autowired private RepositoryService repository;
    @Autowired private HistoryService history;
    @Autowired private ApplicationEvents events;

    private int n;
    private String number;

    @BeforeEach
    void a_recognised_undertaking() {
        jobs.byHand();
        at(STARTED, LocalTime.of(9, 0));
        n = RecognisedFixture.reserve(1);
        OURS.add(RecognisedFixture.dossier(n));
        number = RecognisedFixture.recognise(jdbc, n, "Ambtshalve " + n + " bv");
    }

    @AfterEach
    void clock_runs_again() {
        clock.release();
    }

    @Test
    void an_inactive_undertaking_that_does_not_answer_is_withdrawn_from_the_next_month_on() {
        deposits.received(new Deposits.Payment(RecognisedFixture.dossier(n), number, new BigDecimal("25000.00"), RecognisedFixture.RECOGNISED, "DCK-" + n));
        String dossier = start("AMB-INACT");
        assertThat(kinds(dossier)).containsExactly("voornemen-ambtshalve");
        LocalDate last = terms.due(dossier, "T-HOR-01");
        assertThat(last).isEqualTo("2027-03-15");
        assertThat(openWork.ofDossier(dossier)).singleElement().matches(OpenWork.Row::waits);
        at(last, LocalTime.of(23, 30));
        assertThat(open(dossier)).containsExactly("UserTask_VerweerRegistreren");
        assertThat(running(dossier)).doesNotContain("T-AMB-01");
        at(last.plusDays(1), LocalTime.of(0, 5));
        assertThat(open(dossier)).containsExactly("UserTask_BeslissingOpstellen");
        assertThat(terms.due(dossier, "T-AMB-01")).isEqualTo("2027-04-15");
        assertThat(running(dossier)).doesNotContain("T-REC-02");

        decide(dossier, Map.of());
        assertThat(dossiers.get(dossier).outcome()).isEqualTo("INGETROKKEN_AMBTSHALVE");
        assertThat(running(dossier)).containsExactly("T-RVS");
        var recognition = recognitions.of(RecognisedFixture.dossier(n));
        assertThat(recognition.status()).isEqualTo(RecognitionStatus.INGETROKKEN_AMBTSHALVE);
        assertThat(recognition.endedOn()).isEqualTo("2027-04-01");
        assertThat(deposits.of(RecognisedFixture.dossier(n)).orElseThrow().balance()).isEqualByComparingTo("0");
        assertThat(recognitions.history(RecognisedFixture.dossier(n))).last().satisfies(change -> assertThat(change.ground()).isEqualTo("AMB-INACT"));
        assertThat(sentences(dossier)).anyMatch(line -> line.contains("uitgiftebedrijf kreeg bericht"));

        currentActor.as(people.actor("joke"), () -> {
            consequences.undo(dossier, "Vernietigd door de Raad van State.");
            return null;
        });
        assertThat(recognitions.of(RecognisedFixture.dossier(n)).status()).isEqualTo(RecognitionStatus.ERKEND);
    }

    /** The table of procedures.md 1.3: who is heard first, who is told, and where the committee advises; each ground to its end. */
    @ParameterizedTest
    @CsvSource({
            "AMB-INACT, HOREN,      voornemen-ambtshalve, UserTask_VerweerRegistreren, UserTask_BeslissingOpstellen",
            "AMB-ARR,   HOREN,      voornemen-ambtshalve, UserTask_VerweerRegistreren, UserTask_BeslissingOpstellen",
            "AMB-FAIL,  INFORMEREN, ambtshalve-bericht,   UserTask_BeslissingOpstellen, UserTask_BeslissingOpstellen",
            "AMB-FUSIE, INFORMEREN, ambtshalve-bericht,   UserTask_BeslissingOpstellen, UserTask_BeslissingOpstellen",
            "AMB-BORG,  HOREN,      voornemen-ambtshalve, UserTask_VerweerRegistreren, UserTask_BeslissingOpstellen",
            "AMB-BEST,  HOREN,      voornemen-ambtshalve, UserTask_VerweerRegistreren, UserTask_OpAgendaPlaatsen"})
    void each_ground_takes_its_own_path(String ground, String hearing, String firstLetter, String firstTask, String thenTask) {
        String dossier = start(ground);
        assertThat(jdbc.sql("select hearing from ex_officio where dossier = ?").param(dossier).query(String.class).single()).isEqualTo(hearing);
        assertThat(kinds(dossier)).containsExactly(firstLetter);
        assertThat(open(dossier)).containsExactly(firstTask);
        assertThat(jdbc.sql("select count(*) from source_question where dossier = ?").param(dossier).query(Integer.class).single()).as("sources asked").isEqualTo(4);
        if (hearing.equals("HOREN")) {
            at(terms.due(dossier, "T-HOR-01").plusDays(1), LocalTime.of(0, 5));
        } else {
            assertThat(terms.of(dossier)).extracting(TermStanding::rule).doesNotContain("T-HOR-01");
        }
        assertThat(open(dossier)).containsExactly(thenTask);
        if (thenTask.equals("UserTask_OpAgendaPlaatsen")) {
            send("sofie", dossier, "UserTask_OpAgendaPlaatsen", agenda(LocalDate.of(2027, 3, 18)));
            at(LocalDate.of(2027, 3, 18), LocalTime.of(9, 0));
            send("sofie", dossier, "UserTask_AdviesRegistreren", advice("ONGUNSTIG", LocalDate.of(2027, 3, 18)));
        }
        decide(dossier, Map.of());
        assertThat(dossiers.get(dossier).outcome()).isEqualTo("INGETROKKEN_AMBTSHALVE");
        assertThat(recognitions.of(RecognisedFixture.dossier(n)).endedOn()).isEqualTo("2027-04-01");
        assertThat(recognitions.history(RecognisedFixture.dossier(n))).last().satisfies(change -> assertThat(change.ground()).isEqualTo(ground));
        assertThat(jdbc.sql("select legal_ground from besluit where dossier = ?").param(dossier).query(String.class).single())
                .contains("de artikelen 2septies, 2octies en 2nonies").contains("wet van 29 juli 1991").doesNotContain("{");
    }

    @Test
    void what_a_source_knows_of_a_single_file_stands_in_it() {
        String dossier = start("AMB-INACT");
        sources.say(number, Source.RSZ, Facts.owing(new BigDecimal("4812.35"), RepaymentPlan.GEEN));
        sources.say(number, Source.FISCUS, Facts.owing(new BigDecimal("0.00"), RepaymentPlan.GEEN));
        long until = System.nanoTime() + 60_000_000_000L;
        while (jdbc.sql("select count(*) from ex_officio_question where dossier = ? and answered_at is null and source in ('RSZ', 'FISCUS')").param(dossier)
                .query(Integer.class).single() > 0) {
            assertThat(System.nanoTime()).as("patience").isLessThan(until);
            ReflectionTestUtils.invokeMethod(spring.getBean("sourceRounds"), "round");
        }
        assertThat(showExOfficio.show(dossier)).get().satisfies(sheet -> {
            assertThat(sheet.socialDebt()).isEqualByComparingTo("4812.35");
            assertThat(sheet.taxDebt()).isZero();
            assertThat(sheet.batch()).isNull();
            assertThat(sheet.heard()).isTrue();
        });
        assertThat(sentences(dossier)).anyMatch(line -> line.contains("De schuld ligt boven de drempel"));
        sources.forget();
    }

    @Test
    void arrears_that_are_proved_to_be_paid_leave_the_recognition() {
        String dossier = arrears();
        react(dossier, "GUNSTIG");
        assertThat(open(dossier)).containsExactly("UserTask_RegularisatieNagaan");
        assertThat(terms.due(dossier, "T-AMB-02")).isEqualTo("2027-04-05");
        assertThat(kinds(dossier)).contains("ambtshalve-bewijs");
        send("an", dossier, "UserTask_RegularisatieNagaan", Map.of("bewezen", "JA", "toelichting", "Attest van de RSZ van 10 maart."));
        assertThat(dossiers.get(dossier).outcome()).isEqualTo("GEREGULARISEERD");
        assertThat(kinds(dossier)).contains("ambtshalve-geregulariseerd");
        assertThat(running(dossier)).isEmpty();
        assertThat(recognitions.of(RecognisedFixture.dossier(n)).status()).isEqualTo(RecognitionStatus.ERKEND);
    }

    @Test
    void proof_that_does_not_convince_leads_to_a_decision_which_may_still_be_without_effect() {
        String dossier = arrears();
        react(dossier, "GUNSTIG");
        send("an", dossier, "UserTask_RegularisatieNagaan", Map.of("bewezen", "NEE", "toelichting", "Het plan is niet ondertekend."));
        decide(dossier, Map.of("uitkomst", "ZONDER_GEVOLG"));
        assertThat(dossiers.get(dossier).outcome()).isEqualTo("ZONDER_GEVOLG");
        assertThat(kinds(dossier)).contains("beslissing-geen-ambtshalve-intrekking");
        assertThat(recognitions.of(RecognisedFixture.dossier(n)).status()).isEqualTo(RecognitionStatus.ERKEND);
    }

    @Test
    void without_proof_within_thirty_days_the_decision_is_drafted() {
        String dossier = arrears();
        react(dossier, "GUNSTIG");
        LocalDate last = terms.due(dossier, "T-AMB-02");
        at(last, LocalTime.of(23, 30));
        assertThat(open(dossier)).containsExactly("UserTask_RegularisatieNagaan");
        at(last.plusDays(1), LocalTime.of(0, 5));
        assertThat(open(dossier)).containsExactly("UserTask_BeslissingOpstellen");
        assertThat(running(dossier)).contains("T-AMB-01").doesNotContain("T-AMB-02");
    }

    @Test
    void a_bankruptcy_is_told_and_not_asked_and_the_rest_of_the_deposit_goes_to_the_estate() {
        deposits.received(new Deposits.Payment(RecognisedFixture.dossier(n), number, new BigDecimal("25000.00"), RecognisedFixture.RECOGNISED, "DCK-" + n));
        notice(new SourceNotice(SourceNotice.Kind.FAILLISSEMENT, Source.REGSOL, "F-" + n, number, STARTED.minusDays(3), null, null, null));
        String dossier = ours();
        assertThat(kinds(dossier)).containsExactly("ambtshalve-bericht");
        assertThat(open(dossier)).containsExactly("UserTask_BeslissingOpstellen");
        assertThat(terms.due(dossier, "T-AMB-01")).isEqualTo("2027-03-31");
        decide(dossier, Map.of());
        assertThat(deposits.of(RecognisedFixture.dossier(n)).orElseThrow().balance()).isEqualByComparingTo("0");
        assertThat(jdbc.sql("select ground || ' ' || deposit_end from ex_officio where dossier = ?").param(dossier).query(String.class).single())
                .isEqualTo("AMB-FAIL BANKRUPTCY");
    }

    @Test
    void a_merger_names_its_successor_and_a_cessation_gives_the_deposit_back() {
        String successor = RecognisedFixture.number(90_000);
        notice(new SourceNotice(SourceNotice.Kind.FUSIE, Source.KBO, "M-" + n, number, STARTED.minusDays(3), null, null, successor));
        String dossier = ours();
        decide(dossier, Map.of());
        assertThat(recognitions.history(RecognisedFixture.dossier(n))).last().satisfies(change -> assertThat(change.successor()).isEqualTo(successor));

        a_recognised_undertaking();
        notice(new SourceNotice(SourceNotice.Kind.STOPZETTING, Source.KBO, "S-" + n, number, STARTED.minusDays(3), null, null, null));
        assertThat(jdbc.sql("select ground || ' ' || deposit_end from ex_officio where dossier = ?").param(ours()).query(String.class).single())
                .isEqualTo("AMB-FAIL VOLUNTARY");
    }

    @Test
    void a_deposit_that_is_topped_up_ends_the_file_at_once() {
        String dossier = start("AMB-BORG");
        react(dossier, "GUNSTIG");
        assertThat(dossiers.get(dossier).outcome()).isEqualTo("GEREGULARISEERD");
        assertThat(running(dossier)).isEmpty();
    }

    @Test
    void a_barred_director_goes_before_the_committee_and_fraud_works_at_once() {
        String dossier = as("an", () -> startExOfficio.start(new StartExOfficio.Request(number, "AMB-BEST", "2027-02", "De bestuurder mag het niet zijn.", true,
                BigDecimal.ZERO, BigDecimal.ZERO, null, null)));
        react(dossier, "ONGUNSTIG");
        assertThat(running(dossier)).contains("T-AMB-01", "T-REC-02");
        assertThat(open(dossier)).containsExactly("UserTask_OpAgendaPlaatsen");
        send("sofie", dossier, "UserTask_OpAgendaPlaatsen", agenda(LocalDate.of(2027, 3, 18)));
        at(LocalDate.of(2027, 3, 18), LocalTime.of(9, 0));
        send("sofie", dossier, "UserTask_AdviesRegistreren", advice("ONGUNSTIG", LocalDate.of(2027, 3, 18)));
        decide(dossier, Map.of());
        assertThat(recognitions.of(RecognisedFixture.dossier(n)).endedOn()).isEqualTo("2027-03-18");
    }

    @Test
    void a_day_before_the_notification_becomes_the_day_of_the_notification() {
        String dossier = start("AMB-BORG");
        react(dossier, "ONGUNSTIG");
        decide(dossier, Map.of("ingangsdatum", "2027-01-01"));
        assertThat(recognitions.of(RecognisedFixture.dossier(n)).endedOn()).isEqualTo(LocalDate.now(clock));
    }

    @Test
    void what_is_an_infringement_goes_on_as_one() {
        String dossier = start("AMB-INACT");
        react(dossier, "GEDEELTELIJK");
        assertThat(dossiers.get(dossier).outcome()).isEqualTo("OMGEZET_NAAR_INBREUK");
        assertThat(events.stream(ConvertedToInfringement.class).filter(event -> event.dossier().equals(dossier))).singleElement()
                .satisfies(event -> {
                    assertThat(event.recognition()).isEqualTo(RecognisedFixture.dossier(n));
                    assertThat(event.enterpriseNumber()).isEqualTo(number);
                    assertThat(event.reason()).isEqualTo("Wij volgen dit argument.");
                });
    }

    @Test
    void the_same_ground_and_period_is_one_file_and_another_waits_for_its_end() {
        String dossier = start("AMB-INACT");
        assertThat(start("AMB-INACT")).isEqualTo(dossier);
        assertThatThrownBy(() -> start("AMB-BORG")).isInstanceOf(Refused.class).hasMessage("withdrawal.exofficio.open");
        at(terms.due(dossier, "T-HOR-01").plusDays(1), LocalTime.of(0, 5));
        decide(dossier, Map.of());
        assertThat(start("AMB-INACT")).isEqualTo(dossier);
        assertThatThrownBy(() -> start("AMB-BORG")).isInstanceOf(Refused.class).hasMessage("withdrawal.exofficio.withdrawn");
    }

    @Test
    void what_cannot_begin_is_said_and_nothing_changes() {
        long before = jdbc.sql("select count(*) from dossier").query(Long.class).single();
        assertThatThrownBy(() -> as("an", () -> startExOfficio.start(StartExOfficio.Request.of("123", "AMB-ZZZ", " ", ""))))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.fields()).extracting(Refused.Field::name)
                        .containsExactly("enterpriseNumber", "ground", "period", "evidence"));
        for (String successor : List.of("123", number)) {
            assertThatThrownBy(() -> as("an", () -> startExOfficio.start(new StartExOfficio.Request(number, "AMB-FUSIE", "2027", "Feiten", false, BigDecimal.ZERO,
                    BigDecimal.ZERO, successor, null)))).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.fields()).extracting(Refused.Field::name)
                            .containsExactly("successor"));
        }
        assertThatThrownBy(() -> as("an", () -> startExOfficio.start(StartExOfficio.Request.of(RecognisedFixture.number(90_001), "AMB-INACT", "2027", "Feiten"))))
                .isInstanceOf(Refused.class).hasMessage("withdrawal.exofficio.unknown");
        assertThatThrownBy(() -> as("karel", () -> startExOfficio.start(StartExOfficio.Request.of(number, "AMB-INACT", "2027", "Feiten"))))
                .isInstanceOf(Refused.class).hasMessage("security.role-missing");
        assertThat(jdbc.sql("select count(*) from dossier").query(Long.class).single()).isEqualTo(before);
    }

    @Test
    void a_small_debt_or_one_under_a_respected_plan_is_only_noted() {
        notice(debt("K-" + n, "2500.00", RepaymentPlan.GEEN));
        notice(debt("P-" + n, "90000.00", RepaymentPlan.NAGELEEFD));
        assertThat(jdbc.sql("select count(*) from ex_officio where enterprise_number = ?").param(number).query(Long.class).single()).isZero();
        assertThat(sentences(RecognisedFixture.dossier(n))).anyMatch(line -> line.contains("2.500,00 euro") && line.contains("geen ambtshalve dossier"))
                .anyMatch(line -> line.contains("dat zij naleeft"));
    }

    @Test
    void a_notice_starts_one_file_however_often_it_comes() {
        notice(debt("D-" + n, "2500.01", RepaymentPlan.NIET_NAGELEEFD));
        notice(debt("D-" + n, "2500.01", RepaymentPlan.NIET_NAGELEEFD));
        notice(debt("E-" + n, "7000.00", RepaymentPlan.GEEN));
        assertThat(jdbc.sql("select ground || ' ' || social_debt from ex_officio where enterprise_number = ?").param(number).query(String.class).list())
                .containsExactly("AMB-ARR 2500.01");
        assertThat(sentences(RecognisedFixture.dossier(n))).anyMatch(line -> line.contains("er loopt er al een"));
    }

    @Test
    void nobody_is_two_of_the_four_who_decide() {
        Actor everything = new Actor("eva", "Eva Maris", Set.of(Roles.HANDLER, Roles.LAWYER, Roles.HEAD, Roles.SIGNATORY));
        String dossier = start("AMB-BORG");
        react(dossier, "ONGUNSTIG");
        acts.send(everything, dossier, "UserTask_BeslissingOpstellen", Map.of());
        assertThatThrownBy(() -> acts.send(everything, dossier, "UserTask_JuridischNazicht", legalCheck(true))).hasMessage("casework.four-eyes-check");
        send("joke", dossier, "UserTask_JuridischNazicht", legalCheck(true));
        assertThatThrownBy(() -> acts.send(everything, dossier, "UserTask_BeslissingGoedkeuren", Map.of("goedgekeurd", "JA"))).hasMessage("casework.four-eyes-approve");
        send("lieve", dossier, "UserTask_BeslissingGoedkeuren", Map.of("goedgekeurd", "JA"));
        assertThatThrownBy(() -> acts.send(everything, dossier, "UserTask_Ondertekenen", signature())).hasMessage("casework.four-eyes-sign");
    }

    /** Every element of the diagrams was visited by some test of this class: what no test visits may be broken. */
    @AfterAll
    void every_place_of_the_diagrams_was_visited() {
        assertThat(ReachedEvents.missing(jdbc, "intrekking-ambtshalve",
                jdbc.sql("select dossier from ex_officio where recognition = any(?)").param(OURS.toArray(String[]::new))
                        .query(String.class).list())).isEmpty();
        Set<String> missed = new TreeSet<>();
        Set<String> ours = Set.of("intrekking-ambtshalve");
        for (var definition : repository.createProcessDefinitionQuery().latestVersion().list().stream().filter(each -> ours.contains(each.getKey())).toList()) {
            for (FlowNode node : repository.getBpmnModelInstance(definition.getId()).getModelElementsByType(FlowNode.class)) {
                if (history.createHistoricActivityInstanceQuery().activityId(node.getId()).processDefinitionId(definition.getId()).count() == 0) {
                    missed.add(definition.getKey() + ": " + node.getId());
                }
            }
        }
        assertThat(missed).isEmpty();
    }

    private String start(String ground) {
        return as("tom", () -> startExOfficio.start(StartExOfficio.Request.of(number, ground, "2026-03/2027-02", "De feiten van dit dossier.")));
    }

    private String arrears() {
        notice(debt("A-" + n, "9000.00", RepaymentPlan.GEEN));
        return ours();
    }

    private SourceNotice debt(String reference, String amount, RepaymentPlan plan) {
        return new SourceNotice(SourceNotice.Kind.SCHULD, Source.RSZ, reference, number, STARTED.minusDays(1), new BigDecimal(amount), plan, null);
    }

    private void notice(SourceNotice notice) {
        receiveNotice.receive(notice);
    }

    private String ours() {
        return jdbc.sql("select dossier from ex_officio where enterprise_number = ?").param(number).query(String.class).single();
    }

    private void react(String dossier, String outlook) {
        at(LocalDate.of(2027, 3, 5), LocalTime.of(9, 0));
        send("els", dossier, "UserTask_VerweerRegistreren", defence(LocalDate.of(2027, 3, 5)));
        send("an", dossier, "UserTask_VerweerBeoordelen", Map.of("antwoord", "Wij volgen dit argument.", "vooruitzicht", outlook));
    }

    private void decide(String dossier, Map<String, Object> fields) {
        send("an", dossier, "UserTask_BeslissingOpstellen", fields);
        send("joke", dossier, "UserTask_JuridischNazicht", legalCheck(true));
        send("lieve", dossier, "UserTask_BeslissingGoedkeuren", Map.of("goedgekeurd", "JA"));
        send("karel", dossier, "UserTask_Ondertekenen", signature());
        jobs.run();
        send("els", dossier, "UserTask_ZendingRegistreren", posted(LocalDate.now(clock), n));
        jobs.run();
    }

    private void send(String person, String dossier, String task, Map<String, Object> fields) {
        acts.send(people.actor(person), dossier, task, fields);
    }

    private <T> T as(String person, java.util.function.Supplier<T> work) {
        return currentActor.as(people.actor(person), work);
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
