package be.dossierwerk.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.dossierwerk.BrokenConnection;
import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.HeldConnections;
import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.demo.TypedForms;
import be.dossierwerk.failedwork.FailedStep;
import be.dossierwerk.failedwork.RetryFailedStep;
import be.dossierwerk.failedwork.ShowFailedSteps;
import be.dossierwerk.failedwork.TakeFailedStep;
import be.dossierwerk.failedwork.WarnOfFailedSteps;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A step that always fails: it is tried again after longer and longer waits, then people are told once, and one of them looks after it. */
@DossierwerkTest
@ExtendWith(HeldConnections.class)
class FailedStepsTest {

    private static final LocalDate RECEIVED = LocalDate.of(2027, 6, 1);
    private static int undertakings = 4_345;

    @Autowired private Acts acts;
    @Autowired private DemoPeople people;
    @Autowired private CurrentActor currentActor;
    @Autowired private ShowFailedSteps showFailedSteps;
    @Autowired private TakeFailedStep takeStep;
    @Autowired private RetryFailedStep retryStep;
    @Autowired private WarnOfFailedSteps warn;
    @Autowired private ProcessEngine engine;
    @Autowired private DueJobs jobs;
    @Autowired private MovableClock clock;
    @Autowired private JdbcClient jdbc;

    @BeforeEach
    void a_day_in_june() {
        jobs.byHand();
        clock.moveTo(ZonedDateTime.of(RECEIVED.atTime(9, 0), MovableClock.BRUSSELS));
    }

    @AfterEach
    void clock_runs_again() {
        clock.release();
    }

    @Test
    void a_step_that_always_fails_waits_longer_each_time_then_somebody_takes_it_and_tries_again() {
        String dossier = waiting();
        String job = timerOf(dossier);
        ZonedDateTime now = ZonedDateTime.of(RECEIVED.plusMonths(1).plusDays(15).atTime(10, 0), MovableClock.BRUSSELS);
        clock.moveTo(now);
        List<Duration> waits = new ArrayList<>();
        for (int tries = 1; tries <= 10 && as("tom", () -> found(job)) == null; tries++) {
            assertThat(due(job)).isTrue();
            fail(job);
            Duration wait = Duration.ZERO;
            while (as("tom", () -> found(job)) == null && !due(job)) {
                wait = wait.plusMinutes(1);
                clock.moveTo(now.plus(wait));
                assertThat(wait).isLessThan(Duration.ofDays(1));
            }
            now = now.plus(wait);
            waits.add(wait);
        }
        assertThat(waits).containsExactly(Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofHours(1), Duration.ZERO);

        warn.look();
        warn.look();
        assertThat(alerts(dossier)).containsExactlyInAnyOrder("dc-teamlead WACHT", "dw-procedurebeheerder WACHT");

        FailedStep step = as("tom", () -> found(job));
        assertThat(step).extracting(FailedStep::dossier, FailedStep::owner).containsExactly(dossier, null);
        as("tom", () -> takeStep.take(job, null));
        assertThatThrownBy(() -> as("pieter", () -> takeStep.take(job, null))).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.key()).isEqualTo("failedwork.taken");
            assertThat(refused.args()).containsExactly(step.step(), "Tom Willems");
        });
        as("pieter", () -> takeStep.take(job, "Tom Willems"));
        assertThat(as("ann", () -> found(job)).owner()).isEqualTo("Pieter Maas");

        assertThatThrownBy(() -> as("pieter", () -> retryStep.retry(job, " "))).isInstanceOf(Refused.class).hasMessageContaining("failedwork.reason-required");
        assertThatThrownBy(() -> as("an", () -> retryStep.retry(job, "Zomaar."))).isInstanceOf(Refused.class).hasMessageContaining("security.role-missing");
        as("pieter", () -> retryStep.retry(job, "De server antwoordt weer."));
        assertThatThrownBy(() -> as("tom", () -> retryStep.retry(job, "Ik ook."))).isInstanceOf(Refused.class).hasMessageContaining("failedwork.gone");
        management().executeJob(job);
        warn.look();
        assertThat(as("tom", () -> found(job))).isNull();
        assertThat(alerts(dossier)).containsOnly("dc-teamlead NIET_NODIG", "dw-procedurebeheerder NIET_NODIG");
        assertThat(jdbc.sql("select count(*) from audit_entry where dossier = ? and action in ('FAILED_STEP_TAKEN', 'FAILED_STEP_RETRIED')").param(dossier)
                .query(Integer.class).single()).isEqualTo(3);
    }

    @Test
    void other_steps_go_on_beside_it() {
        String poisoned = timerOf(waiting());
        String other = timerOf(waiting());
        clock.moveTo(ZonedDateTime.of(RECEIVED.plusMonths(1).plusDays(15).atTime(10, 0), MovableClock.BRUSSELS));
        fail(poisoned);
        assertThat(due(poisoned)).isFalse();
        ExecuteJobHelper.executeJob(other, ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getCommandExecutorTxRequired());
        assertThat(management().createJobQuery().jobId(other).count()).isZero();
        management().executeJob(poisoned);
    }

    /** A dossier in which the applicant has to add something, with timers that watch it. */
    private String waiting() {
        String dossier = acts.file(people.actor("els"), InventedApplications.make(undertakings++, RECEIVED, false), "PAPIER", RECEIVED, List.of());
        acts.send(people.actor("an"), dossier, "UserTask_VolledigheidNagaan", TypedForms.depositMissing());
        return dossier;
    }

    private String timerOf(String dossier) {
        return jdbc.sql("""
                select j.id_ from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_ where e.business_key_ = ? and j.type_ = 'timer'
                order by j.duedate_ limit 1""").param(dossier).query(String.class).single();
    }

    private boolean due(String job) {
        return management().createJobQuery().jobId(job).executable().count() == 1;
    }

    /** As the background executor tries a job; it loses the database on its way. */
    private void fail(String job) {
        BrokenConnection.Outcome outcome = BrokenConnection.at(5, BrokenConnection.When.BEFORE, () ->
                ExecuteJobHelper.executeJob(job, ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getCommandExecutorTxRequired()));
        assertThat(outcome.failure()).isNotNull();
    }

    private List<String> alerts(String dossier) {
        return jdbc.sql("select role || ' ' || state from alert where dossier = ? and rule = 'STORING'").param(dossier).query(String.class).list();
    }

    private FailedStep found(String job) {
        return showFailedSteps.all().stream().filter(step -> step.id().equals(job)).findFirst().orElse(null);
    }

    private ManagementService management() {
        return engine.getManagementService();
    }

    private <T> T as(String person, Supplier<T> work) {
        return currentActor.as(people.actor(person), work);
    }

    private void as(String person, Runnable work) {
        as(person, () -> {
            work.run();
            return null;
        });
    }
}
