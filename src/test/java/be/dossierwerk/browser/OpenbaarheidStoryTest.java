package be.dossierwerk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.MovableClock;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The whole story on the screens: a request for documents whose term is extended once, decided in part and handed over. */
@BrowserTest
class OpenbaarheidStoryTest {

    private static final LocalDate REGISTERED = LocalDate.of(2027, 9, 14);

    @LocalServerPort private int port;
    @Autowired private DemoPeople people;
    @Autowired private CurrentActor currentActor;
    @Autowired private Dossiers dossiers;
    @Autowired private MovableClock clock;
    @Autowired private DueJobs jobs;

    @BeforeEach
    void a_tuesday_morning() {
        jobs.byHand();
        on(REGISTERED);
    }

    @AfterEach
    void clock_runs_again() {
        clock.release();
    }

    @Test
    void an_openness_request_is_extended_once_decided_and_handed_over(Browser browser) {
        String source = currentActor.as(people.actor("an"), () -> {
            String opened = dossiers.open(new Dossiers.NewDossier("inbreukdossier", "INB", "Poets & Co", null, "Gent", "VSI", REGISTERED, null, null));
            dossiers.attach(opened, "NOTA", "Nota over het onderzoek", "nota.pdf", InventedApplications.proofOfDeposit("Nota").content(), REGISTERED);
            return opened;
        });
        String dossier = register(browser, source);
        extend_once(browser, dossier);
        try (Desk an = new Desk(browser, port, "an")) {
            an.openTask(dossier, "Verzoek nagaan");
            an.choose("Wat doet u met het verzoek?", "Behandelen");
            an.send("Bewaar het resultaat");
            an.openTask(dossier, "Document beoordelen");
            an.choose("Krijgt de verzoeker dit document?", "Ja, helemaal");
            an.send("Bewaar het oordeel");
            an.openTask(dossier, "Document beoordelen");
            an.choose("Krijgt de verzoeker dit document?", "Neen");
            an.choose("Welke uitzondering geldt?", "Audit, inspectie of controle (II.35)");
            an.type("Waarom geldt ze hier?", "Het onderzoek loopt nog. Het belang van het onderzoek weegt zwaarder.");
            RequestDeskScreens.picture(an, "openbaarheid-oordeel");
            an.send("Bewaar het oordeel");
            RequestDeskScreens.act(an, dossier, "Document aanduiden");
            an.choose("Document", "Nota over het onderzoek (14/09/2027)");
            RequestDeskScreens.picture(an, "openbaarheid-aanduiden");
            an.press("Duid aan");
            an.sees("Het document is aangeduid.");
            an.openTask(dossier, "Beslissing opstellen");
            an.send("Leg voor aan de jurist");
        }
        sign(browser, dossier);
        try (Desk an = new Desk(browser, port, "an")) {
            an.openTask(dossier, "Documenten bezorgen");
            an.choose("Hoe bezorgt u ze?", "Meesturen met de brief");
            RequestDeskScreens.picture(an, "openbaarheid-bezorgen");
            an.send("Bezorg de documenten");
            an.open("dossier/" + dossier + "?deel=request.openness.title");
            an.sees("Nota over het onderzoek (" + source + ")");
            RequestDeskScreens.picture(an, "openbaarheid-dossier");
            assertThat(an.accessibilityFaults()).isEmpty();
            an.open("dossier/" + dossier);
            an.sees("Voor een deel toegang gegeven");
        }
        try (Desk an = new Desk(browser, port, "an", 390, 844)) {
            an.open("dossier/" + dossier + "?deel=request.openness.title");
            an.sees("Nota over het onderzoek (" + source + ")");
            RequestDeskScreens.picture(an, "openbaarheid-dossier-390");
        }
    }

    private String register(Browser browser, String source) {
        try (Desk els = new Desk(browser, port, "els")) {
            els.open("documenten-aanvragen", "Documenten aanvragen");
            RequestDeskScreens.requester(els, "Mia Lambrecht");
            RequestDeskScreens.letter(els);
            els.press("Registreer de aanvraag");
            els.sees("Vul dit in.");
            els.field("Dossier waarover het gaat").fill(source);
            els.page.getByRole(AriaRole.OPTION).getByText(source).first().click();
            els.type("Gevraagde documenten", "De nota over het onderzoek\nHet verslag van de inspectie");
            RequestDeskScreens.picture(els, "documenten-aanvragen");
            return RequestDeskScreens.registered(els, "Registreer de aanvraag", "OPB");
        }
    }

    private void extend_once(Browser browser, String dossier) {
        on(REGISTERED.plusDays(10));
        try (Desk an = new Desk(browser, port, "an")) {
            RequestDeskScreens.act(an, dossier, "Termijn verlengen");
            an.sees("De nieuwe laatste dag wordt zondag 24 oktober 2027.");
            an.type("Waarom hebt u meer tijd nodig?", "Het archief zoekt de oude nota op.");
            RequestDeskScreens.picture(an, "openbaarheid-verlengen");
            an.press("Verleng de termijn");
            an.sees("De termijn is verlengd en de brief vertrekt.");
            RequestDeskScreens.act(an, dossier, "Termijn verlengen");
            an.type("Waarom hebt u meer tijd nodig?", "Nog eens.");
            an.press("Verleng de termijn");
            an.sees("De termijn werd al verlengd op vrijdag 24 september 2027. Een tweede keer kan niet.");
            RequestDeskScreens.picture(an, "openbaarheid-tweede-verlenging");
        }
        try (Desk an = new Desk(browser, port, "an", 390, 844)) {
            an.open("dossier/" + dossier);
            an.sees("nog 30 dagen");
            RequestDeskScreens.picture(an, "openbaarheid-verlengd-390");
        }
    }

    private void sign(Browser browser, String dossier) {
        try (Desk joke = new Desk(browser, port, "joke")) {
            joke.openTask(dossier, "Beslissing juridisch nazien");
            joke.tick("Gaat u akkoord?", "Ja, klaar om te ondertekenen");
            joke.send("Bevestig uw nazicht");
        }
        try (Desk karel = new Desk(browser, port, "karel")) {
            karel.open("ondertekenen?dossier=" + dossier, "Ondertekenen");
            karel.press("Onderteken…");
            karel.press("Onderteken");
            karel.sees("ondertekend");
        }
        jobs.run();
        try (Desk els = new Desk(browser, port, "els")) {
            els.open("werk?tab=groepen&q=" + dossier);
            els.page.locator("a.dw-task").first().click();
            els.type("Afgegeven op de post op", "24/09/2027");
            els.type("Zendingsnummer", "RA123456789BE");
            els.send("Registreer de zending");
        }
        jobs.run();
    }

    private void on(LocalDate day) {
        clock.moveTo(ZonedDateTime.of(day, LocalTime.of(9, 0), MovableClock.BRUSSELS));
        jobs.run();
    }
}
