package be.dossierwerk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.EnterpriseNumber;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.sources.AskLater;
import be.dossierwerk.sources.RepaymentPlan;
import be.dossierwerk.sources.SimulatedSources;
import be.dossierwerk.sources.SimulatedSources.Behaviour;
import be.dossierwerk.sources.Source;
import be.dossierwerk.sources.SourceNotice;
import be.dossierwerk.withdrawal.RecognisedFixture;
import be.dossierwerk.withdrawal.StartExOfficio;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;

/** The team leader sees that a source is away, lets it come back and has it asked again, at a desk and on a phone. */
@BrowserTest
class SourcesScreenTest {

    private static final String RSZ = "Rijksdienst voor Sociale Zekerheid (RSZ)";

    @LocalServerPort private int port;
    @Autowired private AskLater askLater;
    @Autowired private SimulatedSources simulated;
    @Autowired private MovableClock clock;
    @Autowired private JdbcClient jdbc;
    @Autowired private StartExOfficio startExOfficio;
    @Autowired private CurrentActor currentActor;
    @Autowired private DemoPeople people;
    @Autowired private ApplicationContext spring;

    /** Those of other tests would be counted too. */
    @BeforeEach
    void no_question_waits() {
        jdbc.sql("delete from source_question where status <> 'ANSWERED'").update();
    }

    @AfterEach
    void sources_are_well() {
        simulated.forget();
        clock.release();
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
                assertThat(section).containsText("Antwoordt niet.");
                desk.sees("Schuld van 4.812,35 euro, zonder afbetalingsplan");
                desk.sees("Geen dossier van deze onderneming");
                desk.sees(EnterpriseNumber.format("0999999922"));
                desk.fits();
                assertThat(desk.accessibilityFaults()).isEmpty();
                desk.picture(new Page.ScreenshotOptions().setPath(Path.of("target/bronnen-" + width + ".png")).setFullPage(true));

                desk.choose("Gedrag (simulatie): " + RSZ, "Normaal");
                desk.sees("Simulatie van " + RSZ + ": Normaal.");
                desk.press("Probeer nu opnieuw: " + RSZ);
                desk.sees("1 vraag gesteld, 1 antwoord gekregen.");
                section.getByText("Er wachten geen vragen.").waitFor();
                assertThat(section).containsText("Antwoordt.");
            }
        }
    }

    @Test
    void a_handler_sees_what_to_look_up_and_fills_it_in_with_proof(Browser browser) {
        List.of(Source.values()).forEach(source -> simulated.behave(source, Behaviour.DOWN));
        clock.moveTo(ZonedDateTime.of(LocalDate.of(2027, 10, 4).atTime(9, 0), MovableClock.BRUSSELS));
        String number = RecognisedFixture.recognise(jdbc, RecognisedFixture.reserve(1), "Opzoek bv");
        String dossier = currentActor.as(people.actor("an"), () -> startExOfficio.start(StartExOfficio.Request.of(number, "AMB-INACT", "2026-10/2027-09", "Geen cheques.")));
        ReflectionTestUtils.invokeMethod(spring.getBean("sourceRounds"), "round");
        clock.moveTo(ZonedDateTime.of(LocalDate.of(2027, 10, 6).atTime(9, 0), MovableClock.BRUSSELS));
        ReflectionTestUtils.invokeMethod(spring.getBean("sourceRounds"), "round");
        ReflectionTestUtils.invokeMethod(spring.getBean("sourceRounds"), "round");
        for (int width : List.of(1366, 390)) {
            Source source = width == 390 ? Source.REGSOL : Source.RSZ;
            String name = width == 390 ? "Register van faillissementen (RegSol)" : RSZ;
            try (Desk an = new Desk(browser, port, "an", width, 844)) {
                an.open("bronnen", "Authentieke bronnen");
                assertThat(an.page.locator("section.dw-sources-one vaadin-button")).hasCount(0);
                an.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(dossier)).click();
                an.sees("Zoek dit zelf op.");
                an.picture(new Page.ScreenshotOptions().setPath(Path.of("target/bronnen-dossier-" + width + ".png")).setFullPage(true));
                an.press("Vul in wat u vond: " + name);
                Locator dialog = an.page.locator("vaadin-dialog-overlay");
                dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Bewaar").setExact(true)).click();
                an.sees(source == Source.RSZ ? "Vul een bedrag in euro in, nul of meer" : "Kies of de onderneming failliet is.");
                if (source == Source.RSZ) {
                    an.type("Schuld in euro", "4812,35");
                    an.choose("Afbetalingsplan", "Geen afbetalingsplan");
                    an.page.locator("vaadin-dialog-overlay input[type=file]").setInputFiles(new FilePayload("attest.pdf", "application/pdf",
                            InventedApplications.proofOfDeposit("Attest").content()));
                    com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat(an.field("Bewijs")).hasValue("attest");
                } else {
                    an.choose("Toestand", "Geen faillissement");
                    an.choose("Bewijs", "attest");
                }
                an.type("Waarom zocht u het zelf op?", "De bron antwoordt al twee dagen niet.");
                an.picture(new Page.ScreenshotOptions().setPath(Path.of("target/bronnen-zelf-" + width + ".png")));
                assertThat(an.accessibilityFaults()).isEmpty();
                dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Bewaar").setExact(true)).click();
                an.sees(source == Source.RSZ ? "een schuld van 4.812,35 euro, zonder afbetalingsplan" : "Zelf opgezocht op woensdag 6 oktober 2027: geen faillissement.");
                an.fits();
                an.open("dossier/" + dossier + "?deel=withdrawal-exofficio");
                an.sees("Geen dienstencheques ingediend (AMB-INACT)");
                an.sees("Artikel te bevestigen");
                an.sees("4.812,35 euro");
                an.picture(new Page.ScreenshotOptions().setPath(Path.of("target/ambtshalve-dossier-" + width + ".png")).setFullPage(true));
            }
        }
    }

    @Test
    void an_auditor_looks_and_cannot_switch_anything(Browser browser) {
        try (Desk desk = new Desk(browser, port, "ann")) {
            desk.open("bronnen", "Authentieke bronnen");
            desk.sees("Kruispuntbank van Ondernemingen (KBO)");
            assertThat(desk.page.locator("section.dw-sources-one")).hasCount(4);
            assertThat(desk.page.locator("section.dw-sources-one vaadin-button, section.dw-sources-one vaadin-combo-box")).hasCount(0);
        }
    }
}
