package be.dossierwerk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.AbsentOrComplete;
import be.dossierwerk.AbsentOrComplete.Step;
import be.dossierwerk.BrokenConnection.When;
import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.demo.TypedForms;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.inbox.ClaimTask;
import be.dossierwerk.inbox.GiveBackTask;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * The connection breaks before and after every statement of every step of a recognition, and every table is compared: the step is absent or complete.
 * Minutes, for some thousands of breaks.
 */
@DossierwerkTest
class StatementFaults {

    /** A form on the way to a recognition: who sends it and what they type. */
    record Form(String person, String task, Map<String, Object> typed) {
        @Override
        public String toString() {
            return task;
        }
    }

    private static final LocalDate RECEIVED = LocalDate.of(2027, 6, 1);
    private static final List<Form> WAY = List.of(
            new Form("an", "UserTask_VolledigheidNagaan", TypedForms.complete()),
            new Form("an", "UserTask_BronnenNagaan", TypedForms.cleanSources()),
            new Form("an", "UserTask_OndernemingsplanBeoordelen", TypedForms.goodPlan()),
            new Form("an", "UserTask_WaarborgNagaan", TypedForms.depositPaid(RECEIVED.minusDays(10))),
            new Form("an", "UserTask_VoorwaardenBeoordelen", TypedForms.conditionsMet()),
            new Form("an", "UserTask_NotaOpstellen", TypedForms.note("GUNSTIG")),
            new Form("sofie", "UserTask_OpAgendaPlaatsen", TypedForms.agenda(RECEIVED)),
            new Form("sofie", "UserTask_AdviesRegistreren", TypedForms.advice("GUNSTIG", RECEIVED)),
            new Form("an", "UserTask_BeslissingOpstellen", TypedForms.decision("ERKEND", List.of("SCHOONMAKEN"))),
            new Form("joke", "UserTask_JuridischNazicht", TypedForms.legalCheck(true)),
            new Form("karel", "UserTask_Ondertekenen", TypedForms.signature()),
            new Form("els", "UserTask_ZendingRegistreren", TypedForms.posted(RECEIVED, 1)));
    private static int undertakings = 100;

    @Autowired private Acts acts;
    @Autowired private DemoPeople people;
    @Autowired private CurrentActor currentActor;
    @Autowired private SubmitApplication submit;
    @Autowired private ClaimTask claimTask;
    @Autowired private GiveBackTask giveBack;
    @Autowired private ShowTask showTask;
    @Autowired private SendTaskForm sendTaskForm;
    @Autowired private DueJobs jobs;
    @Autowired private MovableClock clock;
    @Autowired private JdbcClient jdbc;
    @Autowired @Qualifier("outbox") private Object outbox;

    static Stream<Form> forms() {
        return WAY.stream();
    }

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
    void filing() {
        check(() -> {
            Application application = InventedApplications.make(undertakings++, RECEIVED, true);
            UUID key = UUID.randomUUID();
            return new Step("filing", null, () -> currentActor.as(people.actor("els"), () ->
                    submit.submit(application, new SubmitApplication.Receipt("PAPIER", RECEIVED, null, key, List.of()))));
        });
    }

    @Test
    void claiming_and_giving_back() {
        check(() -> {
            String task = acts.task(at(0), WAY.get(0).task());
            return new Step("claiming", null, () -> as("an", () -> claimTask.claim(task)));
        });
        check(() -> {
            String task = acts.task(at(0), WAY.get(0).task());
            as("an", () -> claimTask.claim(task));
            return new Step("giving back", null, () -> as("an", () -> giveBack.giveBack(task)));
        });
    }

    @ParameterizedTest
    @MethodSource("forms")
    void sending(Form form) {
        check(() -> {
            String dossier = at(WAY.indexOf(form));
            String task = acts.task(dossier, form.task());
            Map<String, Object> raw = currentActor.as(people.actor(form.person()), () -> new HashMap<>(showTask.show(task).values()));
            raw.putAll(form.typed());
            UUID action = UUID.randomUUID();
            return new Step(form.task(), null, () -> currentActor.as(people.actor(form.person()), () -> sendTaskForm.send(task, action, raw)));
        });
    }

    private void check(java.util.function.Supplier<Step> steps) {
        AbsentOrComplete all = new AbsentOrComplete(jdbc, () -> ReflectionTestUtils.invokeMethod(outbox, "dispatchDue"), 1);
        all.check(steps, When.BEFORE, When.AFTER);
        assertThat(all.breaks()).isGreaterThan(10);
    }

    /** A dossier in which as many forms of the way were sent. */
    private String at(int sent) {
        String dossier = acts.file(people.actor("els"), InventedApplications.make(undertakings++, RECEIVED, true), "PAPIER", RECEIVED, List.of());
        for (Form form : WAY.subList(0, sent)) {
            acts.send(people.actor(form.person()), dossier, form.task(), form.typed());
            jobs.run();
        }
        return dossier;
    }

    private void as(String person, Runnable act) {
        currentActor.as(people.actor(person), () -> {
            act.run();
            return null;
        });
    }
}
