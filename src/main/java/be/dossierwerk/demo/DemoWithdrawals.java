package be.dossierwerk.demo;

import be.dossierwerk.recognition.RecognisedUndertakings;
import be.dossierwerk.recognition.RecognisedUndertakings.Entry;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.AttachedFile;
import be.dossierwerk.withdrawal.DropVoluntaryRequest;
import be.dossierwerk.withdrawal.FileVoluntaryRequest;
import be.dossierwerk.withdrawal.VoluntaryReason;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The withdrawals, infringements and recoveries of the demo. Three undertakings without any other file ask today to withdraw: one to be checked, one
 * that merged and is to be decided, one that thought again.
 */
@Component
class DemoWithdrawals implements DemoPart {

    /** The undertakings of the other files, by the number of their application. */
    private static final Set<String> TAKEN = IntStream.of(0, 1, 2, 3, 4, 5, 6, 11, 12, 13, 14, 15, 16, 17, 18).mapToObj(InventedApplications::enterpriseNumber)
            .collect(Collectors.toUnmodifiableSet());

    private final DemoExOfficio exOfficio;
    private final DemoInfringements infringements;
    private final DemoRecoveries recoveries;
    private final RecognisedUndertakings undertakings;
    private final FileVoluntaryRequest fileVoluntaryRequest;
    private final DropVoluntaryRequest dropVoluntaryRequest;
    private final Acts acts;
    private final DemoPeople people;
    private final CurrentActor currentActor;
    private final Clock clock;

    DemoWithdrawals(DemoExOfficio exOfficio, DemoInfringements infringements, DemoRecoveries recoveries, RecognisedUndertakings undertakings, FileVoluntaryRequest fileVoluntaryRequest, DropVoluntaryRequest dropVoluntaryRequest, Acts acts,
                    DemoPeople people, CurrentActor currentActor, Clock clock) {
        this.exOfficio = exOfficio;
        this.infringements = infringements;
        this.recoveries = recoveries;
        this.undertakings = undertakings;
        this.fileVoluntaryRequest = fileVoluntaryRequest;
        this.dropVoluntaryRequest = dropVoluntaryRequest;
        this.acts = acts;
        this.people = people;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** To be lived on the moved clock, among the lives of the applications that recognise their undertakings. */
    @Override
    public List<Life> lives(LocalDate today) {
        return Stream.of(exOfficio.lives(today), infringements.lives(today), recoveries.lives(today)).flatMap(List::stream).toList();
    }

    @Override
    public void ofToday() {
        List<Entry> free = undertakings.search("", null, "ERKEND", 0, 500).stream().filter(entry -> !TAKEN.contains(entry.enterpriseNumber())).toList();
        if (!free.isEmpty()) {
            file(free.get(0), VoluntaryReason.STOPZETTING, null);
        }
        if (free.size() > 2) {
            String merged = file(free.get(1), VoluntaryReason.FUSIE_OVERNAME, free.get(2).enterpriseNumber());
            acts.send(people.actor("an"), merged, "UserTask_VerzoekNagaan", Map.of("bevoegd", "JA", "bewijs", "Statuten in bijlage van het Belgisch Staatsblad."));
            String dropped = file(free.get(2), VoluntaryReason.ANDERE, null);
            currentActor.as(people.actor("els"), () -> {
                dropVoluntaryRequest.drop(dropped, "De onderneming vond een nieuwe zaakvoerder.");
                return null;
            });
        }
    }

    private String file(Entry entry, VoluntaryReason reason, String successor) {
        LocalDate today = LocalDate.now(clock);
        return currentActor.as(people.actor("els"), () -> fileVoluntaryRequest.file(UUID.randomUUID(), new FileVoluntaryRequest.Request(entry.dossier(), today, reason,
                explanation(reason), successor, today.plusMonths(1), "Leen Verhoeven"), List.of(new AttachedFile("verzoek.pdf",
                InventedApplications.request(entry.name())))));
    }

    private static String explanation(VoluntaryReason reason) {
        return switch (reason) {
            case STOPZETTING -> "De zaakvoerder gaat met pensioen.";
            case FUSIE_OVERNAME -> "De huishoudhulpen gaan mee naar de overnemer.";
            case ANDERE -> "Er is geen zaakvoerder meer.";
        };
    }
}
