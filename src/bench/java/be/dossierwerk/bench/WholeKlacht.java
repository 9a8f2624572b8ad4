package be.dossierwerk.bench;

import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.request.Channel;
import be.dossierwerk.request.RegisterKlacht;
import be.dossierwerk.request.Requester;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.AttachedFile;
import be.dossierwerk.shared.MovableClock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A complaint from its letter to the answer, which is sent back once: six tasks, one term, two letters. The smallest dossier that holds all that belongs to one. */
final class WholeKlacht {

    static final int TASKS = 6;
    private static final LocalDate RECEIVED = LocalDate.of(2027, 3, 1);

    private final Acts acts;
    private final RegisterKlacht register;
    private final CurrentActor currentActor;
    private final DemoPeople people;
    private final DueJobs jobs;
    private final MovableClock clock;
    private final List<AttachedFile> papers = List.of(new AttachedFile("brief.pdf", InventedApplications.proofOfDeposit("Brief").content()));

    WholeKlacht(Acts acts, RegisterKlacht register, CurrentActor currentActor, DemoPeople people, DueJobs jobs, MovableClock clock) {
        this.acts = acts;
        this.register = register;
        this.currentActor = currentActor;
        this.people = people;
        this.jobs = jobs;
        this.clock = clock;
    }

    void play(DossierSteps steps) {
        jobs.byHand();
        clock.moveTo(ZonedDateTime.of(RECEIVED.atTime(10, 0), MovableClock.BRUSSELS));
        String[] dossier = new String[1];
        Requester requester = new Requester("Mia Lambrecht", "Kade 1 bus 3", "9000", "Gent", "mia@voorbeeld.be", Channel.BRIEF, RECEIVED, null);
        steps.step("indienen", () -> dossier[0] = currentActor.as(people.actor("els"), () -> register.register(UUID.randomUUID(),
                new RegisterKlacht.Klacht(requester, false, RECEIVED.minusDays(5), "Ik belde vijf keer en niemand belde terug.", Set.of()), papers)));
        clock.moveTo(ZonedDateTime.of(RECEIVED.plusDays(2).atTime(10, 0), MovableClock.BRUSSELS));
        send(steps, "an", dossier[0], "UserTask_OntvankelijkheidNagaan", Map.of("ontvankelijk", "JA"));
        send(steps, "an", dossier[0], "UserTask_KlachtOnderzoeken", Map.of("bevindingen", "Vijf oproepen zonder antwoord."));
        send(steps, "an", dossier[0], "UserTask_AntwoordOpstellen", Map.of("oordeel", "ONGEGROND", "motivering", "Wij belden u terug op 25 februari."));
        send(steps, "lieve", dossier[0], "UserTask_AntwoordNazien", Map.of("akkoord", "NEE", "opmerking", "Zeg ook dat het ons spijt."));
        send(steps, "an", dossier[0], "UserTask_AntwoordOpstellen", Map.of("motivering", "Wij belden u terug op 25 februari. Dat dit lang duurde, spijt ons."));
        send(steps, "lieve", dossier[0], "UserTask_AntwoordNazien", Map.of("akkoord", "JA"));
    }

    /** With the jobs that follow from it at once. */
    private void send(DossierSteps steps, String person, String dossier, String task, Map<String, Object> fields) {
        steps.step(task, () -> {
            acts.send(people.actor(person), dossier, task, fields);
            jobs.run();
        });
    }
}
