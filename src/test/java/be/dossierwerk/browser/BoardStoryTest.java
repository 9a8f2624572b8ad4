package be.dossierwerk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.board.ImportHistory;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;

/** From 86 % in the table of 2020 to the one group file that was late, on the screen, by keyboard alone, and on paper. */
@BrowserTest
class BoardStoryTest {

    private static final String BOARD = "boordtabel?jaar=2020&naast=2019";
    private static final String RESULT = "86\u00a0% (146 van 170)";

    @LocalServerPort private int port;
    @Autowired private ImportHistory importHistory;
    @Autowired private CurrentActor currentActor;
    @Autowired private DemoPeople people;
    @TempDir private Path folder;

    @BeforeEach
    void two_published_years() throws IOException {
        Path file = folder.resolve("geschiedenis.csv");
        try (var in = new GZIPInputStream(new ClassPathResource("board/history-dc.csv.gz").getInputStream())) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
        currentActor.as(people.actor("lieve"), () -> importHistory.importFile("geschiedenis.csv", file));
    }

    @Test
    void a_number_of_the_yearly_table_leads_to_the_group_file_that_was_late(Browser browser) throws IOException {
        try (Desk ann = new Desk(browser, port, "ann")) {
            ann.open(BOARD, "Boordtabel");
            ann.sees(RESULT);
            ann.sees("\u221214 ppt.");
            ann.look("boordtabel");
            ann.choose("Maatregel", "Opleidingsfonds dienstencheques");
            ann.page.getByText("Dienstencheques erkenningen").first().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
            assertThat(ann.url()).contains("van=2020-01-01", "tot=2020-12-31", "naastvan=2019-01-01", "naasttot=2019-12-31", "maatregel=OFDC");
            assertThat(print(ann)).contains("2020 naast 2019.", "100% binnen 120 dagen behandeld (WSE-tijd)", "86 % (146 van 170)", "\u221214 ppt.").doesNotContain("Zoek een norm", "Afmelden");

            ann.open("boordtabel?van=2020-04-01&tot=2020-06-30&naastvan=2019-04-01&naasttot=2019-06-30&maatregel=OFDC", "Boordtabel");
            ann.sees("kwartaal 2 van 2020 naast kwartaal 2 van 2019.");
            ann.page.goBack();
            link(ann, RESULT);
            ann.sees("140 van 140");
            ann.look("boordtabel-norm");
            String printed = print(ann);
            assertThat(printed.split("Dossier Soort en kanaal Norm Van Tot Uiterlijk Geteld", -1)).as("its headings stand on each sheet").hasSizeGreaterThan(3);
            assertThat(printed).contains("86 % (146 van 170)", "kwartaal 1 van 2020", "goedkeuring op papier", "Hoe wordt geteld").doesNotContain("Zoek een dossiernummer", "Toon de cijfers");

            link(ann, "Waarom veranderde dit?");
            ann.sees("Waarom veranderde: 100% binnen 120 dagen behandeld (WSE-tijd)");
            ann.sees("OFDC-2020-G01");
            ann.page.goBack();
            link(ann, "Niet gehaald (24)");
            ann.sees("Dossiers die de norm niet haalden");
            link(ann, "groepsdossier OFDC-2020-G01: 22 dossiers");
            ann.sees("Dit zijn de dossiers van groepsdossier OFDC-2020-G01.");
            link(ann, "OFDC-2020-G01-");
            ann.sees("van 120 dagen gebruikt");
            ann.look("boordtabel-dossier");
            ann.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("English")).first().click();
            ann.sees("of 120 days were used");
            ann.open(BOARD, "Board");
            ann.sees("2020 beside 2019.");
            assertThat(ann.accessibilityFaults()).isEmpty();
        }
    }

    @Test
    void the_same_way_goes_by_keyboard_alone_and_a_wrong_address_says_what_is_wrong(Browser browser) {
        try (Desk ann = new Desk(browser, port, "ann")) {
            ann.open(BOARD, "Boordtabel");
            ann.sees(RESULT);
            tabTo(ann, "Zoek een norm");
            ann.page.keyboard().type("120 dagen behandeld (WSE");
            ann.page.getByText("Dienstencheques erkenningen").first().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
            enter(ann, RESULT);
            ann.sees("Hoe wordt geteld");
            enter(ann, "Toon de cijfers als tabel");
            ann.sees("Verberg de tabel");
            enter(ann, "Niet gehaald (24)");
            enter(ann, "groepsdossier OFDC-2020-G01: 22 dossiers");
            enter(ann, "OFDC-2020-G01-");
            ann.sees("te laat.");

            ann.open("boordtabel?van=2020-02-30&naast=vorig", "Boordtabel");
            ann.sees("Bij van staat \u201c2020-02-30\u201d.");
            ann.sees("Bij naast staat \u201cvorig\u201d.");
            ann.look("boordtabel-adres");
        }
    }

    private static void link(Desk desk, String name) {
        desk.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name)).first().click();
        desk.settled();
    }

    private static void enter(Desk desk, String name) {
        desk.page.getByText(name).first().waitFor();
        desk.settled();
        tabTo(desk, name);
        desk.page.keyboard().press("Enter");
        desk.settled();
    }

    /** With the key Tab alone, as often as it takes; behind the last one the page itself has the focus, which says everything. */
    private static void tabTo(Desk desk, String name) {
        String focused = "() => { const at = document.activeElement; return at === document.body ? '' : (at.labels?.[0]?.textContent ?? '') + at.textContent; }";
        for (int i = 0; i < 300; i++) {
            desk.page.keyboard().press("Tab");
            if (((String) desk.page.evaluate(focused)).contains(name)) {
                return;
            }
        }
        throw new AssertionError("No Tab leads to " + name);
    }

    /** What stands on the paper; each page of a table has its headings. */
    private static String print(Desk desk) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(desk.page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)))) {
            assertThat(pdf.getPage(0).getMediaBox().getWidth()).as("lies on its side").isGreaterThan(pdf.getPage(0).getMediaBox().getHeight());
            return new PDFTextStripper().getText(pdf).replace('\u00a0', ' ').replaceAll("\\s+", " ");
        }
    }
}
