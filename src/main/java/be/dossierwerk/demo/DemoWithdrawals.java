package be.dossierwerk.demo;

import be.dossierwerk.recognition.RecognisedUndertakings;
import be.dossierwerk.recognition.RecognisedUndertakings.Entry;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.withdrawal.DropVoluntaryRequest;
import be.dossierwerk.withdrawal.FileVoluntaryRequest;
import be.dossierwerk.withdrawal.VoluntaryReason;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Lets three recognised undertakings ask today to withdraw: one to be checked, one that merged and is to be decided, one that thought again. */
@Component
class DemoWithdrawals {

    private final RecognisedUndertakings undertakings;
    private final FileVoluntaryRequest fileVoluntaryRequest;
    private final DropVoluntaryRequest dropVoluntaryRequest;
    private final Acts acts;
    private final DemoPeople people;
    private final CurrentActor currentActor;
    private final Clock clock;

    DemoWithdrawals(RecognisedUndertakings undertakings, FileVoluntaryRequest fileVoluntaryRequest, DropVoluntaryRequest dropVoluntaryRequest, Acts acts,
                    DemoPeople people, CurrentActor currentActor, Clock clock) {
        this.undertakings = undertakings;
        this.fileVoluntaryRequest = fileVoluntaryRequest;
        this.dropVoluntaryRequest = dropVoluntaryRequest;
        this.acts = acts;
        this.people = people;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** Nothing happens with fewer than four recognised undertakings. */
    void play() {
        List<Entry> recognised = undertakings.search("", null, "ERKEND", 0, 4);
        if (recognised.size() < 4) {
            return;
        }
        file(recognised.get(0), VoluntaryReason.STOPZETTING, null);
        String merged = file(recognised.get(1), VoluntaryReason.FUSIE_OVERNAME, recognised.get(3).enterpriseNumber());
        acts.send(people.actor("an"), merged, "UserTask_VerzoekNagaan", Map.of("bevoegd", "JA", "bewijs", "Statuten in bijlage van het Belgisch Staatsblad."));
        String dropped = file(recognised.get(2), VoluntaryReason.ANDERE, null);
        currentActor.as(people.actor("els"), () -> {
            dropVoluntaryRequest.drop(dropped, "De onderneming vond een nieuwe zaakvoerder.");
            return null;
        });
    }

    private String file(Entry entry, VoluntaryReason reason, String successor) {
        LocalDate today = LocalDate.now(clock);
        return currentActor.as(people.actor("els"), () -> fileVoluntaryRequest.file(UUID.randomUUID(), new FileVoluntaryRequest.Request(entry.dossier(), today, reason,
                "De zaakvoerder gaat met pensioen.", successor, today.plusMonths(1), "Leen Verhoeven"), List.of(new FileVoluntaryRequest.Attachment("verzoek.pdf",
                InventedApplications.request(entry.name())))));
    }
}
