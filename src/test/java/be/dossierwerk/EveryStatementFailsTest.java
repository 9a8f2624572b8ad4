package be.dossierwerk;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.AbsentOrComplete.Step;
import be.dossierwerk.BrokenConnection.When;
import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.demo.TypedForms;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.inbox.SendTaskForm;
import be.dossierwerk.inbox.ShowTask;
import be.dossierwerk.recognition.Application;
import be.dossierwerk.recognition.SubmitApplication;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.MovableClock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;

/** The connection breaks at every twentieth statement of two steps, and at the last ones; the fault runs do it at each, with all kinds of steps and the whole database. */
@DossierwerkTest
class EveryStatementFailsTest {

    private static final LocalDate RECEIVED = LocalDate.of(2027, 6, 1);
    private static final int EACH = 20;
    private static int undertakings = 4_310;

    @Autowired private Acts acts;
    @Autowired private DemoPeople people;
    @Autowired private CurrentActor currentActor;
    @Autowired private SubmitApplication submit;
    @Autowired private ShowTask showTask;
    @Autowired private SendTaskForm sendTaskForm;
    @Autowired private DueJobs jobs;
    @Autowired private MovableClock clock;
    @Autowired private JdbcClient jdbc;
    @Autowired @Qualifier("outbox") private Object outbox;

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
    void filing_is_absent_or_complete_and_done_once() {
        AbsentOrComplete all = new AbsentOrComplete(jdbc, () -> ReflectionTestUtils.invokeMethod(outbox, "dispatchDue"), EACH);
        all.check(() -> {
            Application application = InventedApplications.make(undertakings++, RECEIVED, true);
            UUID key = UUID.randomUUID();
            return new Step("filing", "no dossier yet", () -> currentActor.as(people.actor("els"), () ->
                    submit.submit(application, new SubmitApplication.Receipt("PAPIER", RECEIVED, null, key, List.of()))));
        }, When.AFTER);
        assertThat(all.breaks()).isGreaterThan(5);
    }

    @Test
    void sending_a_task_is_absent_or_complete_and_done_once() {
        AbsentOrComplete all = new AbsentOrComplete(jdbc, () -> ReflectionTestUtils.invokeMethod(outbox, "dispatchDue"), EACH);
        all.check(() -> {
            String dossier = acts.file(people.actor("els"), InventedApplications.make(undertakings++, RECEIVED, true), "PAPIER", RECEIVED, List.of());
            String task = acts.task(dossier, "UserTask_VolledigheidNagaan");
            Map<String, Object> raw = currentActor.as(people.actor("an"), () -> new HashMap<>(showTask.show(task).values()));
            raw.putAll(TypedForms.complete());
            UUID action = UUID.randomUUID();
            return new Step("sending", dossier, () -> currentActor.as(people.actor("an"), () -> sendTaskForm.send(task, action, raw)));
        }, When.AFTER);
        assertThat(all.breaks()).isGreaterThan(8);
    }
}
