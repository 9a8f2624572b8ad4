package be.dossierwerk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.KeptOutInTests;
import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.TypedForms;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.inbox.ClaimTask;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.MovableClock;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** On the screens: a colleague is away and another works in her name; somebody who worked on the matter before is refused, and reads who can. */
@BrowserTest
class AbsenceStoryTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 9, 6);
    private static final Path SHOTS = Path.of("target/screens");
    private static int undertakings = 960;

    @LocalServerPort private int port;
    @Autowired private KeptOutInTests rule;
    @Autowired private ClaimTask claimTask;
    @Autowired private Acts acts;
    @Autowired private DemoPeople people;
    @Autowired private CurrentActor currentActor;
    @Autowired private DueJobs jobs;
    @Autowired private JdbcClient jdbc;
    @Autowired private MovableClock clock;
    private BackOffice office;

    @BeforeEach
    void a_monday() {
        jobs.byHand();
        clock.moveTo(ZonedDateTime.of(TODAY.atTime(9, 0), MovableClock.BRUSSELS));
        office = new BackOffice(acts, people);
    }

    @AfterEach
    void everything_runs_again() {
        rule.forget();
        jdbc.sql("delete from inbox_absence").update();
        clock.release();
    }

    @Test
    void a_lawyer_is_away_and_her_colleague_works_in_her_name(Browser browser) {
        String dossier = office.onTheAgenda(undertakings++, TODAY);
        office.advised(dossier, TODAY);
        office.act(dossier, "an", "UserTask_BeslissingOpstellen", TypedForms.decision("ERKEND", List.of("SCHOONMAKEN")));
        String check = acts.task(dossier, "UserTask_JuridischNazicht");
        currentActor.as(people.actor("joke"), () -> {
            claimTask.claim(check);
            return null;
        });
        try (Desk tom = new Desk(browser, port, "tom")) {
            tom.open("afwezigheden", "Afwezigheden");
            tom.sees("Er is nu geen afwezigheid gemeld.");
            tom.press("Meld een afwezigheid");
            tom.choose("Wie", "Joke Claes");
            tom.type("Eerste dag", "06/09/2027");
            tom.type("Laatste dag", "03/09/2027");
            tom.press("Bewaar de afwezigheid");
            tom.sees("De laatste dag komt voor de eerste.");
            tom.sees("Kies een vervanger.");
            shot(tom, "afwezigheid-melden-1366", false);
            tom.type("Laatste dag", "10/09/2027");
            tom.choose("Vervanger", "Mira Lambrecht");
            tom.press("Bewaar de afwezigheid");
            tom.sees("De afwezigheid is bewaard.");
            tom.sees("loopt nu");
            shot(tom, "afwezigheden-1366", false);
            assertThat(tom.accessibilityFaults()).isEmpty();
        }
        try (Desk mira = new Desk(browser, port, "mira")) {
            mira.open("werk", "Mijn werk");
            mira.page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Namens Joke Claes")).click();
            mira.sees("U vervangt Joke Claes tot en met vrijdag 10 september 2027.");
            mira.open("werk?tab=namens&q=" + dossier);
            mira.page.locator("a.dw-task").getByText("Beslissing juridisch nazien").waitFor();
            shot(mira, "namens-1366", false);
            assertThat(mira.accessibilityFaults()).isEmpty();
            mira.page.locator("a.dw-task").first().click();
            mira.sees("Deze taak staat bij Joke Claes, die afwezig is.");
            shot(mira, "namens-taak-1366", false);
            mira.press("Neem over");
            mira.sees("U nam de taak over. Ze staat nu bij u.");
            mira.tick("Gaat u akkoord?", "Ja, klaar om te ondertekenen");
            mira.send("Bevestig uw nazicht");
            mira.open("dossier/" + dossier + "?deel=tijdlijn");
            mira.sees("over namens Joke Claes, die afwezig is van maandag 6 september 2027 tot en met vrijdag 10 september 2027.");
        }
        try (Desk joke = new Desk(browser, port, "joke", 390, 844)) {
            joke.open("afwezigheden", "Afwezigheden");
            joke.sees("loopt nu");
            shot(joke, "afwezigheden-390", true);
            assertThat(joke.accessibilityFaults()).isEmpty();
            joke.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Be\u00ebindig de afwezigheid van Joke Claes")).click();
            Locator dialog = joke.page.getByRole(AriaRole.DIALOG);
            dialog.getByText("Joke Claes: maandag 6 september 2027 tot en met vrijdag 10 september 2027, vervangen door Mira Lambrecht.").waitFor();
            shot(joke, "afwezigheid-beeindigen-390", false);
            dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Be\u00ebindig").setExact(true)).click();
            joke.sees("be\u00ebindigd op 06/09/2027 door Joke Claes");
        }
    }

    @Test
    void who_worked_on_the_matter_before_is_refused_and_reads_who_can(Browser browser) {
        String dossier = office.file(undertakings++, TODAY);
        String task = acts.task(dossier, "UserTask_VolledigheidNagaan");
        String why = "Bram De Smet stelde de bestreden beslissing op.";
        for (int width : new int[] {1366, 390}) {
            try (Desk bram = new Desk(browser, port, "bram", width, width == 1366 ? 768 : 844)) {
                rule.forget();
                bram.open("taak/" + task, "Volledigheid nagaan");
                rule.keepOut(dossier, Map.of("bram", why));
                // The page was open before the conflict arose: the attempt itself is refused.
                bram.press("Neem");
                bram.sees("is niet voor wie al eerder aan deze zaak werkte. " + why + " Wie de taak wel kan doen: An Peeters.");
                bram.sees("Deze taak kunt u niet doen");
                shot(bram, "geweigerd-taak-" + width, false);
                assertThat(bram.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Neem").setExact(true))).hasCount(0);
                bram.open("taak/" + task, "Volledigheid nagaan");
                bram.sees("Wie de taak wel kan doen: An Peeters.");
                assertThat(bram.accessibilityFaults()).isEmpty();
            }
            try (Desk an = new Desk(browser, port, "an", width, width == 1366 ? 768 : 844)) {
                an.open("taak/" + task, "Volledigheid nagaan");
                an.press("Draag over\u2026");
                Locator dialog = an.page.getByRole(AriaRole.DIALOG);
                dialog.getByText(why).waitFor();
                shot(an, "geweigerd-overdragen-" + width, false);
                assertThat(an.accessibilityFaults()).isEmpty();
                an.field("Aan wie").fill("Bram");
                assertThat(an.page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Bram De Smet"))).hasCount(0);
            }
        }
        try (Desk bram = new Desk(browser, port, "bram")) {
            bram.open("werk?tab=groepen&q=" + dossier);
            bram.page.locator("a.dw-task").getByText("Volledigheid nagaan").waitFor();
            bram.page.getByRole(AriaRole.CHECKBOX).last().check();
            bram.press("Neem");
            bram.sees("Wie de taak wel kan doen: An Peeters.");
            shot(bram, "geweigerd-lijst-1366", false);
            bram.open("dossier/" + dossier + "?deel=tijdlijn");
            bram.sees("Bram De Smet wilde de taak \"Volledigheid nagaan\" op zich nemen. Dat is geweigerd.");
            shot(bram, "geweigerd-tijdlijn-1366", false);
        }
    }

    @Test
    void a_signatory_who_signed_the_contested_decision_reads_who_signs_this_one(Browser browser) {
        String dossier = office.onTheAgenda(undertakings++, TODAY);
        office.advised(dossier, TODAY);
        office.readyToSign(dossier);
        try (Desk karel = new Desk(browser, port, "karel")) {
            karel.open("ondertekenen?dossier=" + dossier, "Ondertekenen");
            rule.keepOut(dossier, Map.of("karel", "Karel Mertens ondertekende de bestreden beslissing."));
            karel.press("Onderteken\u2026");
            karel.press("Onderteken");
            karel.sees("Karel Mertens ondertekende de bestreden beslissing. Wie de taak wel kan doen: Hans Verbeke.");
            shot(karel, "geweigerd-stapel-1366", false);
            karel.open("ondertekenen?dossier=" + dossier, "Ondertekenen");
            karel.sees("U kunt deze beslissing niet ondertekenen. Karel Mertens ondertekende de bestreden beslissing.");
            karel.sees("Wie het wel kan: Hans Verbeke.");
            assertThat(karel.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Onderteken\u2026").setExact(true))).hasCount(0);
            shot(karel, "niet-ondertekenen-1366", false);
            assertThat(karel.accessibilityFaults()).isEmpty();
        }
        try (Desk hans = new Desk(browser, port, "hans")) {
            hans.open("ondertekenen?dossier=" + dossier, "Ondertekenen");
            hans.press("Onderteken\u2026");
            hans.press("Onderteken");
            hans.sees("ondertekend");
        }
    }

    private static void shot(Desk desk, String name, boolean whole) {
        desk.picture(new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + ".png")).setFullPage(whole));
    }
}
