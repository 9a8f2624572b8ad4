package be.dossierwerk.bench;

import be.dossierwerk.demo.Acts;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.MovableClock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Map;

/** People who work at a dossier of ours on the days that it asks: each task opened as the screen does it, taken and sent. */
record PlayedByPeople(Acts acts, DemoPeople people, DueJobs jobs, MovableClock clock) {

    void on(LocalDate day) {
        clock.moveTo(ZonedDateTime.of(day.atTime(10, 0), MovableClock.BRUSSELS));
    }

    /** With the jobs that follow from it at once. */
    void send(DossierSteps steps, String person, String dossier, String task, Map<String, Object> fields) {
        steps.step(task, () -> {
            acts.send(people.actor(person), dossier, task, fields);
            jobs.run();
        });
    }
}
