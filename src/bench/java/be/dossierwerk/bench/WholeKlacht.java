package be.dossierwerk.bench;

import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.request.Channel;
import be.dossierwerk.request.RegisterKlacht;
import be.dossierwerk.request.Requester;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.AttachedFile;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A complaint from its letter to the answer, which is sent back once: six tasks, one term, two letters. The smallest dossier that holds all that belongs to one. */
final class WholeKlacht {

    static final int TASKS = 6;
    private static final LocalDate RECEIVED = LocalDate.of(2027, 3, 1);

    private final RegisterKlacht register;
    private final CurrentActor currentActor;
    private final PlayedByPeople by;
    private final List<AttachedFile> papers = List.of(new AttachedFile("brief.pdf", InventedApplications.proofOfDeposit("Brief").content()));

    WholeKlacht(PlayedByPeople by, RegisterKlacht register, CurrentActor currentActor) {
        this.register = register;
        this.currentActor = currentActor;
        this.by = by;
    }

    void play(DossierSteps steps) {
        by.jobs().byHand();
        by.on(RECEIVED);
        String[] dossier = new String[1];
        Requester requester = new Requester("Mia Lambrecht", "Kade 1 bus 3", "9000", "Gent", "mia@voorbeeld.be", Channel.BRIEF, RECEIVED, null);
        steps.step("indienen", () -> dossier[0] = currentActor.as(by.people().actor("els"), () -> register.register(UUID.randomUUID(),
                new RegisterKlacht.Klacht(requester, false, RECEIVED.minusDays(5), "Ik belde vijf keer en niemand belde terug.", Set.of()), papers)));
        by.on(RECEIVED.plusDays(2));
        by.send(steps, "an", dossier[0], "UserTask_OntvankelijkheidNagaan", Map.of("ontvankelijk", "JA"));
        by.send(steps, "an", dossier[0], "UserTask_KlachtOnderzoeken", Map.of("bevindingen", "Vijf oproepen zonder antwoord."));
        by.send(steps, "an", dossier[0], "UserTask_AntwoordOpstellen", Map.of("oordeel", "ONGEGROND", "motivering", "Wij belden u terug op 25 februari."));
        by.send(steps, "lieve", dossier[0], "UserTask_AntwoordNazien", Map.of("akkoord", "NEE", "opmerking", "Zeg ook dat het ons spijt."));
        by.send(steps, "an", dossier[0], "UserTask_AntwoordOpstellen", Map.of("motivering", "Wij belden u terug op 25 februari. Dat dit lang duurde, spijt ons."));
        by.send(steps, "lieve", dossier[0], "UserTask_AntwoordNazien", Map.of("akkoord", "JA"));
    }
}
