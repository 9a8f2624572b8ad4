package be.dossierwerk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import be.dossierwerk.mining.BehindLink;
import be.dossierwerk.mining.InventedWalks;
import be.dossierwerk.mining.InventedWalks.Kind;
import be.dossierwerk.mining.OpenFigure;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The auditor looks at how recognitions really went, narrows it down, and opens the dossiers behind a number. */
@BrowserTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProcessAnalysisStoryTest {

    private static final String YEAR = "procesanalyse?procedure=erkenning&periode=ontvangen&van=2004-01-01&tot=2004-12-31";

    @LocalServerPort private int port;
    @Autowired private ApplicationContext spring;
    @Autowired private CurrentActor currentActor;
    @Autowired private DemoPeople people;
    @Autowired private OpenFigure openFigure;
    private InventedWalks walks;

    @BeforeAll
    void a_year_of_recognitions_long_ago() {
        walks = InventedWalks.make(spring, "erkenning", "MYB", 60, List.of(new Kind("volledigheid", "UserTask_VolledigheidNagaan", "userTask"),
                new Kind("volledigheid", "UserTask_AanvullingRegistreren", "userTask"), new Kind("erkenning", "UserTask_BronnenNagaan", "userTask"),
                new Kind("erkenning", "UserTask_NotaOpstellen", "userTask"), new Kind("erkenning", "CallActivity_Volledigheid", "callActivity"),
                new Kind("besluit", "UserTask_Ondertekenen", "userTask"), new Kind("erkenning", "UserTask_VanVroeger", "userTask")), LocalDate.of(2004, 1, 1), 4);
    }

    @AfterAll
    void nothing_is_left() {
        walks.remove();
    }

    @Test
    void the_auditor_opens_a_number(Browser browser) throws Exception {
        try (Desk ann = new Desk(browser, port, "ann")) {
            ann.open(YEAR, "Procesanalyse");
            ann.sees("Stap per stap");
            ann.page.locator(".dw-weight").first().waitFor();
            assertThat(ann.page.locator(".dw-mining-figure").first()).containsText("60");
            ann.sees("Niet meer in dit diagram");
            each_number_opens_what_it_says(ann.page);
            ann.page.getByLabel("Op wie er gewacht werd", new Page.GetByLabelOptions().setExact(true)).check();
            ann.sees("A: aanvrager");
            ann.page.waitForURL(url -> url.contains("toon=wie"));
            ann.page.locator(".dw-weight-applicant").first().waitFor();
            ann.look("procesanalyse");

            Download csv = ann.page.waitForDownload(() -> ann.page.getByText("Deze tabel bewaren als csv").click());
            assertThat(csv.suggestedFilename()).isEqualTo("procesanalyse-erkenning.csv");
            assertThat(Files.readString(csv.path())).contains("proces;element;naam", "Stap UserTask_NotaOpstellen", "dagen_wij;dagen waarop");

            ann.page.getByText("Meer filters", new Page.GetByTextOptions().setExact(true)).click();
            Locator paused = ann.page.locator("vaadin-select").filter(new Locator.FilterOptions().setHasText("Pauze"));
            paused.click();
            ann.page.locator("vaadin-select-item").getByText("Met een pauze").click();
            ann.page.waitForURL(url -> url.contains("pauze=ja"));
            long expected = walks.dossiers().stream().filter(dossier -> !dossier.pauses().isEmpty()).count();
            Locator number = ann.page.locator(".dw-mining-figure .dw-mining-number").first();
            number.getByText(String.valueOf(expected)).waitFor();
            number.click();
            ann.sees(expected + " dossiers");
            ann.look("procesanalyse-dossiers");
            assertThat(ann.page.locator(".dw-card-table tbody tr")).hasCount((int) expected);
            String subject = ann.page.locator(".dw-card-table tbody tr").first().innerText();
            assertThat(subject).contains("DC-MYB-2004-", "Onderneming ");
            ann.page.getByText("Terug naar de procesanalyse").click();
            ann.sees("Meer filters (1 aan)");
            assertThat(ann.url()).contains("pauze=ja").contains("toon=wie");
        }
        try (Desk an = new Desk(browser, port, "an")) {
            an.open(YEAR);
            assertThat(an.page.locator(".dw-mining")).hasCount(0);
        }
    }

    /** Every link on the page, asked as the link asks. */
    @SuppressWarnings("unchecked")
    private void each_number_opens_what_it_says(Page page) {
        List<Map<String, String>> links = (List<Map<String, String>>) page.evaluate("""
                () => [...document.querySelectorAll('.dw-mining-number')].map(link => ({href: link.getAttribute('href'), value: link.dataset.value, said: link.textContent}))""");
        assertThat(links).hasSizeGreaterThan(60);
        links.forEach(link -> {
            BehindLink asked = BehindLink.of(link.get("href"));
            OpenFigure.Behind behind = currentActor.as(people.actor("ann"), () -> openFigure.open(asked.selection(), asked.figure(), 0, 5));
            assertThat(behind.value()).as(link.get("href")).isCloseTo(Double.parseDouble(link.get("value")), within(0.05));
            assertThat(behind.count()).as(link.get("href")).isPositive();
        });
    }
}
