package be.dossierwerk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A dossier whose term is over: the head proposes, the lawyer confirms on a phone, the auditor reads what is left. */
@BrowserTest
class DisposalStoryTest {

    private static final LocalDate CLOSED = LocalDate.of(2015, 6, 30);

    @LocalServerPort private int port;
    @Autowired private Dossiers dossiers;
    @Autowired private CurrentActor currentActor;
    @Autowired private DemoPeople people;

    @Test
    void a_dossier_is_proposed_confirmed_by_somebody_else_and_its_page_says_what_it_was(Browser browser) {
        String dossier = currentActor.as(people.actor("els"), () -> {
            String number = dossiers.open(new Dossiers.NewDossier("klacht", "KLA", "Clothilde Bezemkens", null, null, "MAIL", CLOSED.minusDays(40), null, "c@bezemkens.example"));
            dossiers.party(number, new Dossiers.Party(UUID.randomUUID(), "PERSOON", "Clothilde Bezemkens", "KLAGER", null, "Kouter 3, 9000 Gent"));
            dossiers.attach(number, "BRIEFWISSELING", "Klacht van Clothilde Bezemkens", "klacht.pdf", "%PDF-1.4 klacht".getBytes(StandardCharsets.UTF_8), CLOSED);
            dossiers.close(number, "GEGROND", CLOSED);
            return number;
        });
        try (Desk lieve = new Desk(browser, port, "lieve")) {
            lieve.open("bewaring", "Bewaring");
            lieve.type("Zoek een dossier", dossier);
            lieve.sees("Alle andere dossiers: 10 jaar na het einde van het dossier, geteld vanaf 30/06/2015");
            shot(lieve, "over");
            assertThat(lieve.accessibilityFaults()).isEmpty();
            lieve.field("Vernietiging voorstellen: " + dossier).check();
            lieve.press("Vernietiging voorstellen");
            Locator dialog = lieve.page.getByRole(AriaRole.DIALOG);
            dialog.getByLabel("Reden").fill("Jaarlijkse vernietiging");
            shot(lieve, "propose");
            dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Vernietiging voorstellen")).click();
            lieve.sees("1 van 1 gelukt.");
            lieve.sees("U stelde dit zelf voor. Iemand anders bevestigt.");
        }
        try (Desk joke = new Desk(browser, port, "joke", 390, 844)) {
            joke.open("bewaring", "Bewaring");
            joke.sees("Lieve Goossens, op");
            joke.field("Vernietiging bevestigen: " + dossier).check();
            joke.fits();
            shot(joke, "confirm-phone");
            assertThat(joke.accessibilityFaults()).isEmpty();
            joke.press("Vernietigen");
            Locator dialog = joke.page.getByRole(AriaRole.DIALOG);
            dialog.getByText("verdwijnen voorgoed").waitFor();
            dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Vernietigen")).click();
            joke.sees("1 van 1 gelukt.");
            joke.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(dossier)).first().click();
            joke.sees("Dit was een dossier van de procedure Klacht.");
            joke.sees("Lieve Goossens stelde het voor, Joke Claes bevestigde.");
            shot(joke, "destroyed-phone");
            assertThat(joke.accessibilityFaults()).isEmpty();
        }
        try (Desk ann = new Desk(browser, port, "ann")) {
            ann.open("dossier/" + dossier);
            ann.sees("Bewaarregel: B-99, versie 1: Alle andere dossiers, 10 jaar na het einde van het dossier.");
            assertThat(ann.page.content()).doesNotContain("Bezemkens");
            ann.page.getByText("Acties", new Page.GetByTextOptions().setExact(true)).first().click();
            assertThat(ann.page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Bewijsbundel"))).hasCount(1);
            shot(ann, "destroyed");
            ann.open("dossier/" + dossier + "?deel=tijdlijn");
            ann.sees("Joke Claes bevestigde wat Lieve Goossens voorstelde: dit dossier werd vernietigd");
            ann.sees("De inhoud van deze handeling is vernietigd.");
            shot(ann, "timeline");
            ann.open("bewaring?deel=regels", "Bewaring");
            ann.sees("Niet zeker: dit is een gekozen termijn.");
            shot(ann, "rules");
            assertThat(ann.accessibilityFaults()).isEmpty();
            ann.open("bewaring?deel=opvolging", "Bewaring");
            ann.sees("Alles wat in " + LocalDate.now().getYear() + " vernietigd werd");
            shot(ann, "monitor");
            assertThat(ann.accessibilityFaults()).isEmpty();
            assertThat(ann.page.request().get(ann.url().replaceAll("bewaring.*", "bewaring/vernietigd-" + LocalDate.now().getYear() + ".csv")).text())
                    .contains("\"" + dossier + "\"", "\"Joke Claes\"").doesNotContain("Bezemkens");
        }
    }

    private static void shot(Desk desk, String name) {
        desk.page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/bewaring-" + name + ".png")));
    }
}
