package be.dossierwerk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.shared.EnterpriseNumber;
import be.dossierwerk.sources.AskLater;
import be.dossierwerk.sources.RepaymentPlan;
import be.dossierwerk.sources.SimulatedSources;
import be.dossierwerk.sources.SimulatedSources.Behaviour;
import be.dossierwerk.sources.Source;
import be.dossierwerk.sources.SourceNotice;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The team leader sees that a source is away, lets it come back and has it asked again, at a desk and on a phone. */
@BrowserTest
class SourcesScreenTest {

    private static final String RSZ = "Rijksdienst voor Sociale Zekerheid (RSZ)";

    @LocalServerPort private int port;
    @Autowired private AskLater askLater;
    @Autowired private SimulatedSources simulated;
    @Autowired private Clock clock;

    @AfterEach
    void sources_are_well() {
        simulated.forget();
    }

    @Test
    void a_source_that_is_away_is_seen_and_asked_again(Browser browser) {
        for (int width : List.of(1366, 390)) {
            simulated.behave(Source.RSZ, Behaviour.DOWN);
            askLater.ask("DC-BRON-2027-" + width, "0431371173", Set.of(Source.RSZ));
            simulated.tell(new SourceNotice(SourceNotice.Kind.SCHULD, Source.RSZ, "RSZ-SCHERM-" + width, "0999999922", LocalDate.now(clock),
                    new BigDecimal("4812.35"), RepaymentPlan.GEEN, null));
            try (Desk desk = new Desk(browser, port, "tom", width, 844)) {
                desk.open("bronnen", "Authentieke bronnen");
                desk.sees("Simulatie: deze bronnen bestaan niet echt");
                Locator section = desk.page.locator("section.dw-sources-one", new Page.LocatorOptions().setHasText(RSZ));
                section.getByText("Er wacht 1 vraag, de oudste sinds").waitFor();
                desk.press("Probeer nu opnieuw: " + RSZ);
                desk.sees("1 vraag gesteld, nog geen antwoord.");
                section.getByText("de bron was niet bereikbaar.").waitFor();
                assertThat(section.innerText()).contains("Antwoordt niet.");
                desk.sees("Schuld van 4.812,35 euro, zonder afbetalingsplan");
                desk.sees("Geen dossier van deze onderneming");
                desk.sees(EnterpriseNumber.format("0999999922"));
                assertThat(desk.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).isEqualTo(true);
                assertThat(desk.accessibilityFaults()).isEmpty();
                desk.page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/bronnen-" + width + ".png")).setFullPage(true));

                desk.choose("Gedrag (simulatie): " + RSZ, "Normaal");
                desk.sees("Simulatie van " + RSZ + ": Normaal.");
                desk.press("Probeer nu opnieuw: " + RSZ);
                desk.sees("1 vraag gesteld, 1 antwoord gekregen.");
                section.getByText("Er wachten geen vragen.").waitFor();
                assertThat(section.innerText()).contains("Antwoordt.");
            }
        }
    }

    @Test
    void an_auditor_looks_and_cannot_switch_anything(Browser browser) {
        try (Desk desk = new Desk(browser, port, "ann")) {
            desk.open("bronnen", "Authentieke bronnen");
            desk.sees("Kruispuntbank van Ondernemingen (KBO)");
            assertThat(desk.page.locator("section.dw-sources-one").count()).isEqualTo(4);
            assertThat(desk.page.locator("section.dw-sources-one vaadin-button, section.dw-sources-one vaadin-combo-box").count()).isZero();
        }
    }
}
