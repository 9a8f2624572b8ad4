package be.dossierwerk.demo;

import be.dossierwerk.demo.Life.Step;
import be.dossierwerk.inbox.Colleagues;
import be.dossierwerk.request.Channel;
import be.dossierwerk.request.ExtendOpenbaarheid;
import be.dossierwerk.request.RegisterKlacht;
import be.dossierwerk.request.RegisterOpenbaarheid;
import be.dossierwerk.request.Requester;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.AttachedFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The complaints and openness requests of the demo: a complaint that was answered, one about a colleague that is researched, one to be looked at;
 * a request that was refused, one that was extended and is to be judged, one that waits until it is clear.
 */
@Component
class DemoRequests implements DemoPart {

    private final DemoSteps steps;
    private final DemoPeople people;
    private final Colleagues colleagues;
    private final RegisterKlacht registerKlacht;
    private final RegisterOpenbaarheid registerOpenbaarheid;
    private final ExtendOpenbaarheid extendOpenbaarheid;

    DemoRequests(DemoSteps steps, DemoPeople people, Colleagues colleagues, RegisterKlacht registerKlacht, RegisterOpenbaarheid registerOpenbaarheid,
                 ExtendOpenbaarheid extendOpenbaarheid) {
        this.steps = steps;
        this.people = people;
        this.colleagues = colleagues;
        this.registerKlacht = registerKlacht;
        this.registerOpenbaarheid = registerOpenbaarheid;
        this.extendOpenbaarheid = extendOpenbaarheid;
    }

    @Override
    public List<Life> lives(LocalDate today) {
        List<Step> refused = new ArrayList<>(List.of(steps.task(2, "bram", "UserTask_VerzoekNagaan", () -> Map.of("resultaat", "BEHANDELEN")),
                steps.task(3, "bram", "UserTask_DocumentBeoordelen", () -> Map.of("oordeel", "NIET_OPENBAAR", "uitzondering", "TOEZICHT",
                        "motief", "Het onderzoek van de inspectie loopt nog. Dat belang weegt hier zwaarder dan de openbaarheid."))));
        refused.addAll(steps.decision(1, Map.of(), false, 921));
        return List.of(
                Life.of(150, Life.workdayBefore(today.minusDays(60)), day -> klacht(day, "Willem Claeys", "De brief over mijn dossier kwam twee keer met een verkeerde naam.", Set.of()),
                        steps.task(2, "an", "UserTask_OntvankelijkheidNagaan", () -> Map.of("ontvankelijk", "JA")),
                        steps.task(6, "an", "UserTask_KlachtOnderzoeken", () -> Map.of("bevindingen", "De naam stond fout in het dossier en werd niet verbeterd.")),
                        steps.task(2, "an", "UserTask_AntwoordOpstellen", () -> Map.of("oordeel", "GEGROND", "motivering", "Wij verbeterden uw naam niet na uw eerste telefoon.",
                                "maatregelen", "Uw naam is verbeterd. U kreeg de juiste brief.")),
                        steps.task(2, "lieve", "UserTask_AntwoordNazien", () -> Map.of("akkoord", "JA"))),
                Life.of(151, Life.workdayBefore(today.minusDays(20)), day -> klacht(day, "Ria Hendrickx", "Ik kreeg aan de telefoon een kort en onvriendelijk antwoord.", Set.of("bram")),
                        steps.task(3, "an", "UserTask_OntvankelijkheidNagaan", () -> Map.of("ontvankelijk", "JA"))),
                Life.of(152, Life.workdayBefore(today.minusDays(2)), day -> klacht(day, "Sami Haddad", "Ik wacht al zes weken op een antwoord op mijn e-mail.", Set.of())),
                new Life(153, Life.workdayBefore(today.minusDays(50)), day -> openbaarheid(day, "Katrien Baert", "Het verslag van de inspectie bij Poets & Co"), refused),
                Life.of(154, Life.workdayBefore(today.minusDays(17)), day -> openbaarheid(day, "Jonas De Wit", "De nota aan de adviescommissie\nHet advies van de commissie"),
                        steps.task(3, "bram", "UserTask_VerzoekNagaan", () -> Map.of("resultaat", "BEHANDELEN")),
                        Step.after(8, dossier -> steps.as("bram", () -> {
                            extendOpenbaarheid.extend(dossier, "Wij vragen eerst aan de onderneming of er vertrouwelijke gegevens in staan.");
                            return null;
                        }))),
                Life.of(155, Life.workdayBefore(today.minusDays(9)), day -> openbaarheid(day, "Lena Verbeke", "Alles over dienstencheques"),
                        steps.task(2, "an", "UserTask_VerzoekNagaan", () -> Map.of("resultaat", "VERDUIDELIJKEN", "vraag", "Over welke onderneming of welk jaar gaat uw vraag?"))));
    }

    private Optional<String> klacht(LocalDate day, String name, String told, Set<String> about) {
        // Who can be complained about is who the product has met.
        people.all().forEach(colleagues::know);
        return Optional.of(steps.as("els", () -> registerKlacht.register(UUID.randomUUID(), new RegisterKlacht.Klacht(requester(name, day), false, day.minusDays(5), told, about),
                papers(name))));
    }

    private Optional<String> openbaarheid(LocalDate day, String name, String documents) {
        return Optional.of(steps.as("els", () -> registerOpenbaarheid.register(UUID.randomUUID(), new RegisterOpenbaarheid.Openbaarheid(requester(name, day), documents),
                papers(name))));
    }

    private static Requester requester(String name, LocalDate day) {
        return new Requester(name, "Kerkstraat 12", "9000", "Gent", null, Channel.BRIEF, day, null);
    }

    private static List<AttachedFile> papers(String name) {
        return List.of(new AttachedFile("brief.pdf", InventedApplications.request(name)));
    }
}
