package be.dossierwerk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The manager proposes a holiday and the head of division approves it. It lies so far ahead that no other test meets it. */
@BrowserTest
class CalendarTest {

    private static final int PHONE_WIDTH = 390;

    @LocalServerPort private int port;

    @BeforeAll
    static void patience() {
        PlaywrightAssertions.setDefaultAssertionTimeout(Desk.PATIENCE_MILLIS);
    }

    @Test
    void a_holiday_is_proposed_looked_at_and_approved_by_somebody_else(Browser browser) {
        try (Desk pieter = new Desk(browser, port, "pieter")) {
            pieter.open("termijnregels", "Termijnregels");
            pieter.page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Kalender")).click();
            pieter.sees("Pinkstermaandag");
            pieter.page.waitForURL(url -> url.endsWith("termijnregels?deel=kalender"));
            assertThat(pieter.page.getByRole(AriaRole.ROW)).hasCount(21);
            pieter.sees("De kalender is nog niet gewijzigd.");
            shot(pieter, "calendar");
            assertThat(pieter.accessibilityFaults()).isEmpty();
            pieter.press("Wijziging voorstellen");
            Locator dialog = pieter.page.getByRole(AriaRole.DIALOG);
            pieter.type("Dag", "25/12/2099");
            assertThat(dialog).containsText("Er is al een wettelijke feestdag op vrijdag 25 december 2099.");
            pieter.type("Dag", "01/12/2099");
            assertThat(dialog).containsText("lopende termijnen krijgt een andere laatste dag.");
            dialog.getByText("Voorstellen", new Locator.GetByTextOptions().setExact(true)).last().click();
            assertThat(dialog).containsText("Zeg welke wet of welk besluit de dag wijzigt.");
            shot(pieter, "calendar-propose");
            assertThat(pieter.accessibilityFaults()).isEmpty();
            dialog.getByLabel("Naam van de feestdag").fill("Dag van de Termijn");
            dialog.getByLabel("Bron").fill("Wet van 1 december 2098");
            dialog.getByLabel("Waarom deze wijziging?").fill("De wet is bekendgemaakt");
            dialog.getByText("Voorstellen", new Locator.GetByTextOptions().setExact(true)).last().click();
            pieter.sees("U stelde dit zelf voor. Iemand anders beslist.");
            assertThat(pieter.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Goedkeuren"))).hasCount(0);
        }
        try (Desk tom = new Desk(browser, port, "tom", PHONE_WIDTH, 844)) {
            tom.open("termijnregels?deel=kalender", "Termijnregels");
            tom.sees("Wordt een feestdag: dinsdag 1 december 2099 (Dag van de Termijn)");
            tom.sees("Een procedurebeheerder, het afdelingshoofd of een jurist beslist.");
            tom.page.getByText("Wat dit zou veranderen").click();
            tom.sees("Geen enkele van de");
            tom.fits();
            shot(tom, "calendar-phone");
            assertThat(tom.accessibilityFaults()).isEmpty();
        }
        try (Desk lieve = new Desk(browser, port, "lieve")) {
            lieve.open("termijnregels?deel=kalender", "Termijnregels");
            lieve.press("Goedkeuren: Wordt een feestdag: dinsdag 1 december 2099 (Dag van de Termijn)");
            Locator dialog = lieve.page.getByRole(AriaRole.DIALOG);
            assertThat(dialog).containsText("Geen enkele van de");
            shot(lieve, "calendar-approve");
            dialog.getByText("Goedkeuren", new Locator.GetByTextOptions().setExact(true)).last().click();
            lieve.sees("De wijziging is goedgekeurd.");
            lieve.sees("Kalender BE-1974+1");
            lieve.sees("door Lieve Goossens op");
            assertThat(lieve.accessibilityFaults()).isEmpty();
        }
    }

    private static void shot(Desk desk, String name) {
        desk.picture(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/screens/" + name + ".png")));
    }
}
