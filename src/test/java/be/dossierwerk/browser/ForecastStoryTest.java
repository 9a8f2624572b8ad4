package be.dossierwerk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.forecast.InventedHistory;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A head asks what comes, and reads beside each chance whether such chances held. */
@BrowserTest
class ForecastStoryTest {

    @LocalServerPort private int port;
    @Autowired private JdbcClient jdbc;
    @Autowired private Clock clock;

    @AfterEach
    void forget() {
        InventedHistory.remove(jdbc);
        jdbc.sql("update forecast_run set state = 'MISLUKT'").update();
    }

    @Test
    void open_dossiers_show_their_chance_with_its_reasons_and_how_such_chances_held(Browser browser) {
        InventedHistory.store(jdbc, InventedHistory.until(LocalDate.now(clock), 1));
        for (int width : List.of(1366, 390)) {
            try (Desk desk = new Desk(browser, port, "lieve", width, width == 390 ? 844 : 768)) {
                desk.open("wat-komt", "Wat komt");
                if (width == 1366) {
                    desk.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Bereken opnieuw")).click();
                    desk.sees("Er wordt gerekend");
                    while (desk.page.getByText("Er wordt gerekend").count() > 0) {
                        desk.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Kijk of het klaar is")).click();
                        // The button goes with the answer that all is ready.
                        desk.settled();
                        desk.page.waitForTimeout(500);
                    }
                }
                desk.sees("Berekend met wat bekend was op");
                desk.sees("van 60 dagen gebruikt");
                desk.sees("op papier ingediend");
                desk.sees("Normen op het einde van dit kwartaal");
                desk.sees("Klopte het tot nu toe?");
                desk.fits();
                assertThat(desk.accessibilityFaults()).isEmpty();
                desk.page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/wat-komt-" + width + ".png")).setFullPage(true));
                desk.open("wat-komt?lijst=te-laat&norm=OFDC-2", "Wat komt");
                desk.sees("zeker: te laat");
                desk.sees("de laatste dag is voorbij");
            }
        }
    }
}
