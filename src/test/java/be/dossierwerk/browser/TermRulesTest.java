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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The manager proposes a change of a rule and a lawyer approves it. It begins so late that no other test meets it. */
@BrowserTest
class TermRulesTest {

    private static final int PHONE_WIDTH = 390;

    @Autowired private JdbcClient jdbc;
    @LocalServerPort private int port;

    @BeforeAll
    static void patience() {
        PlaywrightAssertions.setDefaultAssertionTimeout(Desk.PATIENCE_MILLIS);
    }

    @Test
    void a_change_is_proposed_looked_at_and_approved_by_somebody_else(Browser browser) {
        try (Desk pieter = new Desk(browser, port, "pieter")) {
            pieter.open("werk", "Mijn werk");
            pieter.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Termijnregels")).click();
            pieter.sees("Er wacht geen voorstel op een beslissing.");
            assertThat(pieter.page.getByRole(AriaRole.ROW)).hasCount(1 + jdbc.sql("select count(*) from term_rule").query(Integer.class).single());
            shot(pieter, "rules");
            assertThat(pieter.accessibilityFaults()).isEmpty();
            pieter.press("Wijziging voorstellen: Ondertekening");
            Locator dialog = pieter.page.getByRole(AriaRole.DIALOG);
            pieter.type("Lengte", "0");
            dialog.getByText("Voorstellen", new Locator.GetByTextOptions().setExact(true)).last().click();
            assertThat(dialog).containsText("Vul een getal in van 1 tot en met 999.");
            assertThat(dialog).containsText("Zeg waarom.");
            pieter.type("Lengte", "8");
            pieter.type("Geldt vanaf", "01/12/2099");
            assertThat(dialog).containsText("Een termijn die start op dinsdag 1 december 2099, eindigt op woensdag 9 december 2099 in plaats van op vrijdag 11 december 2099.");
            shot(pieter, "propose");
            assertThat(pieter.accessibilityFaults()).isEmpty();
            dialog.getByLabel("Waarom deze wijziging?").fill("Sneller ondertekenen");
            dialog.getByText("Voorstellen", new Locator.GetByTextOptions().setExact(true)).last().click();
            pieter.sees("U stelde dit zelf voor. Iemand anders beslist.");
            assertThat(pieter.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Goedkeuren"))).hasCount(0);
        }
        try (Desk tom = new Desk(browser, port, "tom", PHONE_WIDTH, 844)) {
            tom.open("termijnregels", "Termijnregels");
            tom.sees("8 kalenderdagen in plaats van 10 kalenderdagen");
            tom.sees("Een procedurebeheerder of een jurist beslist.");
            tom.page.getByText("Wat dit zou veranderen").click();
            tom.sees("Een termijn die start op dinsdag 1 december 2099");
            assertThat(tom.page.locator(".dw-rules vaadin-button")).hasCount(0);
            tom.fits();
            shot(tom, "phone");
            assertThat(tom.accessibilityFaults()).isEmpty();
        }
        try (Desk joke = new Desk(browser, port, "joke", PHONE_WIDTH, 844)) {
            joke.open("termijnregels", "Termijnregels");
            joke.press("Wijziging goedkeuren: Ondertekening");
            Locator dialog = joke.page.getByRole(AriaRole.DIALOG);
            assertThat(dialog).containsText("eindigt op woensdag 9 december 2099");
            shot(joke, "approve");
            assertThat(joke.accessibilityFaults()).isEmpty();
            dialog.getByText("Goedkeuren", new Locator.GetByTextOptions().setExact(true)).last().click();
            joke.sees("De wijziging is goedgekeurd.");
            joke.sees("geldt nog niet");
            joke.sees("tot en met 30/11/2099");
        }
    }

    private static void shot(Desk desk, String name) {
        desk.picture(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/screens/" + name + ".png")));
    }
}
