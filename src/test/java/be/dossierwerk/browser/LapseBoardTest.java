package be.dossierwerk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.demo.Acts;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.recognition.GiveFormalNotice;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.MovableClock;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The countdown of a formal notice on the screen: acknowledged with the keyboard, and stopped by two people, one of them on a phone. */
@BrowserTest
class LapseBoardTest {

    private static final LocalDate SERVED = LocalDate.of(2027, 9, 1);

    @LocalServerPort private int port;
    @Autowired private Acts acts;
    @Autowired private DemoPeople people;
    @Autowired private CurrentActor currentActor;
    @Autowired private GiveFormalNotice giveFormalNotice;
    @Autowired private Dossiers dossiers;
    @Autowired private DueJobs jobs;
    @Autowired private MovableClock clock;

    @AfterEach
    void clock_runs_again() {
        clock.release();
    }

    @Test
    void acknowledged_by_one_and_stopped_by_two(Browser browser) {
        jobs.byHand();
        clock.moveTo(ZonedDateTime.of(SERVED.atTime(9, 0), MovableClock.BRUSSELS));
        String dossier = new BackOffice(acts, people).complete(950, SERVED);
        currentActor.as(people.actor("els"), () -> {
            giveFormalNotice.give(dossier, SERVED);
            return null;
        });
        String subject = dossiers.get(dossier).subject();
        try (Desk an = new Desk(browser, port, "an")) {
            an.open("stilzwijgen", "Stilzwijgen bewaken");
            Locator card = card(an, subject);
            assertThat(card).containsText("Niet bevestigd: bij de start (sinds 01/09/2027). Gevraagd aan An Peeters of een teamleider.");
            assertThat(card).containsText("Het stilzwijgen geldt als een weigering waartegen beroep openstaat.");
            assertThat(an.page.getByRole(AriaRole.STATUS).first()).containsText("niet bevestigd");
            assertThat(an.accessibilityFaults()).isEmpty();
            Locator know = button(card, "Ik weet dit: " + subject);
            an.settled();
            know.focus();
            assertThat(know).isFocused();
            an.page.keyboard().press("Enter");
            assertThat(card).containsText("bij de start: bevestigd door An Peeters op 01/09/2027");
            assertThat(card).not().containsText("Niet bevestigd");
            assertThat(button(card, "Stel voor om te stoppen: " + subject)).hasCount(0);
        }
        try (Desk tom = new Desk(browser, port, "tom")) {
            tom.open("stilzwijgen", "Stilzwijgen bewaken");
            button(card(tom, subject), "Stel voor om te stoppen: " + subject).click();
            Locator dialog = tom.page.getByRole(AriaRole.DIALOG);
            button(dialog, "Stel voor").click();
            assertThat(dialog).containsText("Kies een grond.");
            tom.choose(dialog.getByRole(AriaRole.COMBOBOX), "De aanmaning is ingetrokken");
            button(dialog, "Stel voor").click();
            assertThat(dialog).containsText("Zeg waarom.");
            assertThat(tom.accessibilityFaults()).isEmpty();
            dialog.getByRole(AriaRole.TEXTBOX).fill("Brief van de aanvrager.");
            button(dialog, "Stel voor").click();
            assertThat(card(tom, subject)).containsText("Tom Willems stelde op 01/09/2027 voor om te stoppen met aftellen.");
            assertThat(button(card(tom, subject), "Bevestig en stop: " + subject)).hasCount(0);
        }
        try (Desk joke = new Desk(browser, port, "joke", 390, 844)) {
            joke.open("stilzwijgen", "Stilzwijgen bewaken");
            Locator card = card(joke, subject);
            assertThat(card).isVisible();
            assertThat(joke.accessibilityFaults()).isEmpty();
            joke.fits();
            button(card, "Bevestig en stop: " + subject).click();
            Locator dialog = joke.page.getByRole(AriaRole.DIALOG);
            assertThat(dialog).containsText("Reden: Brief van de aanvrager.");
            button(dialog, "Bevestig en stop").click();
            assertThat(card).hasCount(0);
        }
        try (Desk els = new Desk(browser, port, "els")) {
            els.open("stilzwijgen");
            els.page.locator("h1").first().waitFor();
            assertThat(els.page.getByText("Stilzwijgen bewaken")).hasCount(0);
        }
    }

    private static Locator card(Desk desk, String subject) {
        return desk.page.getByRole(AriaRole.ARTICLE, new Page.GetByRoleOptions().setName(subject).setExact(true));
    }

    private static Locator button(Locator in, String name) {
        return in.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
