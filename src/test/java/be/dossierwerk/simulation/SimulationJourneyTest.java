package be.dossierwerk.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.deadline.WorkingCalendar;
import be.dossierwerk.engine.DiagramSet;
import be.dossierwerk.engine.PublishedDiagrams;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Real recognitions on the real engine become the numbers of a simulation; what it found is kept and is the same again. */
@DossierwerkTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimulationJourneyTest {

    @Autowired private ApplicationContext spring;
    @Autowired private DemoPeople people;
    @Autowired private CurrentActor currentActor;
    @Autowired private MovableClock clock;
    @Autowired private PublishedDiagrams diagrams;
    @Autowired private WorkingCalendar calendar;
    @Autowired private ReadHistory readHistory;
    @Autowired private StartSimulation startSimulation;
    @Autowired private SimulationRuns runs;
    @Autowired private SimulationChoices choices;
    @Autowired private TransactionTemplate transactions;
    @Autowired private JdbcClient jdbc;

    @BeforeAll
    void a_year_of_recognitions() {
        YearOfRecognitions.make(spring);
    }

    @AfterAll
    void clock_runs_again() {
        clock.release();
    }

    @Test
    void history_gives_people_choices_terms_and_the_days_of_signing() {
        Parameters found = parameters();

        assertThat(found.finished).isGreaterThanOrEqualTo(YearOfRecognitions.DOSSIERS);
        assertThat(found.handling).containsKeys("erkenning#UserTask_NotaOpstellen", "besluit#UserTask_Ondertekenen");
        assertThat(found.weekdays).containsEntry("besluit#UserTask_Ondertekenen", 0b00010);
        assertThat(found.choices.get("besluit#Gateway_Akkoord")).containsKey("Flow_AkkoordJa").doesNotContainKey("Flow_AkkoordNee");
        assertThat(found.starts.get("T-REC-03").share()).isGreaterThan(0.9);
        assertThat(found.kept.get("T-REC-03").of()).isGreaterThanOrEqualTo(YearOfRecognitions.DOSSIERS);
        assertThat(found.unrelated).isEmpty();
    }

    @Test
    void a_simulation_is_worked_out_kept_and_the_same_again() {
        DiagramSet now = diagrams.current();
        assertThat(choices.procedures(now, now)).first().matches(procedure -> procedure.key().equals("erkenning"));
        assertThat(choices.groups(now, "erkenning")).contains(Roles.HANDLER, Roles.LAWYER, Roles.SIGNATORY);
        Variant twice = new Variant(Map.of(Roles.HANDLER, 1), 2, true);
        long id = done(question(now, now, twice));

        SimulationRuns.Run run = runs.find(id).orElseThrow();
        assertThat(run.state()).isEqualTo(SimulationRuns.State.KLAAR);
        assertThat(run.variant()).isEqualTo(twice);
        assertThat(run.isStale(now.hash(), now.hash())).isFalse();
        Outcome outcome = run.outcome();
        assertThat(outcome.main().rule()).isEqualTo("T-REC-03");
        assertThat(outcome.enough()).isTrue();
        assertThat(outcome.unfinished() + outcome.endless()).isZero();
        assertThat(Math.abs(outcome.main().error())).as("%s", outcome.main()).isLessThanOrEqualTo(15);
        assertThat(outcome.main().difference().low()).isNotNegative();
        assertThat(outcome.steps()).extracting(Outcome.Step::name).contains("Beslissing ondertekenen");

        // The same by hand with the days on which the administration works, holidays left out.
        Map<String, Flowchart> charts = Flowchart.of(now);
        assertThat(outcome).isEqualTo(Experiment.run(readHistory.of("erkenning"), charts, charts, twice, 7, 20, calendar.latest()::isWorking, done -> true));
        assertThat(runs.find(done(question(now, now, twice))).orElseThrow().outcome()).isEqualTo(outcome);
    }

    @Test
    void an_added_step_in_a_building_block_lengthens_the_procedures_that_call_it() {
        DiagramSet now = diagrams.current();
        String besluit = now.text("bpmn/bouwstenen/besluit.bpmn").orElseThrow();
        String longer = besluit.replace("sourceRef=\"UserTask_BeslissingOpstellen\" targetRef=\"UserTask_JuridischNazicht\"",
                "sourceRef=\"UserTask_BeslissingOpstellen\" targetRef=\"UserTask_Nalezen\"").replace("<bpmn:userTask id=\"UserTask_JuridischNazicht\"",
                "<bpmn:userTask id=\"UserTask_Nalezen\" name=\"Nalezen\" camunda:candidateGroups=\"dc-teamlead\"/>"
                        + "<bpmn:sequenceFlow id=\"Flow_Nieuw\" sourceRef=\"UserTask_Nalezen\" targetRef=\"UserTask_JuridischNazicht\"/><bpmn:userTask id=\"UserTask_JuridischNazicht\"");
        DiagramSet proposed = now.with(Map.of("bpmn/bouwstenen/besluit.bpmn", longer.getBytes(java.nio.charset.StandardCharsets.UTF_8)));

        assertThat(choices.procedures(now, proposed)).extracting(SimulationChoices.Procedure::key).contains("erkenning").doesNotContain("klacht");
        SimulationRuns.Run run = runs.find(done(question(now, proposed, Variant.TODAY))).orElseThrow();
        assertThat(run.outcome().steps()).filteredOn(step -> step.element().equals("UserTask_Nalezen")).singleElement()
                .matches(step -> step.now() == null && step.then() != null);
        assertThat(run.outcome().daysDifference().low()).isPositive();
        assertThat(run.outcome().assumptions()).extracting(Outcome.Said::key).contains("handling-default", "lying-default");
        assertThat(run.isStale(now.hash(), now.hash())).isTrue();
    }

    @Test
    void a_simulation_is_given_up_only_when_its_server_fell_silent() {
        DiagramSet now = diagrams.current();
        long id = transactions.execute(status -> runs.add(question(now, now, Variant.TODAY), people.actor("pieter")));

        runs.abandon();
        assertThat(runs.find(id).orElseThrow().state()).as("another server that just started looks").isEqualTo(SimulationRuns.State.LOOPT);
        jdbc.sql("update work_in_hand set heard_at = heard_at - interval '3 minutes' where kind = 'SIMULATIE' and work = ?").param(id).update();
        runs.abandon();
        assertThat(runs.find(id).orElseThrow().state()).isEqualTo(SimulationRuns.State.MISLUKT);
    }

    @Test
    void nobody_else_may_ask_and_a_wrong_question_is_refused_whole() {
        DiagramSet now = diagrams.current();
        assertThatThrownBy(() -> currentActor.as(people.actor("an"), () -> startSimulation.start(question(now, now, Variant.TODAY))))
                .isInstanceOf(Refused.class).hasMessage("security.role-missing");
        assertThatThrownBy(() -> currentActor.as(people.actor("pieter"), () -> startSimulation.start(
                new StartSimulation.Question(null, now, now, "bestaat-niet", new Variant(Map.of(), 9, true), 1, 3))))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.fields()).extracting(Refused.Field::name)
                        .containsExactly("procedure", "signings", "repetitions"));
    }

    private Parameters parameters() {
        History history = readHistory.of("erkenning");
        return Estimate.of(history, Flowchart.of(diagrams.current()), World.timeOf(history.from(), history.to(), SmallDiagrams::weekday));
    }

    private StartSimulation.Question question(DiagramSet published, DiagramSet proposed, Variant variant) {
        return new StartSimulation.Question(null, published, proposed, "erkenning", variant, 7, 20);
    }

    /** The background work of one question, waited for. */
    private long done(StartSimulation.Question question) {
        long id = currentActor.as(people.actor("pieter"), () -> startSimulation.start(question));
        await().atMost(Duration.ofMinutes(2)).until(() -> runs.find(id).orElseThrow().state() != SimulationRuns.State.LOOPT);
        return id;
    }
}
