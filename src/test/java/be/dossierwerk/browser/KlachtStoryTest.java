package be.dossierwerk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.inbox.Colleagues;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.MovableClock;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The whole story on the screens: a complaint about a colleague, from the letter at intake to the answer. */
@BrowserTest
class KlachtStoryTest {

    private static final LocalDate RECEIVED = LocalDate.of(2027, 9, 14);

    @LocalServerPort private int port;
    @Autowired private DemoPeople people;
    @Autowired private Colleagues colleagues;
    @Autowired private MovableClock clock;
    @Autowired private DueJobs jobs;

    @BeforeEach
    void a_tuesday_morning() {
        jobs.byHand();
        people.all().forEach(colleagues::know);
        clock.moveTo(ZonedDateTime.of(RECEIVED, LocalTime.of(9, 0), MovableClock.BRUSSELS));
        jobs.run();
    }

    @AfterEach
    void clock_runs_again() {
        clock.release();
    }

    @Test
    void a_complaint_is_registered_handled_and_answered(Browser browser) {
        String dossier = register(browser);
        try (Desk an = new Desk(browser, port, "an")) {
            an.openTask(dossier, "Ontvankelijkheid nagaan");
            assertThat(an.field("Wat er verteld werd")).hasValue(Pattern.compile("^Ik belde vijf keer"));
            an.choose("Behandelt u de klacht?", "Ja");
            RequestDeskScreens.picture(an, "klacht-ontvankelijkheid");
            an.send("Bewaar het resultaat");
            an.openTask(dossier, "Klacht onderzoeken");
            // Who goes elsewhere in the middle of a word loses nothing of it.
            String task = an.url();
            an.field("Wat er gebeurde").pressSequentially("Vijf oproep");
            an.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Dossiers").setExact(true)).first().click();
            an.page.waitForURL(Pattern.compile("/dossiers$"));
            an.page.navigate(task);
            assertThat(an.field("Wat er gebeurde")).hasValue("Vijf oproep");
            an.type("Wat er gebeurde", "Vijf oproepen bleven zonder antwoord.");
            an.send("Bewaar het onderzoek");
            an.openTask(dossier, "Antwoord opstellen");
            an.choose("Uw oordeel", "Gegrond");
            an.type("Uitleg bij het oordeel", "Uw berichten bleven liggen. Dat spijt ons.");
            an.press("Leg voor aan het afdelingshoofd");
            an.sees("Welke maatregelen neemt het departement?");
            an.type("Welke maatregelen neemt het departement?", "Wij bellen voortaan binnen twee dagen terug.");
            RequestDeskScreens.picture(an, "klacht-antwoord");
            an.send("Leg voor aan het afdelingshoofd");
        }
        try (Desk lieve = new Desk(browser, port, "lieve")) {
            lieve.openTask(dossier, "Antwoord nazien");
            lieve.choose("Gaat u akkoord?", "Ja");
            lieve.send("Bevestig uw nazicht");
            lieve.open("dossier/" + dossier + "?deel=request.klacht.title");
            lieve.sees("Wij bellen voortaan binnen twee dagen terug.");
            lieve.sees("Bram De Smet (behandelt deze klacht niet)");
            RequestDeskScreens.picture(lieve, "klacht-dossier");
            assertThat(lieve.accessibilityFaults()).isEmpty();
            lieve.open("dossiers?q=" + dossier, "Dossiers");
            lieve.sees("Mia Lambrecht");
        }
    }

    private String register(Browser browser) {
        try (Desk els = new Desk(browser, port, "els", 390, 844)) {
            els.open("klacht-registreren", "Klacht registreren");
            els.press("Registreer de klacht");
            els.sees("Kies hoe het binnenkwam.");
            RequestDeskScreens.picture(els, "klacht-registreren-390");
            assertThat(els.accessibilityFaults()).isEmpty();
        }
        try (Desk els = new Desk(browser, port, "els")) {
            els.open("klacht-registreren", "Klacht registreren");
            RequestDeskScreens.requester(els, "Mia Lambrecht");
            RequestDeskScreens.letter(els);
            els.type("Wanneer gebeurde het?", "01/09/2027");
            els.type("Wat gebeurde er?", "Ik belde vijf keer en niemand belde terug.");
            els.choose("Collega's over wie de klacht gaat", "Bram De Smet");
            els.page.keyboard().press("Escape");
            RequestDeskScreens.picture(els, "klacht-registreren");
            return RequestDeskScreens.registered(els, "Registreer de klacht", "KLA");
        }
    }
}
