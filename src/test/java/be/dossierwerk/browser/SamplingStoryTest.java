package be.dossierwerk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.MovableClock;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The auditor draws twenty-five dossiers, answers the questions and sends a finding; the handler answers. And an auditor's clicks change nothing. */
@BrowserTest
class SamplingStoryTest {

    private static final LocalDate TODAY = LocalDate.of(2034, 6, 7);

    @LocalServerPort private int port;
    @Autowired private Dossiers dossiers;
    @Autowired private DemoPeople people;
    @Autowired private CurrentActor currentActor;
    @Autowired private DueJobs jobs;
    @Autowired private MovableClock clock;
    @Autowired private JdbcClient jdbc;

    @BeforeEach
    void a_morning() {
        jobs.byHand();
        clock.moveTo(ZonedDateTime.of(TODAY.atTime(9, 0), MovableClock.BRUSSELS));
    }

    @AfterEach
    void clock_runs_again() {
        clock.release();
    }

    @Test
    void a_sample_of_twenty_five_from_its_draw_to_the_answer_on_a_finding(Browser browser) throws Exception {
        currentActor.as(people.actor("an"), () -> IntStream.rangeClosed(1, 30).mapToObj(i -> dossiers.open(new Dossiers.NewDossier("opvolging-voorwaarden", "OPV", "Strijkatelier " + i + " bv",
                null, null, "AMBTSHALVE", TODAY, "an", null))).toList());
        try (Desk ann = new Desk(browser, port, "ann")) {
            ann.open("steekproeven", "Steekproeven");
            ann.press("Nieuwe steekproef");
            ann.choose("Procedure", "Opvolging van voorwaarden");
            ann.type("Van", "07/06/2034");
            ann.sees("30 dossiers voldoen.");
            ann.type("Startgetal", "juni 2034");
            ann.look("steekproef-trekken");
            ann.press("Trek de dossiers");
            ann.seesInTheEnd("Alle 25 bundels zijn gemaakt.");
            ann.sees("Willekeurig: 25 van 30 dossiers");
            Download all = ann.page.waitForDownload(() -> ann.page.getByText("Alle bundels in 1 bestand").click());
            try (ZipFile zip = new ZipFile(all.path().toFile())) {
                assertThat(zip.stream().filter(entry -> entry.getName().startsWith("bundels/bewijs-DC-OPV-2034-"))).hasSize(25);
            }
            String sample = ann.url();

            ann.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Vragenlijst van")).first().click();
            ann.page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Vragenlijst DC-OPV-2034-").setLevel(1)).waitFor();
            String dossier = ann.url().replaceFirst(".*/", "");
            ann.tick("Zijn alle stukken aanwezig waarop de beslissing steunt?", "Nee");
            Desk.type(ann.page.getByLabel("Opmerking bij: Zijn alle stukken").first(), "Het verslag van het bezoek ontbreekt.");
            ann.sees("Bewaard.");
            Desk.type(ann.field("Nieuwe bevinding"), "Het verslag van het bezoek ontbreekt");
            ann.page.reload();
            // Nothing that was typed is lost, sent or not.
            PlaywrightAssertions.assertThat(ann.field("Nieuwe bevinding")).hasValue("Het verslag van het bezoek ontbreekt");
            PlaywrightAssertions.assertThat(ann.page.getByLabel("Opmerking bij: Zijn alle stukken").first()).hasValue("Het verslag van het bezoek ontbreekt.");
            ann.look("steekproef-vragenlijst");
            ann.press("Stuur naar het dossier");
            ann.sees("De bevinding staat in het dossier.");
            ann.type("Nieuwe bevinding", "Het advies is niet gedateerd");
            ann.press("Stuur naar het dossier");
            ann.sees("Het advies is niet gedateerd");

            try (Desk an = new Desk(browser, port, "an")) {
                an.open("dossier/" + dossier + "?deel=sampling-findings");
                an.sees("Het verslag van het bezoek ontbreekt");
                an.type("Uw antwoord", "Het staat nu bij de stukken.");
                Desk.type(an.page.getByLabel("Uw antwoord").nth(1), "De datum wordt gevraagd");
                an.look("bevinding-in-dossier");
                an.press("Antwoord de auditor");
                an.sees("Uw antwoord is bij de auditor.");
                PlaywrightAssertions.assertThat(an.field("Uw antwoord")).hasValue("De datum wordt gevraagd");
                an.open("dossier/" + dossier + "?deel=tijdlijn");
                an.sees("Bevinding van de auditor, Ann Dubois: Het verslag van het bezoek ontbreekt");
            }
            ann.page.navigate(sample);
            ann.sees("Het staat nu bij de stukken.");
            ann.sees("0 % (tussen 0 % en 79 %)".replace(" %", "\u00a0%"));
            ann.look("steekproef");
            ann.open("steekproeven", "Steekproeven");
            ann.look("steekproeven");
            ann.open("raadplegingen", "Raadplegingen");
            ann.look("raadplegingen");
        }
    }
}
