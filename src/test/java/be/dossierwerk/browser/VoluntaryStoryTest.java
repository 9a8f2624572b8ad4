package be.dossierwerk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.demo.TypedForms;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.recognition.Recognitions;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.sources.AskSources;
import be.dossierwerk.sources.Facts;
import be.dossierwerk.sources.RepaymentPlan;
import be.dossierwerk.sources.SimulatedSources;
import be.dossierwerk.sources.Source;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The whole story on the screens: an undertaking merges and gives up its recognition; its debts are paid out of the deposit first. */
@BrowserTest
class VoluntaryStoryTest {

    private static final LocalDate RECOGNISED = LocalDate.of(2027, 4, 1);

    @LocalServerPort private int port;
    @Autowired private Acts acts;
    @Autowired private DemoPeople people;
    @Autowired private CurrentActor currentActor;
    @Autowired private Recognitions recognitions;
    @Autowired private SimulatedSources sources;
    @Autowired private AskSources askSources;
    @Autowired private MovableClock clock;
    @Autowired private DueJobs jobs;

    @BeforeEach
    void background_executor_rests() {
        jobs.byHand();
    }

    @AfterEach
    void everything_runs_again() {
        clock.release();
        sources.forget();
    }

    @Test
    void a_merged_undertaking_gives_up_its_recognition_from_intake_to_register(Browser browser) {
        on(RECOGNISED);
        var successor = recognitions.of(recognised(520));
        String granted = recognised(521);
        var recognition = recognitions.of(granted);
        on(LocalDate.of(2027, 5, 4));
        String dossier = register_the_request(browser, recognition, successor);
        the_sources_answer(dossier, recognition.enterpriseNumber());
        try (Desk an = new Desk(browser, port, "an")) {
            an.openTask(dossier, "Verzoek en bevoegdheid nagaan");
            an.send("Bewaar het resultaat");
            an.openTask(dossier, "Openstaande punten regelen");
            assertThat(an.field("Bedrag voor de RSZ in euro")).hasValue(Pattern.compile("^1200[.,]5"));
            an.send("Bewaar de regeling");
            an.openTask(dossier, "Beslissing opstellen");
            an.send("Leg voor aan de jurist");
        }
        try (Desk joke = new Desk(browser, port, "joke")) {
            joke.openTask(dossier, "Beslissing juridisch nazien");
            joke.tick("Gaat u akkoord?", "Ja, klaar om te ondertekenen");
            joke.send("Bevestig uw nazicht");
        }
        try (Desk karel = new Desk(browser, port, "karel")) {
            karel.open("ondertekenen?dossier=" + dossier, "Ondertekenen");
            karel.press("Onderteken\u2026");
            karel.press("Onderteken");
            karel.sees("ondertekend");
        }
        jobs.run();
        try (Desk els = new Desk(browser, port, "els")) {
            els.open("werk?tab=groepen&q=" + dossier);
            els.page.locator("a.dw-task").first().click();
            els.type("Afgegeven op de post op", "04/05/2027");
            els.type("Zendingsnummer", "RA123456789BE");
            els.send("Registreer de zending");
        }
        jobs.run();
        read_the_register(browser, dossier, granted, recognition, successor);
        ask_again_what_is_withdrawn(browser, recognition);
    }

    private String register_the_request(Browser browser, Recognitions.Recognition recognition, Recognitions.Recognition successor) {
        try (Desk els = new Desk(browser, port, "els")) {
            els.open("register?q=" + recognition.recognitionNumber(), "Register van erkende ondernemingen");
            follow(els, recognition.recognitionNumber());
            follow(els, "Intrekking aanvragen", ".dw-newapplication");
            els.page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Intrekking aanvragen").setLevel(1)).waitFor();
            els.choose("Reden", "Fusie of overname");
            els.type("Ondernemingsnummer van de opvolger", successor.enterpriseNumber());
            els.type("Eerste dag zonder erkenning", "01/05/2027");
            els.type("Wie ondertekende het verzoek?", "Leen Verhoeven");
            els.press("Registreer het verzoek");
            els.sees("De erkenning kan niet stoppen voor de ontvangst van het verzoek op dinsdag 4 mei 2027.");
            els.sees("Voeg het ondertekende verzoek toe.");
            assertThat(els.field("Wie ondertekende het verzoek?")).hasValue("Leen Verhoeven");
            els.type("Eerste dag zonder erkenning", "01/06/2027");
            els.page.locator("input[type=file]").setInputFiles(new FilePayload("verzoek.pdf", "application/pdf", InventedApplications.proofOfDeposit("Verzoek").content()));
            els.page.locator(".dw-application-filelist li").first().waitFor();
            els.send("Registreer het verzoek");
            els.page.waitForURL(Pattern.compile(".*/dossier/DC-INV-.*"));
            Matcher number = Pattern.compile("DC-INV-2027-\\d{5}").matcher(els.url());
            assertThat(number.find()).isTrue();
            return number.group();
        }
    }

    private void read_the_register(Browser browser, String dossier, String granted, Recognitions.Recognition recognition, Recognitions.Recognition successor) {
        try (Desk ann = new Desk(browser, port, "ann")) {
            ann.open("register/" + recognition.recognitionNumber(), "Erkenning " + recognition.recognitionNumber() + ": " + recognition.name());
            ann.sees("ingetrokken op verzoek vanaf dinsdag 1 juni 2027");
            ann.sees("Grond: fusie of overname");
            ann.sees("%s (%s)".formatted(successor.name(), successor.recognitionNumber()));
            assertThat(ann.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Intrekking aanvragen"))).hasCount(0);
            ann.open("dossier/" + dossier + "?deel=tijdlijn");
            ann.sees("Els Janssens registreerde dat " + recognition.name());
            ann.open("dossier/" + granted + "?deel=tijdlijn");
            ann.sees("1.200,50 euro voor de RSZ, 23.799,50 euro voor");
        }
    }

    private void ask_again_what_is_withdrawn(Browser browser, Recognitions.Recognition recognition) {
        try (Desk els = new Desk(browser, port, "els", 390, 844)) {
            els.open("intrekking-aanvragen?erkenning=" + recognition.recognitionNumber(), "Intrekking aanvragen");
            els.press("Registreer het verzoek");
            els.sees("Erkenning %s is al ingetrokken vanaf dinsdag 1 juni 2027.".formatted(recognition.recognitionNumber()));
            assertThat(els.url()).contains("intrekking-aanvragen");
            assertThat(els.accessibilityFaults()).isEmpty();
        }
    }

    private void the_sources_answer(String dossier, String number) {
        sources.say(number, Source.KBO, Facts.standing(Facts.Status.ACTIEF, LocalDate.of(2020, 1, 1), null,
                List.of(new Facts.Person("Leen Verhoeven", "ZAAKVOERDER", LocalDate.of(2020, 1, 1), null)), List.of()));
        sources.say(number, Source.RSZ, Facts.owing(new BigDecimal("1200.50"), RepaymentPlan.GEEN));
        sources.say(number, Source.FISCUS, Facts.owing(new BigDecimal("0.00"), RepaymentPlan.GEEN));
        for (Source source : List.of(Source.KBO, Source.RSZ, Source.FISCUS)) {
            assertThat(currentActor.as(people.actor("an"), () -> askSources.of(number, source, dossier)).available()).isTrue();
        }
    }

    private String recognised(int n) {
        BackOffice office = new BackOffice(acts, people);
        String dossier = office.onTheAgenda(n, RECOGNISED);
        office.advised(dossier, RECOGNISED);
        office.readyToSign(dossier);
        office.act(dossier, "karel", "UserTask_Ondertekenen", TypedForms.signature());
        jobs.run();
        office.act(dossier, "els", "UserTask_ZendingRegistreren", TypedForms.posted(RECOGNISED, n));
        jobs.run();
        return dossier;
    }

    private static void follow(Desk desk, String link) {
        desk.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true)).first().click();
    }

    /** Within one part of the page: the menu has a link of the same name. */
    private static void follow(Desk desk, String link, String within) {
        desk.page.locator(within).getByText(link, new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true)).first().click();
    }

    private void on(LocalDate day) {
        clock.moveTo(ZonedDateTime.of(day, LocalTime.of(9, 0), MovableClock.BRUSSELS));
        jobs.run();
    }
}
