package be.dossierwerk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.fine.FineDesk;
import be.dossierwerk.fine.Fines;
import be.dossierwerk.fine.RegisterFine;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.EnterpriseNumber;
import be.dossierwerk.shared.MovableClock;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The whole story on the screens: a fine that is imposed on the last possible day, and one that came a day too late. */
@BrowserTest
class GeldboeteStoryTest {

    private static final LocalDate DECIDED = LocalDate.of(2027, 6, 30);
    /** Eight months later, the last day of February in a leap year: a Tuesday. */
    private static final LocalDate LAST = LocalDate.of(2028, 2, 29);
    private static final Path SHOTS = Path.of("target/geldboete");

    @LocalServerPort private int port;
    @Autowired private Acts acts;
    @Autowired private DemoPeople people;
    @Autowired private CurrentActor currentActor;
    @Autowired private RegisterFine registerFine;
    @Autowired private Fines fines;
    @Autowired private MovableClock clock;
    @Autowired private DueJobs jobs;

    private FineDesk desk;

    @BeforeEach
    void background_executor_rests() {
        jobs.byHand();
        desk = new FineDesk(acts, people, currentActor, registerFine, jobs, clock);
    }

    @AfterEach
    void clock_runs_again() {
        clock.release();
    }

    @Test
    void a_fine_is_imposed_on_the_last_possible_day(Browser browser) {
        desk.at(LocalDate.of(2027, 7, 5), LocalTime.of(9, 0));
        String dossier = register_the_report(browser);
        String tooLate = desk.registered(DECIDED.minusDays(90), DECIDED);
        try (Desk fien = new Desk(browser, port, "fien")) {
            fien.openTask(dossier, "Opportuniteit beoordelen");
            fien.tick("Heeft een geldboete zin?", "Ja, de betrokkene wordt eerst gehoord");
            fien.type("Waarom?", "Er werd voor zestig cheques niet gewerkt.");
            look(fien, "opportuniteit");
            fien.send("Bewaar uw oordeel");
        }
        desk.heardInVain(tooLate);
        desk.at(LocalDate.of(2028, 2, 24), LocalTime.of(9, 0));
        desk.amount(tooLate, "400");
        desk.readyToSign(tooLate);
        determine_the_amount(browser, dossier);
        try (Desk joke = new Desk(browser, port, "joke")) {
            joke.openTask(dossier, "Beslissing juridisch nazien");
            joke.tick("Gaat u akkoord?", "Ja, klaar om te ondertekenen");
            joke.send("Bevestig uw nazicht");
        }
        desk.at(LAST, LocalTime.of(15, 0));
        read_the_register(browser, dossier);
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
            els.type("Afgegeven op de post op", "29/02/2028");
            els.type("Zendingsnummer", "RA123456789BE");
            els.send("Registreer de zending");
        }
        jobs.run();
        assertThat(fines.get(dossier).imposed()).hasValueSatisfying(entry -> assertThat(entry.valuedOn()).isEqualTo(LAST));

        desk.atWithoutJobs(LAST.plusDays(1), LocalTime.of(8, 30));
        try (Desk karel = new Desk(browser, port, "karel")) {
            karel.open("ondertekenen?dossier=" + tooLate, "Ondertekenen");
            karel.press("Onderteken\u2026");
            karel.press("Onderteken");
            karel.sees("De laatste dag was dinsdag 29 februari 2028.");
            shot(karel, "te-laat");
        }
        jobs.run();
        collect(browser, dossier, tooLate);
    }

    private String register_the_report(Browser browser) {
        try (Desk fien = new Desk(browser, port, "fien")) {
            fien.open("geldboetes", "Administratieve geldboetes");
            fien.press("Proces-verbaal registreren");
            fien.page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Proces-verbaal registreren").setLevel(1)).waitFor();
            fien.press("Registreer");
            fien.sees("Vul het nummer van het proces-verbaal in, met hoogstens 60 tekens.");
            look(fien, "registreren-fout");
            fien.type("Nummer van het proces-verbaal", "AN.69.F1.009001/27");
            fien.type("Datum van het proces-verbaal", "12/04/2027");
            fien.type("Ondernemingsnummer", EnterpriseNumber.format(InventedApplications.make(3_900, DECIDED, true).undertaking().enterpriseNumber()));
            fien.type("Naam", "Strijkhuis Dender bv");
            fien.page.getByLabel("Inbreuken").first().click();
            fien.page.getByRole(AriaRole.OPTION).first().click();
            fien.page.keyboard().press("Escape");
            fien.type("Wat is er vastgesteld?", "Voor zestig dienstencheques is geen werk bewezen.");
            fien.type("Dag waarop het parket besliste om niet te vervolgen", "30/06/2027");
            fien.press("Registreer");
            fien.page.waitForURL(Pattern.compile(".*/dossier/DC-AGB-.*"));
            Matcher number = Pattern.compile("DC-AGB-2027-\\d{5}").matcher(fien.url());
            assertThat(number.find()).isTrue();
            String dossier = number.group();
            fien.open("dossier/" + dossier + "?deel=fine-title");
            assertThat(fien.page.locator(".dw-fine-day")).hasText("dinsdag 29 februari 2028");
            fien.sees("nog 239 dagen");
            look(fien, "dossier");
            return dossier;
        }
    }

    private void determine_the_amount(Browser browser, String dossier) {
        try (Desk fien = new Desk(browser, port, "fien")) {
            fien.openTask(dossier, "Bedrag bepalen");
            fien.choose("Niveau van de inbreuk", "Niveau 3");
            fien.type("Bedrag van de geldboete in euro", "5000");
            fien.type("Waarom dit bedrag?", "De onderneming deed dit al eens.");
            fien.press("Bewaar het bedrag");
            fien.sees("Op dit niveau ligt het bedrag tussen 400,00 euro en 4.000,00 euro.");
            look(fien, "bedrag");
            fien.type("Bedrag van de geldboete in euro", "1500");
            fien.send("Bewaar het bedrag");
            fien.openTask(dossier, "Beslissing opstellen");
            fien.send("Leg voor aan de jurist");
        }
    }

    private void read_the_register(Browser browser, String dossier) {
        for (int width : new int[] {390, 1366}) {
            try (Desk fien = new Desk(browser, port, "fien", width, width == 390 ? 844 : 768)) {
                fien.open("geldboetes?q=" + dossier, "Administratieve geldboetes");
                fien.sees("29/02/2028");
                fien.sees("vandaag de laatste dag");
                shot(fien, "register-" + width);
                assertThat(fien.accessibilityFaults()).as("register at " + width).isEmpty();
            }
        }
    }

    private void collect(Browser browser, String dossier, String tooLate) {
        try (Desk nele = new Desk(browser, port, "nele", 390, 844)) {
            nele.open("dossier/" + tooLate + "?deel=fine-title");
            nele.sees("De uiterste dag was dinsdag 29 februari 2028.");
            nele.open("dossier/" + dossier + "?deel=fine-title");
            nele.sees("De geldboete werd opgelegd op dinsdag 29 februari 2028.");
            nele.page.getByText("Acties", new Page.GetByTextOptions().setExact(true)).first().click();
            nele.page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Betaling noteren").setExact(true)).click();
            Locator dialog = nele.page.getByRole(AriaRole.DIALOG);
            Desk.type(dialog.getByLabel("Bedrag (euro)"), "1500");
            shot(nele, "betaling-390");
            dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Noteer").setExact(true)).click();
            nele.sees("Nog te betalen: \u20ac 0,00");
            shot(nele, "betaald-390");
        }
        assertThat(fines.register(false, dossier)).singleElement().satisfies(line -> assertThat(line.outcome()).isEqualTo("BETAALD"));
        assertThat(fines.register(false, tooLate)).singleElement().satisfies(line -> assertThat(line.outcome()).isEqualTo("TERMIJN_VERSTREKEN"));
    }

    /** Nothing that axe finds, at the desk and on a phone; a picture of each. */
    private static void look(Desk desk, String name) {
        for (Map.Entry<Integer, Integer> size : Map.of(390, 844, 1366, 768).entrySet().stream().sorted(Map.Entry.comparingByKey()).toList()) {
            desk.page.setViewportSize(size.getKey(), size.getValue());
            desk.page.waitForTimeout(400);
            assertThat(desk.accessibilityFaults()).as(name + " at " + size.getKey()).isEmpty();
            shot(desk, name + "-" + size.getKey());
        }
    }

    private static void shot(Desk desk, String name) {
        desk.picture(new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + ".png")).setFullPage(true));
    }
}
