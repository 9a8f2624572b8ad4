package be.dossierwerk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A file of another system on the screen: what came in, what was refused and why, and the table that follows from it. */
@BrowserTest
class HistoryStoryTest {

    private static final String CONTENT = """
            dossier,measure,type,channel,undertaking,event,at,amount
            KR-HIS-1,KR,APPLICATION,ONLINE,,COMPLETE,2018-03-02T09:00:00,
            KR-HIS-1,KR,APPLICATION,ONLINE,,ADMISSIBLE,2018-03-12T09:00:00,
            KR-HIS-2,KR,APPLICATION,ONLINE,,ONTVANGEN,2018-03-12T09:00:00,
            """;

    @LocalServerPort private int port;

    @Test
    void a_manager_reads_a_file_and_mends_what_was_refused(Browser browser) throws Exception {
        try (Desk pieter = new Desk(browser, port, "pieter")) {
            pieter.open("boordtabel/invoer", "Geschiedenis inlezen");
            upload(pieter, "kwaliteit.csv", CONTENT);
            assertThat(pieter.page.locator(".dw-result")).containsText("\"kwaliteit.csv\" is ingelezen. 3 rijen: 2 nieuw, 0 al bekend, 1 geweigerd.");
            pieter.sees("deze gebeurtenis is niet bekend");
            assertThat(pieter.url()).contains("invoer?invoer=");
            assertThat(pieter.accessibilityFaults()).isEmpty();
            pieter.page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/geschiedenis-1366.png")).setFullPage(true));
            Download saved = pieter.page.waitForDownload(() -> pieter.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Bewaar de geweigerde rijen als CSV")).click());
            assertThat(Files.readString(saved.path())).isEqualTo("\uFEFFrij;kolom;waarde;melding\r\n4;event;ONTVANGEN;deze gebeurtenis is niet bekend\r\n");

            upload(pieter, "nog-eens.csv", CONTENT);
            assertThat(pieter.page.locator(".dw-result")).containsText("was al ingelezen; er is niets veranderd.");
            pieter.page.waitForLoadState(LoadState.NETWORKIDLE);

            pieter.open("boordtabel?jaar=2018&naast=2017", "Boordtabel");
            Download board = pieter.page.waitForDownload(() -> pieter.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("CSV")).click());
            assertThat(Files.readString(board.path())).contains("\r\nNORM,KR,KR-1,").contains(",100,1,1,100.0,0,0,n.b.,n.b.,100,");
        }
        try (Desk ann = new Desk(browser, port, "ann", 390, 844)) {
            ann.open("boordtabel/invoer", "Geschiedenis inlezen");
            assertThat(ann.page.getByText("Kies een bestand")).hasCount(0);
            ann.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("1 tonen: kwaliteit.csv")).first().click();
            ann.sees("Geweigerde rijen van kwaliteit.csv");
            ann.page.waitForLoadState(LoadState.NETWORKIDLE);
            assertThat(ann.accessibilityFaults()).isEmpty();
            ann.fits();
            ann.page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/geschiedenis-390.png")).setFullPage(true));
        }
        try (Desk els = new Desk(browser, port, "els")) {
            assertThat(els.page.request().get("http://localhost:" + port + "/boordtabel/invoer/1/geweigerd.csv").status()).isEqualTo(403);
            assertThat(els.page.request().get("http://localhost:" + port + "/boordtabel/uitvoer/csv?van=2020-01-01&tot=2020-12-31&naastvan=2019-01-01&naasttot=2019-12-31").status()).isEqualTo(403);
        }
    }

    private static void upload(Desk desk, String name, String content) {
        desk.page.locator("vaadin-upload input[type=file]").setInputFiles(new FilePayload(name, "text/csv", content.getBytes(StandardCharsets.UTF_8)));
    }
}
