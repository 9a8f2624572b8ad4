package be.dossierwerk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.board.ImportHistory;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;

/** From a norm that fell to the one group file that made it fall, in words that can be read aloud. */
@BrowserTest
class WhyChangedStoryTest {

    private static final String PERIODS = "van=2020-01-01&tot=2020-12-31&naastvan=2019-01-01&naasttot=2019-12-31";

    @LocalServerPort private int port;
    @Autowired private ImportHistory importHistory;
    @Autowired private CurrentActor currentActor;
    @Autowired private DemoPeople people;
    @TempDir private Path folder;

    @Test
    void the_fall_of_a_norm_is_told_in_parts_and_names_what_weighs_most(Browser browser) throws Exception {
        Path file = folder.resolve("geschiedenis.csv");
        try (var in = new GZIPInputStream(new ClassPathResource("board/history-dc.csv.gz").getInputStream())) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
        currentActor.as(people.actor("lieve"), () -> importHistory.importFile("geschiedenis.csv", file));
        for (int width : List.of(1366, 390)) {
            try (Desk desk = new Desk(browser, port, "ann", width, 844)) {
                desk.open("boordtabel/norm/OFDC-1/verschil?" + PERIODS, "Waarom veranderde");
                desk.sees("In 2020 haalde 86\u00a0% van de dossiers de norm, tegenover 100\u00a0% in 2019: dat is 14 procentpunt minder.");
                desk.sees("Zonder groepsdossier OFDC-2020-G01 (22 dossiers) was het resultaat in 2020 geen 86\u00a0% maar 99\u00a0%.");
                desk.fits();
                assertThat(desk.accessibilityFaults()).isEmpty();
                desk.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("groepsdossier OFDC-2020-G01").setExact(true)).click();
                desk.sees("OFDC-2020-G01-001");
            }
        }
        try (Desk desk = new Desk(browser, port, "lieve")) {
            desk.open("boordtabel/norm/DC-2/verschil?" + PERIODS, "Waarom veranderde");
            desk.sees("De stap tussen de volledigheid en de adviesaanvraag gaf in 2020 bij 1 dossier de doorslag, in 2019 bij 9.");
            desk.sees("De laatste stap, van de beslissing tot de handtekening, duurde bij ons gemiddeld 2,2 dagen (eerder 1,7 dagen). Ze gaf bij 1 dossier de doorslag (eerder bij 4).");
            desk.open("boordtabel/norm/DC-2/verschil?jaar=2018&naast=2020", "Waarom veranderde");
            desk.sees("In 2018 kwam geen enkel dossier aan het einde van deze norm.");
            desk.open("boordtabel/norm/XX-1/verschil?" + PERIODS, "Waarom veranderde");
            desk.sees("De norm XX-1 bestaat niet.");
            assertThat(desk.accessibilityFaults()).isEmpty();
        }
    }
}
