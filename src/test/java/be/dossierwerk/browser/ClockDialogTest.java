package be.dossierwerk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.deadline.Terms;
import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.demo.TypedForms;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.recognition.Application;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.MovableClock;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The handler changes a clock by hand: what the dialog foretells is what happens, what is refused stays typed, and the account says why. */
@BrowserTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClockDialogTest {

    private static final LocalDate RECEIVED = LocalDate.of(2027, 9, 6);
    private static final String DECISION = "Beslissing over de aanvraag";

    @LocalServerPort private int port;
    @Autowired private Acts acts;
    @Autowired private DemoPeople people;
    @Autowired private Terms terms;
    @Autowired private DueJobs jobs;
    @Autowired private MovableClock clock;
    private String dossier;

    @BeforeAll
    void a_complete_dossier_of_a_month_old() {
        jobs.byHand();
        clock.moveTo(ZonedDateTime.of(RECEIVED.atTime(9, 0), MovableClock.BRUSSELS));
        Application application = InventedApplications.make(580, RECEIVED, true);
        dossier = acts.file(people.actor("els"), application, "PAPIER", RECEIVED, InventedApplications.attachments(application));
        acts.send(people.actor("an"), dossier, "UserTask_VolledigheidNagaan", TypedForms.complete());
        clock.moveTo(ZonedDateTime.of(RECEIVED.plusDays(30).atTime(9, 0), MovableClock.BRUSSELS));
    }

    @AfterAll
    void clock_runs_again() {
        clock.release();
    }

    @Test
    void each_act_does_what_the_dialog_foretold(Browser browser) {
        try (Desk desk = new Desk(browser, port, "an", 1366, 900)) {
            desk.open("dossier/" + dossier);
            act(desk, "De termijn verlengen");
            desk.choose("Termijn", DECISION);
            desk.type("Aantal kalenderdagen erbij", "10");
            foretells(desk, RECEIVED.plusDays(130));
            desk.press("Bevestig");
            desk.sees("Kies waarop het dossier wacht.");
            assertThat(desk.field("Aantal kalenderdagen erbij")).hasValue("10");
            desk.choose("Grond", "Akkoord van de aanvrager");
            because(desk, "De aanvrager vroeg meer tijd");
            assertThat(terms.due(dossier, "T-REC-01")).isEqualTo(RECEIVED.plusDays(130));

            act(desk, "De start verbeteren");
            desk.choose("Termijn", DECISION);
            desk.type("Juiste startdatum", "07/09/2027");
            foretells(desk, RECEIVED.plusDays(131));
            desk.choose("Grond", "Een andere datum is bewezen");
            because(desk, "De stempel van de post");
            assertThat(terms.due(dossier, "T-REC-01")).isEqualTo(RECEIVED.plusDays(131));

            act(desk, "De klok laten stilstaan");
            desk.type("Dag van de vraag", "20/09/2027");
            desk.type("Verwachte dag van het antwoord", "25/09/2027");
            foretells(desk, RECEIVED.plusDays(136));
            because(desk, "Gebeld over de balans");
            assertThat(terms.due(dossier, "T-REC-01")).isNull();

            act(desk, "De klok laten verderlopen");
            desk.type("Dag van het antwoord", "25/09/2027");
            foretells(desk, RECEIVED.plusDays(136));
            because(desk, "Kwam per post");
            assertThat(terms.due(dossier, "T-REC-01")).isEqualTo(RECEIVED.plusDays(136));

            act(desk, "Tegenboeken wat verkeerd genoteerd is");
            desk.choose("Wat klopt niet?", "sinds maandag 20 september 2027 wacht het dossier op ontbrekende stukken van de aanvrager");
            foretells(desk, RECEIVED.plusDays(131));
            desk.choose("Grond", "Verkeerd genoteerd");
            because(desk, "Het was een ander dossier");
            assertThat(terms.due(dossier, "T-REC-01")).isEqualTo(RECEIVED.plusDays(131));

            desk.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(DECISION).setExact(true)).first().click();
            desk.sees("dag van de gebeurtenis: telt niet mee");
            Locator days = desk.page.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName("Dag per dag"));
            assertThat(days).containsText("20/09/2027");
            desk.sees("extra");
            for (String paper : List.of("Rekening", "Uitleg")) {
                Locator link = desk.page.getByRole(AriaRole.LINK).filter(new Locator.FilterOptions().setHasText("pdf")).nth(paper.equals("Rekening") ? 0 : 1);
                var answer = desk.page.request().get("http://localhost:" + port + "/" + link.getAttribute("href"));
                assertThat(Map.of("status", answer.status(), "type", answer.headers().get("content-type"))).isEqualTo(Map.of("status", 200, "type", "application/pdf"));
            }
        }
    }

    @Test
    void the_dialog_fits_a_phone_and_can_be_read_aloud(Browser browser) {
        for (int width : List.of(1366, 390)) {
            try (Desk desk = new Desk(browser, port, "tom", width, 844)) {
                desk.open("dossier/" + dossier);
                act(desk, "De termijn verlengen");
                desk.fits();
                assertThat(desk.accessibilityFaults()).isEmpty();
                desk.picture(new Page.ScreenshotOptions().setPath(Path.of("target/klok-aanpassen-" + width + ".png")));
            }
        }
    }

    private static void act(Desk desk, String act) {
        desk.press("De klok aanpassen…");
        desk.tick("Wat wilt u doen?", act);
    }

    private static void foretells(Desk desk, LocalDate due) {
        desk.page.locator(".dw-look-ahead").getByText(Dates.prose(due)).first().waitFor();
    }

    private static void because(Desk desk, String reason) {
        desk.type("Waaruit blijkt dat?", "Mail van 5 oktober");
        desk.type("Reden", reason);
        desk.press("Bevestig");
        desk.page.getByRole(AriaRole.DIALOG).waitFor(new Locator.WaitForOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN));
    }
}
