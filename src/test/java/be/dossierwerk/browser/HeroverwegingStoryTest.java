package be.dossierwerk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.demo.TypedForms;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.MovableClock;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The whole story on the screens: a refusal is reconsidered, amended, and other people grant the recognition. */
@BrowserTest
class HeroverwegingStoryTest {

    private static final Path SHOTS = Path.of("target/heroverweging");
    private static final LocalDate DECIDED = LocalDate.of(2027, 3, 1);
    private static final LocalDate ASKED = LocalDate.of(2027, 3, 15);

    @LocalServerPort private int port;
    @Autowired private Acts acts;
    @Autowired private DemoPeople people;
    @Autowired private MovableClock clock;
    @Autowired private DueJobs jobs;

    @BeforeEach
    void background_executor_rests() {
        jobs.byHand();
    }

    @AfterEach
    void clock_runs_again() {
        clock.release();
    }

    @Test
    void a_refusal_is_reconsidered_and_amended_by_people_who_had_no_part_in_it(Browser browser) {
        on(DECIDED);
        String contested = refused(540);
        on(ASKED);
        String dossier = register_the_request(browser, contested);
        the_first_handler_is_kept_out(browser, dossier);
        try (Desk bram = new Desk(browser, port, "bram")) {
            bram.openTask(dossier, "Ontvankelijkheid nagaan");
            assertThat(bram.field("Kwam de vraag op tijd?")).hasValue(Pattern.compile("maandag 5 april 2027"));
            assertThat(bram.field("Kwam de vraag op tijd?")).hasValue(Pattern.compile("op tijd"));
            bram.type("Toelichting", "De vraag kwam op tijd en de aanvrager wil erkend worden.");
            bram.choose("Wilt u de vrager nog horen?", "Nee, de gronden zijn duidelijk");
            shot(bram, "ontvankelijkheid");
            bram.send("Bewaar uw oordeel");
            bram.openTask(dossier, "Beslissing opstellen");
            bram.choose("Wat stelt u voor?", "De beslissing herzien: de procedure herneemt met andere mensen");
            bram.type("Motieven", "De schuld waarop de weigering steunt, was betaald voor de beslissing.");
            shot(bram, "beslissing");
            bram.send("Leg voor aan de jurist");
        }
        check_and_sign(browser, dossier);
        acts.send(people.actor("bram"), contested, "UserTask_BeslissingOpstellen", Map.of("uitkomst", "ERKEND", "activiteiten", List.of("SCHOONMAKEN"),
                "afwijkingAdvies", "De schuld waarop het advies steunt, is betaald."));
        check_and_sign(browser, contested);
        read_the_dossiers(browser, contested, dossier);
    }

    private String register_the_request(Browser browser, String contested) {
        try (Desk els = new Desk(browser, port, "els")) {
            els.open("dossier/" + contested + "?deel=appeal-title");
            els.sees("Beroep mogelijk van donderdag 4 maart 2027 tot en met maandag 3 mei 2027. Zonder beroep definitief op dinsdag 18 mei 2027.");
            shot(els, "beroep");
            els.open("heroverweging-vragen?dossier=" + contested, "Vraag om heroverweging registreren");
            els.press("Registreer de vraag");
            els.sees("Voeg de vraag zelf toe.");
            els.type("Waarom vraagt men een andere beslissing?", "De schuld aan de RSZ werd op 20 februari betaald.");
            els.page.locator("input[type=file]").setInputFiles(new FilePayload("vraag.pdf", "application/pdf", InventedApplications.proofOfDeposit("Vraag").content()));
            els.page.locator(".dw-application-filelist li").first().waitFor();
            shot(els, "registreren");
            assertThat(els.accessibilityFaults()).isEmpty();
            els.send("Registreer de vraag");
            els.page.waitForURL(Pattern.compile(".*/dossier/DC-HER-.*"));
            Matcher number = Pattern.compile("DC-HER-2027-\\d{5}").matcher(els.url());
            assertThat(number.find()).isTrue();
            return number.group();
        }
    }

    private void the_first_handler_is_kept_out(Browser browser, String dossier) {
        try (Desk an = new Desk(browser, port, "an")) {
            an.openTask(dossier, "Ontvankelijkheid nagaan");
            an.sees("An Peeters stelde de bestreden beslissing van maandag 1 maart 2027 op.");
            shot(an, "geweigerd");
        }
    }

    private void check_and_sign(Browser browser, String dossier) {
        try (Desk mira = new Desk(browser, port, "mira")) {
            mira.openTask(dossier, "Beslissing juridisch nazien");
            mira.tick("Gaat u akkoord?", "Ja, klaar om te ondertekenen");
            mira.send("Bevestig uw nazicht");
        }
        try (Desk hans = new Desk(browser, port, "hans")) {
            hans.open("ondertekenen?dossier=" + dossier, "Ondertekenen");
            hans.press("Onderteken\u2026");
            hans.press("Onderteken");
            hans.sees("ondertekend");
        }
        jobs.run();
        acts.send(people.actor("els"), dossier, "UserTask_ZendingRegistreren", TypedForms.posted(ASKED, 540));
        jobs.run();
    }

    private void read_the_dossiers(Browser browser, String contested, String dossier) {
        for (int width : new int[] {1366, 390}) {
            try (Desk tom = new Desk(browser, port, "tom", width, width == 1366 ? 768 : 844)) {
                tom.open("dossier/" + contested + "?deel=appeal-title");
                tom.sees("Beslissing: erkenning");
                tom.sees("Deze beslissing geldt niet meer.");
                tom.sees("Betwist: Heroverweging, dossier");
                shot(tom, "bestreden-" + width);
                assertThat(tom.accessibilityFaults()).isEmpty();
                tom.open("raakte-beide", "Wie raakte beide");
                tom.sees(dossier);
                shot(tom, "raakte-beide-" + width);
                assertThat(tom.accessibilityFaults()).isEmpty();
            }
        }
        try (Desk ann = new Desk(browser, port, "ann", 390, 844)) {
            ann.open("dossier/" + contested + "?deel=tijdlijn");
            ann.sees("Na heroverweging in dossier " + dossier + " wordt de beslissing van maandag 1 maart 2027 herzien.");
        }
        try (Desk els = new Desk(browser, port, "els", 390, 844)) {
            els.open("heroverweging-vragen?dossier=" + contested, "Vraag om heroverweging registreren");
            shot(els, "registreren-390");
            els.open("dossier/" + contested);
            els.page.getByText("Acties", new Page.GetByTextOptions().setExact(true)).first().click();
            els.page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Ontvangst registreren")).click();
            els.sees("De beroepstermijn wordt opnieuw berekend");
            shot(els, "ontvangst-390");
        }
    }

    private String refused(int n) {
        BackOffice office = new BackOffice(acts, people);
        String dossier = office.complete(n, DECIDED);
        office.act(dossier, "an", "UserTask_BronnenNagaan", TypedForms.debts());
        office.act(dossier, "an", "UserTask_OndernemingsplanBeoordelen", TypedForms.goodPlan());
        office.act(dossier, "an", "UserTask_WaarborgNagaan", TypedForms.depositPaid(DECIDED.minusDays(5)));
        office.act(dossier, "an", "UserTask_VoorwaardenBeoordelen", TypedForms.conditionsWithDebt());
        office.act(dossier, "an", "UserTask_NotaOpstellen", TypedForms.note("ONGUNSTIG"));
        office.act(dossier, "els", "UserTask_VerweerRegistreren", TypedForms.defence(DECIDED));
        office.act(dossier, "an", "UserTask_VerweerBeoordelen", TypedForms.defenceRejected());
        office.act(dossier, "sofie", "UserTask_OpAgendaPlaatsen", TypedForms.agenda(DECIDED));
        office.act(dossier, "sofie", "UserTask_AdviesRegistreren", TypedForms.advice("ONGUNSTIG", DECIDED));
        office.act(dossier, "an", "UserTask_BeslissingOpstellen", TypedForms.decision("GEWEIGERD", List.of()));
        office.act(dossier, "joke", "UserTask_JuridischNazicht", TypedForms.legalCheck(true));
        office.act(dossier, "karel", "UserTask_Ondertekenen", TypedForms.signature());
        jobs.run();
        office.act(dossier, "els", "UserTask_ZendingRegistreren", TypedForms.posted(DECIDED, n));
        jobs.run();
        return dossier;
    }

    private static void shot(Desk desk, String name) {
        desk.picture(new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + ".png")).setFullPage(true));
    }

    private void on(LocalDate day) {
        clock.moveTo(ZonedDateTime.of(day, LocalTime.of(9, 0), MovableClock.BRUSSELS));
        jobs.run();
    }
}
