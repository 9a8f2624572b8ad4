package be.dossierwerk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.board.DecideDefinition;
import be.dossierwerk.board.Definition;
import be.dossierwerk.board.Definitions;
import be.dossierwerk.board.ImportHistory;
import be.dossierwerk.board.ProposeDefinition;
import be.dossierwerk.deadline.Verdict;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Profession cards get fifty days instead of thirty, as in 2020, by two persons; and the figures of 2020 are frozen, signed and counted again. */
@BrowserTest
class PeriodStoryTest {

    private static final String LIVES = """
            dossier,measure,type,channel,undertaking,event,at,amount
            V-BK-1,BK,APPLICATION,ONLINE,,COMPLETE,2020-03-02T09:00:00,
            V-BK-1,BK,APPLICATION,ONLINE,,DECIDED,2020-03-20T09:00:00,
            V-BK-2,BK,APPLICATION,ONLINE,,COMPLETE,2020-03-02T09:00:00,
            V-BK-2,BK,APPLICATION,ONLINE,,DECIDED,2020-04-11T09:00:00,
            """;

    @LocalServerPort private int port;
    @Autowired private ImportHistory importHistory;
    @Autowired private Definitions definitions;
    @Autowired private ProposeDefinition proposeDefinition;
    @Autowired private DecideDefinition decideDefinition;
    @Autowired private CurrentActor currentActor;
    @Autowired private DemoPeople people;
    @TempDir private Path folder;

    @Test
    void a_norm_gets_another_limit_and_a_frozen_year_stays_as_it_was(Browser browser) throws Exception {
        take(LIVES);
        int before = thirtyDays();
        String address = propose(browser);
        approve(browser, address);
        try (Desk desk = new Desk(browser, port, "ann", 1366, 768)) {
            desk.open("boordtabel/norm/BK-1/versie/" + (before + 1));
            desk.sees("Voorgesteld door Pieter Maas, goedgekeurd door Lieve Goossens");
            desk.sees("Hoeveel: van 30 naar 50");
        }
        String frozen = freeze(browser);
        sign(browser, frozen);
        take("V-BK-3,BK,APPLICATION,ONLINE,,COMPLETE,2020-05-04T09:00:00,\nV-BK-3,BK,APPLICATION,ONLINE,,DECIDED,2020-09-01T09:00:00,\n");
        try (Desk desk = new Desk(browser, port, "ann", 1366, 768)) {
            desk.page.navigate(frozen);
            desk.sees("Ondertekend door Lieve Goossens");
            desk.press("Herreken");
            desk.sees("cijfers komen er opnieuw uit, en de vingerafdruk klopt met het register.");
            desk.sees("V-BK-3: de beslissing van dinsdag 1 september 2020 werd bekend op");
            desk.look("periode-herrekend");
        }
    }

    private void take(String rows) throws Exception {
        String header = rows.startsWith("dossier,") ? "" : LIVES.lines().findFirst().orElseThrow() + "\n";
        Path file = Files.writeString(folder.resolve("beroepskaarten.csv"), header + rows);
        currentActor.as(people.actor("lieve"), () -> importHistory.importFile("beroepskaarten.csv", file));
    }

    /** As it was in 2019; gives the version. */
    private int thirtyDays() {
        Definition now = currentActor.as(people.actor("ann"), () -> definitions.versions("BK-1")).get(0).definition();
        Definition.Row row = now.rows().get(0);
        Definition thirty = new Definition("BK-1", "BK", null, "80% binnen 30 dagen behandeld (WSE-tijd)", now.target(), now.decimals(), now.bound(), now.source(), now.note(),
                List.of(new Definition.Row(row.start(), row.stop(), row.countedIn(), row.unit(), "30", row.withoutPauses(), row.scope())));
        long id = currentActor.as(people.actor("pieter"), () -> proposeDefinition.propose(thirty, "Zoals in 2019"));
        return currentActor.as(people.actor("hilde"), () -> {
            decideDefinition.decide(id, Verdict.GOEDGEKEURD, null);
            return definitions.versions("BK-1").get(0).version();
        });
    }

    private String propose(Browser browser) {
        try (Desk desk = new Desk(browser, port, "pieter", 1366, 768)) {
            desk.open("boordtabel/norm/BK-1");
            link(desk, "Nieuwe versie voorstellen");
            desk.page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Nieuwe versie voorstellen").setLevel(1)).waitFor();
            desk.type("Naam in de boordtabel", "80% binnen 50 dagen behandeld (WSE-tijd)");
            desk.type("Hoeveel", "vijftig");
            desk.press("Stel voor");
            desk.sees("Vul een aantal dagen in van 1 tot 9999.");
            desk.sees("Zeg waarom, in hoogstens 500 tekens.");
            assertThat(desk.field("Naam in de boordtabel")).hasValue("80% binnen 50 dagen behandeld (WSE-tijd)");
            desk.type("Hoeveel", "50");
            desk.type("Reden", "Een derde minder personeel");
            desk.press("Toon het gevolg");
            desk.sees("V-BK-2");
            desk.look("versie-voorstellen");
            desk.press("Stel voor");
            desk.sees("U stelde dit voor. Iemand anders beslist.");
            return desk.url();
        }
    }

    private void approve(Browser browser, String address) {
        try (Desk desk = new Desk(browser, port, "lieve", 1366, 768)) {
            desk.open("boordtabel/definities", "Definities van de normen");
            link(desk, "80% binnen 50 dagen behandeld (WSE-tijd)");
            desk.page.waitForURL(address);
            desk.sees("Hoeveel: van 30 naar 50");
            desk.sees("V-BK-2");
            desk.look("versie-voorstel");
            desk.press("Keur goed");
            confirm(desk, "Keur goed");
            desk.sees("Goedgekeurd door Lieve Goossens");
        }
    }

    private String freeze(Browser browser) {
        try (Desk desk = new Desk(browser, port, "pieter", 1366, 768)) {
            desk.open("boordtabel/periodes", "Periodes");
            desk.press("Periode bevriezen");
            desk.type("Naam", "Jaarverslag 2020");
            desk.type("Van", "01/01/2020");
            desk.type("Tot en met", "31/12/2099");
            desk.type("Vergeleken met: van", "01/01/2019");
            desk.type("Vergeleken met: tot en met", "31/12/2019");
            confirm(desk, "Periode bevriezen");
            desk.sees("Kies een dag v\u00f3\u00f3r vandaag");
            desk.type("Tot en met", "31/12/2020");
            confirm(desk, "Periode bevriezen");
            desk.page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Jaarverslag 2020").setLevel(1)).waitFor();
            desk.sees("Vingerafdruk (sha256)");
            assertThat(desk.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Onderteken").setExact(true))).hasCount(0);
            return desk.url();
        }
    }

    private void sign(Browser browser, String frozen) {
        try (Desk desk = new Desk(browser, port, "lieve", 1366, 768)) {
            desk.page.navigate(frozen);
            desk.sees("Nog niet ondertekend");
            desk.look("periode-bevroren");
            desk.press("Onderteken");
            confirm(desk, "Onderteken");
            desk.sees("Ondertekend door Lieve Goossens");
            desk.open("boordtabel/periodes", "Periodes");
            desk.sees("Jaarverslag 2020");
            desk.look("periodes");
        }
    }

    private static void link(Desk desk, String name) {
        desk.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true)).first().click();
    }

    /** In the dialog, of which the button says the same as the one that opened it. */
    private static void confirm(Desk desk, String name) {
        desk.page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true)).click();
    }
}
