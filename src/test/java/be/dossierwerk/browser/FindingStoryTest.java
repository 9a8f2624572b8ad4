package be.dossierwerk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A finding from its cause to its closure: found, investigated, proposed, accepted by a second person, and seen by the auditor, who changes nothing. */
@BrowserTest
class FindingStoryTest {

    private static final String NORM = "Vier ogen op een wijziging van een procedure";
    private static int changes = 90_000;

    @LocalServerPort private int port;
    @Autowired private AuditLog audit;
    @Autowired private CurrentActor currentActor;
    @Autowired private DemoPeople people;
    @Autowired private DueJobs jobs;
    @Autowired private JdbcClient jdbc;
    @Autowired private TransactionTemplate transactions;

    @Test
    void a_finding_goes_from_its_cause_to_its_closure(Browser browser) {
        jobs.byHand();
        for (int width : List.of(1366, 390)) {
            String dossier = deviating();
            int height = width == 390 ? 844 : 768;
            try (Desk desk = new Desk(browser, port, "tom", width, height)) {
                desk.open("bevindingen", "Bevindingen");
                desk.press("Nu alles nakijken");
                desk.seesInTheEnd("gevraagd door Tom Willems");
                looked(desk, "bevindingen", width);
                desk.open("dossier/" + dossier + "?deel=conformance-findings");
                desk.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(NORM)).click();
                desk.sees("Pieter Maas legde de wijziging voor en keurde ze zelf goed.");
                desk.sees("Wie een wijziging voorlegt, keurt ze niet goed.");
                looked(desk, "bevinding-open", width);
                desk.press("Onderzoek beginnen");
                desk.sees("Wat besluit u?");
                desk.press("Vastleggen");
                desk.sees("Kies een oorzaak.");
                desk.sees("Schrijf waarom.");
                desk.page.getByText("Zo laten: een tweede persoon moet dat aanvaarden").click();
                desk.choose("Wat was de oorzaak?", "De procedure liet het toe");
                desk.type("Uitleg", "Er was die dag maar één procedurebeheerder.");
                looked(desk, "bevinding-onderzoek", width);
                desk.press("Vastleggen");
                desk.sees("U stelde voor om dit zo te laten.");
            }
            try (Desk desk = new Desk(browser, port, "lieve", width, height)) {
                desk.open("bevindingen?procedure=procedurewijziging&status=IN_ONDERZOEK");
                desk.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(NORM)).filter(new Locator.FilterOptions().setVisible(true)).first().click();
                desk.sees("Tom Willems stelt voor om dit zo te laten.");
                looked(desk, "bevinding-aanvaarden", width);
                desk.press("Aanvaarden");
                desk.page.getByText("zoals Tom Willems voorstelde").waitFor();
            }
            try (Desk desk = new Desk(browser, port, "ann", width, height)) {
                desk.open("bevindingen?status=AANVAARD");
                desk.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(NORM)).filter(new Locator.FilterOptions().setVisible(true)).first().click();
                desk.sees("Lieve Goossens aanvaardde de bevinding");
                assertThat(desk.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Aanvaarden"))).hasCount(0);
                looked(desk, "bevinding-aanvaard", width);
                desk.page.getByText("Bekijk de tijdlijn").click();
                desk.page.getByText("Lieve Goossens aanvaardde de bevinding \"" + NORM + "\", zoals Tom Willems voorstelde.").waitFor();
                desk.open("bevindingen/dekking", "Wat wordt nagekeken, en wat niet");
                desk.page.getByText("Wijziging van een procedure: 2 normen").first().click();
                desk.page.getByText("Wie een wijziging voorlegt, keurt ze niet goed.").waitFor();
                looked(desk, "bevindingen-dekking", width);
            }
        }
    }

    private static void looked(Desk desk, String name, int width) {
        desk.fits();
        assertThat(desk.accessibilityFaults()).isEmpty();
        desk.page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/" + name + "-" + width + ".png")).setFullPage(true));
    }

    /** Who laid a change before others approved it too: only the acts, for the tables refuse it. */
    private String deviating() {
        String dossier = "DC-WIJ-2027-%05d".formatted(changes++);
        jdbc.sql("""
                insert into dossier (number, procedure, subject, source, received_on, registered_at, state)
                values (?, 'procedurewijziging', 'Herinnering na een maand', 'AMBTSHALVE', current_date, now(), 'IN_BEHANDELING')""").param(dossier).update();
        currentActor.as(people.actor("pieter"), () -> {
            transactions.executeWithoutResult(status -> {
                audit.record(AuditLog.Entry.of(dossier, "WIJZIGING_VOORGELEGD", "Pieter Maas legde de wijziging \"Herinnering na een maand\" voor."));
                audit.record(AuditLog.Entry.of(dossier, "WIJZIGING_GOEDGEKEURD", "Pieter Maas keurde de wijziging goed."));
            });
            return null;
        });
        return dossier;
    }
}
