package be.dossierwerk.bench;

import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.demo.TypedForms;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.recognition.Application;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.MovableClock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;

/** A recognition from its application on paper to the letter that was posted, with every task on the way: opened as the screen does it, taken and sent. */
final class WholeRecognition {

    static final int TASKS = 12;
    private static final LocalDate RECEIVED = LocalDate.of(2027, 3, 1);
    private static final LocalDate SESSION = LocalDate.of(2027, 3, 25);

    private final Acts acts;
    private final DemoPeople people;
    private final DueJobs jobs;
    private final MovableClock clock;
    private int undertaking = 1_000;

    WholeRecognition(Acts acts, DemoPeople people, DueJobs jobs, MovableClock clock) {
        this.acts = acts;
        this.people = people;
        this.jobs = jobs;
        this.clock = clock;
    }

    void play(DossierSteps steps) {
        jobs.byHand();
        Application application = InventedApplications.make(undertaking++, RECEIVED, true);
        String[] dossier = new String[1];
        on(RECEIVED);
        steps.step("indienen", () -> dossier[0] = acts.file(people.actor("els"), application, "PAPIER", RECEIVED, InventedApplications.attachments(application)));
        on(RECEIVED.plusDays(2));
        send(steps, "an", dossier[0], "UserTask_VolledigheidNagaan", TypedForms.complete());
        on(RECEIVED.plusDays(3));
        send(steps, "an", dossier[0], "UserTask_BronnenNagaan", TypedForms.cleanSources());
        send(steps, "an", dossier[0], "UserTask_OndernemingsplanBeoordelen", TypedForms.goodPlan());
        send(steps, "an", dossier[0], "UserTask_WaarborgNagaan", TypedForms.depositPaid(RECEIVED.minusDays(10)));
        on(RECEIVED.plusDays(4));
        send(steps, "an", dossier[0], "UserTask_VoorwaardenBeoordelen", TypedForms.conditionsMet());
        on(RECEIVED.plusDays(7));
        send(steps, "an", dossier[0], "UserTask_NotaOpstellen", TypedForms.note("GUNSTIG"));
        send(steps, "sofie", dossier[0], "UserTask_OpAgendaPlaatsen", TypedForms.agenda(SESSION));
        on(SESSION);
        send(steps, "sofie", dossier[0], "UserTask_AdviesRegistreren", TypedForms.advice("GUNSTIG", SESSION));
        List<String> activities = application.activities().stream().map(Enum::name).toList();
        send(steps, "an", dossier[0], "UserTask_BeslissingOpstellen", TypedForms.decision("ERKEND", activities));
        send(steps, "joke", dossier[0], "UserTask_JuridischNazicht", TypedForms.legalCheck(true));
        send(steps, "karel", dossier[0], "UserTask_Ondertekenen", TypedForms.signature());
        send(steps, "els", dossier[0], "UserTask_ZendingRegistreren", TypedForms.posted(SESSION, 1));
    }

    /** With the jobs that follow from it at once. */
    private void send(DossierSteps steps, String person, String dossier, String task, Map<String, Object> fields) {
        steps.step(task, () -> {
            acts.send(people.actor(person), dossier, task, fields);
            jobs.run();
        });
    }

    private void on(LocalDate day) {
        clock.moveTo(ZonedDateTime.of(day.atTime(10, 0), MovableClock.BRUSSELS));
    }
}
