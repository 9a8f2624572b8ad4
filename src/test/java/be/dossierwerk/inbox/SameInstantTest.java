package be.dossierwerk.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.AtOnce;
import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.demo.TypedForms;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.recognition.Application;
import be.dossierwerk.recognition.SubmitApplication;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two people, or one message twice, in the same instant: one wins, and the other is told. */
@DossierwerkTest
class SameInstantTest {

    private static final LocalDate RECEIVED = LocalDate.of(2027, 6, 1);
    private static int undertakings = 4_355;

    @Autowired private Acts acts;
    @Autowired private DemoPeople people;
    @Autowired private CurrentActor currentActor;
    @Autowired private SubmitApplication submit;
    @Autowired private ClaimTask claimTask;
    @Autowired private ShowTask showTask;
    @Autowired private SendTaskForm sendTaskForm;
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
    void one_of_two_takes_a_task_and_the_other_reads_who_has_it() {
        String task = task();
        var answers = AtOnce.all(List.of("an", "bram"), person -> currentActor.as(people.actor(person), () -> {
            claimTask.claim(task);
            return person;
        }));
        assertThat(answers.won()).hasSize(1);
        assertThat(answers.lost()).singleElement().isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.key()).isEqualTo("inbox.claimed-by-colleague");
            assertThat(refused.args()[1]).isEqualTo(people.actor(answers.won().get(0)).name());
        });
    }

    @Test
    void one_sends_a_task_and_who_comes_after_reads_who_finished_it_and_when() {
        String task = task();
        Map<String, Object> raw = currentActor.as(people.actor("an"), () -> new HashMap<>(showTask.show(task).values()));
        raw.putAll(TypedForms.complete());
        var answers = AtOnce.all(List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID()),
                action -> currentActor.as(people.actor("an"), () -> sendTaskForm.send(task, action, raw)));
        assertThat(answers.won()).containsExactly(SendTaskForm.Result.DONE);
        assertThat(answers.lost()).hasSize(2).allSatisfy(failure -> assertThat(failure).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.key()).isEqualTo("inbox.task-done");
            assertThat(refused.args()).containsExactly("An Peeters", "dinsdag 1 juni 2027", "9.00");
        }));
    }

    @Test
    void the_same_action_sent_three_times_at_once_is_done_once() {
        String task = task();
        Map<String, Object> raw = currentActor.as(people.actor("an"), () -> new HashMap<>(showTask.show(task).values()));
        raw.putAll(TypedForms.complete());
        UUID action = UUID.randomUUID();
        var answers = AtOnce.all(List.of(1, 2, 3), i -> currentActor.as(people.actor("an"), () -> sendTaskForm.send(task, action, raw)));
        assertThat(answers.lost()).isEmpty();
        assertThat(answers.won()).containsExactlyInAnyOrder(SendTaskForm.Result.DONE, SendTaskForm.Result.ALREADY_DONE, SendTaskForm.Result.ALREADY_DONE);
    }

    @Test
    void the_same_application_filed_three_times_at_once_is_one_dossier() {
        Application application = InventedApplications.make(undertakings++, RECEIVED, true);
        UUID key = UUID.randomUUID();
        var answers = AtOnce.all(List.of(1, 2, 3), i -> currentActor.as(people.actor("els"), () ->
                submit.submit(application, new SubmitApplication.Receipt("PAPIER", RECEIVED, null, key, List.of()))));
        assertThat(answers.lost()).isEmpty();
        assertThat(Set.copyOf(answers.won())).hasSize(1);
        assertThat(jdbc.sql("select count(*) from dossier where number = ?").param(answers.won().get(0)).query(Integer.class).single()).isEqualTo(1);
    }

    private String task() {
        String dossier = acts.file(people.actor("els"), InventedApplications.make(undertakings++, RECEIVED, true), "PAPIER", RECEIVED, List.of());
        return acts.task(dossier, "UserTask_VolledigheidNagaan");
    }
}
