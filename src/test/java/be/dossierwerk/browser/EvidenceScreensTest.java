package be.dossierwerk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.audit.SealChains;
import be.dossierwerk.audit.proof.Bundle;
import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.recognition.Application;
import be.dossierwerk.security.DemoPeople;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The auditor takes a bundle of a dossier along and has the chains checked, at a desk and on a phone. */
@BrowserTest
class EvidenceScreensTest {

    @LocalServerPort private int port;
    @Autowired private Acts acts;
    @Autowired private DemoPeople people;
    @Autowired private DueJobs jobs;
    @Autowired private SealChains sealChains;
    @Autowired private JdbcClient jdbc;
    @Autowired private DataSource data;

    @Test
    void the_auditor_takes_a_bundle_and_checks_the_chains(Browser browser) throws Exception {
        jobs.byHand();
        LocalDate received = LocalDate.now();
        Application application = InventedApplications.make(570, received, false);
        String dossier = acts.file(people.actor("els"), application, "PAPIER", received, InventedApplications.attachments(application));
        sealChains.seal();
        for (int width : List.of(1366, 390)) {
            try (Desk desk = new Desk(browser, port, "ann", width, 844)) {
                desk.open("dossier/" + dossier);
                desk.page.getByText("Acties", new Page.GetByTextOptions().setExact(true)).first().click();
                desk.page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Bewijsbundel")).click();
                desk.sees("Dat u het maakt, komt in de tijdlijn.");
                assertThat(desk.accessibilityFaults()).isEmpty();
                desk.page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/bewijsbundel-" + width + ".png")));
                Download download = desk.page.waitForDownload(() -> desk.page.getByText("bewijs-" + dossier + ".zip downloaden").click());
                assertThat(download.suggestedFilename()).isEqualTo("bewijs-" + dossier + ".zip");
                try (Bundle bundle = new Bundle(download.path())) {
                    assertThat(bundle.verify(Bundle.Known.NOTHING).found()).isEmpty();
                }
                desk.press("Sluiten");
                page(browser, download.path(), width);

                desk.open("ketencontrole", "Ketencontrole");
                desk.press("Nu alles controleren");
                desk.seesInTheEnd("gecontroleerd:");
                desk.sees("Laatste zegel: ");
                goesOn(desk, dossier, width);
                jdbc.sql("insert into chain_finding (kind, dossier, sentence, found_at, seen_by) select 'STAART_WEG', ?, ?, now(), max(id) from chain_check").params(dossier,
                        "De handelingen 4 tot 6 van " + dossier + " zijn weg: zegel 3 van 20 november 2026, 12.00 uur nam ze op, en nu eindigt de keten bij handeling 3.").update();
                desk.open("ketencontrole", "Ketencontrole");
                Locator finding = desk.page.getByText("De handelingen 4 tot 6 van " + dossier);
                finding.waitFor();
                desk.fits();
                assertThat(desk.accessibilityFaults()).isEmpty();
                desk.page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/ketencontrole-" + width + ".png")));
                desk.press("Nu alles controleren");
                // Nothing is wrong with it: the check closes what it does not find itself.
                finding.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
            }
        }
    }

    /** A check in another process, that stops. */
    private void goesOn(Desk desk, String dossier, int width) throws SQLException {
        try (Connection other = data.getConnection(); Statement statement = other.createStatement()) {
            statement.execute("select pg_advisory_lock(20261125)");
            jdbc.sql("""
                    insert into chain_check (at, asked_by, state, chains, of_chains, at_dossier, entries, seals, findings, millis)
                    values (now(), 'Omer Daems', 'BEZIG', 3, 7, ?, 40, 0, 0, 0)""").param(dossier).update();
            desk.open("ketencontrole", "Ketencontrole");
            desk.sees("3 van 7 ketens, nu bij " + dossier);
            desk.press("Nu alles controleren");
            desk.sees("Er loopt al een controle");
            assertThat(desk.accessibilityFaults()).isEmpty();
            desk.page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/ketencontrole-bezig-" + width + ".png")));
            statement.execute("select pg_advisory_unlock(20261125)");
            desk.page.getByText("kwam niet aan haar einde").waitFor();
        }
    }

    /** The page of the bundle, as a lawyer opens it from the disk. */
    private static void page(Browser browser, Path zip, int width) throws Exception {
        Path file = Files.createTempFile("bundel", ".html");
        try (ZipFile bundle = new ZipFile(zip.toFile())) {
            Files.write(file, bundle.getInputStream(bundle.getEntry("index.html")).readAllBytes());
        }
        try (Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(width, 844))) {
            page.navigate(file.toUri().toString());
            page.getByText("maakte een bewijsbundel van dit dossier.").first().waitFor();
            page.waitForFunction("() => document.documentElement.scrollWidth <= window.innerWidth");
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/bundel-index-" + width + ".png")).setFullPage(true));
        }
    }
}
