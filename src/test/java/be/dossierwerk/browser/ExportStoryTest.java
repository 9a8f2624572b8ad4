package be.dossierwerk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.export.ReadElsewhere;
import be.dossierwerk.recognition.Application;
import be.dossierwerk.security.DemoPeople;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The auditor chooses recognitions, sees how many that are, and takes them along to a program that is not ours; a dossier goes along as a PDF. */
@BrowserTest
class ExportStoryTest {

    @LocalServerPort private int port;
    @Autowired private Acts acts;
    @Autowired private DemoPeople people;
    @Autowired private DueJobs jobs;
    @Autowired private JdbcClient jdbc;

    @TempDir private Path folder;

    @Test
    void the_auditor_takes_the_log_of_the_recognitions_along(Browser browser) throws Exception {
        jobs.byHand();
        LocalDate received = LocalDate.now();
        Application application = InventedApplications.make(3_911, received, false);
        String dossier = acts.file(people.actor("els"), application, "PAPIER", received, InventedApplications.attachments(application));
        long dossiers = jdbc.sql("select count(*) from dossier where procedure = 'erkenning'").query(Long.class).single();
        try (Desk desk = new Desk(browser, port, "ann")) {
            desk.open("uitvoer", "Uitvoer");
            assertThat(desk.accessibilityFaults()).isEmpty();
            desk.choose("Procedures", "Erkenning");
            desk.page.keyboard().press("Escape");
            desk.sees((dossiers == 1 ? "1 dossier" : dossiers + " dossiers") + ", ");
            desk.press("Maak het bestand");
            desk.seesInTheEnd("Vingerafdruk (sha256):");
            assertThat(desk.accessibilityFaults()).isEmpty();
            desk.page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/uitvoer-1366.png")).setFullPage(true));
            Download download = desk.page.waitForDownload(() -> desk.page.getByText("downloaden (").first().click());
            assertThat(download.suggestedFilename()).matches("logboek-[0-9]+\\.xes");
            Path file = folder.resolve("log.xes");
            download.saveAs(file);
            assertThat(ReadElsewhere.faultsOfXes(file)).isEmpty();
            JsonNode loaded = ReadElsewhere.loaded(file);
            assertThat(loaded.get("traces").asLong()).isEqualTo(dossiers);
            assertThat(loaded.get("names").fieldNames()).toIterable().contains("Volledigheid nagaan");

            desk.open("dossier/" + dossier);
            desk.page.getByText("Acties", new Page.GetByTextOptions().setExact(true)).first().click();
            desk.page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Dossier als pdf")).click();
            Download pdf = desk.page.waitForDownload(() -> desk.page.getByText(dossier + ".pdf downloaden").click());
            assertThat(new String(Files.readAllBytes(pdf.path()), 0, 5)).isEqualTo("%PDF-");
        }
        try (Desk desk = new Desk(browser, port, "ann", 390, 844)) {
            desk.open("uitvoer", "Uitvoer");
            desk.sees("Vingerafdruk (sha256):");
            desk.fits();
            assertThat(desk.accessibilityFaults()).isEmpty();
            desk.page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/uitvoer-390.png")).setFullPage(true));
        }
    }
}
