package be.dossierwerk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.demo.TypedForms;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.recognition.Application;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.MovableClock;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The team leader checks the clock, repairs a difference and looks ahead, at a desk and on a phone. */
@BrowserTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClockScreensTest {

    private static final LocalDate RECEIVED = LocalDate.of(2027, 9, 6);

    @LocalServerPort private int port;
    @Autowired private Acts acts;
    @Autowired private DemoPeople people;
    @Autowired private DueJobs jobs;
    @Autowired private MovableClock clock;
    @Autowired private JdbcClient jdbc;
    private String dossier;

    @BeforeAll
    void a_dossier_that_waits() {
        jobs.byHand();
        clock.moveTo(ZonedDateTime.of(RECEIVED.atTime(9, 0), MovableClock.BRUSSELS));
        Application application = InventedApplications.make(560, RECEIVED, false);
        dossier = acts.file(people.actor("els"), application, "PAPIER", RECEIVED, InventedApplications.attachments(application));
        acts.send(people.actor("an"), dossier, "UserTask_VolledigheidNagaan", TypedForms.depositMissing());
    }

    @AfterAll
    void clock_runs_again() {
        clock.release();
    }

    @Test
    void a_difference_is_found_read_and_repaired(Browser browser) {
        for (int width : List.of(1366, 390)) {
            try (Desk desk = new Desk(browser, port, "tom", width, 844)) {
                desk.open("klokcontrole", "Klokcontrole");
                jdbc.sql("""
                        update act_ru_job set duedate_ = duedate_ + interval '2 days' where process_instance_id_ in
                        (select id_ from act_ru_execution where business_key_ = ?)""").param(dossier).update();
                desk.press("Controleer nu");
                Locator finding = desk.page.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText(dossier));
                finding.first().waitFor();
                assertThat(finding).hasCount(2);
                assertThat(finding.first()).containsText("De tijdklok \"Eerste maand voorbij\" volgt de termijn \"Aanvulling door de aanvrager\"");
                assertThat(finding.first()).containsText("Volgens het grootboek: donderdag 7 oktober 2027, bij het begin van de dag");
                assertThat(finding.first()).containsText("Gevonden: zaterdag 9 oktober 2027");
                desk.fits();
                assertThat(desk.accessibilityFaults()).isEmpty();
                desk.picture(new Page.ScreenshotOptions().setPath(Path.of("target/klokcontrole-" + width + ".png")));
                for (int left = 2; left > 0; left--) {
                    finding.first().getByRole(AriaRole.BUTTON).click();
                    Locator last = finding.nth(left - 1);
                    last.waitFor(new Locator.WaitForOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
                }
                desk.press("Controleer nu");
                desk.page.getByText("gecontroleerd,").first().waitFor();
                assertThat(finding).hasCount(0);
            }
        }
    }

    @Test
    void the_look_ahead_tells_week_by_week_what_comes(Browser browser) {
        for (int width : List.of(1366, 390)) {
            try (Desk desk = new Desk(browser, port, "an", width, 844)) {
                desk.open("vooruitblik?dossier=" + dossier, "Vooruitblik");
                desk.sees("Week van maandag 4 oktober 2027");
                desk.sees("De tijdklok \"Eerste maand voorbij\" loopt af.");
                desk.sees("De tijdklok \"Tweede maand voorbij\" loopt af en beëindigt de stap.");
                desk.fits();
                assertThat(desk.accessibilityFaults()).isEmpty();
                desk.picture(new Page.ScreenshotOptions().setPath(Path.of("target/vooruitblik-" + width + ".png")));
                desk.open("vooruitblik", "Vooruitblik");
                desk.sees("Vul een dossiernummer in.");
            }
            try (Desk desk = new Desk(browser, port, "tom", width, 844)) {
                desk.open("vooruitblik", "Vooruitblik");
                desk.page.getByText(dossier).first().waitFor();
                assertThat(desk.accessibilityFaults()).isEmpty();
            }
        }
    }
}
