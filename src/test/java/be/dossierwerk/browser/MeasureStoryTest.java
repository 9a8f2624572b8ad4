package be.dossierwerk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.board.ImportHistory;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
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

/** The sheet of the service vouchers in 2020: from 508 inspections to the dossier of one, and what a manager adds to it. */
@BrowserTest
class MeasureStoryTest {

    private static final String SHEET = "boordtabel/maatregel/%s?van=2020-01-01&tot=2020-12-31&naastvan=2019-01-01&naasttot=2019-12-31";

    @LocalServerPort private int port;
    @Autowired private ImportHistory importHistory;
    @Autowired private CurrentActor currentActor;
    @Autowired private DemoPeople people;
    @TempDir private Path folder;

    @Test
    void a_measure_in_five_domains_opens_the_list_behind_each_number(Browser browser) throws Exception {
        Path file = folder.resolve("geschiedenis.csv");
        try (var in = new GZIPInputStream(new ClassPathResource("board/history-dc.csv.gz").getInputStream())) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
        currentActor.as(people.actor("lieve"), () -> importHistory.importFile("geschiedenis.csv", file));
        try (Desk desk = new Desk(browser, port, "ann", 1366, 844)) {
            desk.open(SHEET.formatted("DC"), "Dienstencheques erkenningen");
            for (String domain : List.of("Aantallen en normen", "Personeel", "Inspecties", "Begroting", "Klachten en tevredenheid")) {
                assertThat(desk.page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(domain).setExact(true))).isVisible();
            }
            desk.sees("72.128.159");
            desk.sees("Geen gegevens over tevredenheid");
            desk.look("maatregel");
            desk.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("508").setExact(true)).click();
            desk.sees("508 gebeurtenissen in deze lijst.");
            desk.look("maatregel-aantal");
            desk.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("DC-2020-")).first().click();
            desk.sees("Normen waarvoor het meetelt");
            desk.look("maatregel-dossier");
            desk.open(SHEET.formatted("VOP"), "Vlaamse ondersteuningspremie (VOP)");
            desk.sees("Geen gegevens: deze maatregel loopt niet op onze schema's.");
            desk.open(SHEET.formatted("DWSE"), "Het hele departement");
            desk.sees("Normen onder 80 % van hun doel");
            desk.look("maatregel-departement");
        }
        try (Desk desk = new Desk(browser, port, "pieter", 1366, 844)) {
            desk.open(SHEET.formatted("TV"), "Trividend");
            desk.press("Begrotingscijfers toevoegen");
            Locator dialog = desk.page.getByRole(AriaRole.DIALOG);
            Locator add = dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Begrotingscijfers toevoegen"));
            add.click();
            desk.sees("Kies gerealiseerd of begroot.");
            desk.look("maatregel-begroting");
            desk.type("Begrotingsjaar", "2021");
            desk.choose("Soort bedragen", "gerealiseerd");
            desk.type("Vastlegging (VAK) in euro", "150000");
            desk.type("Betaling (VEK) of ontvangst in euro", "149000,50");
            desk.type("Titel van de bron", "Ondernemingsplan 2022");
            desk.type("Datum van de bron", "15/02/2022");
            add.click();
            desk.sees("149.000,50");
        }
    }
}
