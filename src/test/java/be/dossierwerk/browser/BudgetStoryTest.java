package be.dossierwerk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.trainingbudget.BudgetOverview;
import be.dossierwerk.trainingbudget.Budgets;
import be.dossierwerk.withdrawal.RecognisedFixture;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ViewportSize;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * The budget of a January on the screens: voucher figures, amounts, proposal, review and commitment number, the letters, a newcomer of the second quarter,
 * an undertaking with 1 999 vouchers that gets nothing and reads why, and what finance sees of it all on a wide screen and on a phone.
 */
@BrowserTest
class BudgetStoryTest {

    private static final int YEAR = 2043;
    /** A Wednesday. */
    private static final LocalDate JANUARY = LocalDate.of(YEAR, 1, 7);
    private static final int FROM = RecognisedFixture.reserve(10);
    private static final int BIG = FROM;
    private static final int SMALL = FROM + 1;
    private static final int NEW = FROM + 2;
    private static final String BIG_NAME = "Januari Groot bv";
    private static final String SMALL_NAME = "Januari Klein bv";
    private static final String NEW_NAME = "Januari Nieuw bv";
    private static final int TALL_PIXELS = 1_500;
    private static final String CLAIM = "DC-OFT-2043-90001";

    @LocalServerPort private int port;
    @Autowired private BudgetOverview overview;
    @Autowired private Budgets budgets;
    @Autowired private Dossiers dossiers;
    @Autowired private CurrentActor currentActor;
    @Autowired private DemoPeople people;
    @Autowired private DueJobs jobs;
    @Autowired private MovableClock clock;
    @Autowired private JdbcClient jdbc;
    @Autowired @Qualifier("budgetLetters") private Object letters;

    private String dossier;

    @BeforeEach
    void three_undertakings_of_which_one_cannot_be_written_to() {
        jobs.byHand();
        on(JANUARY);
        undertaking(BIG, BIG_NAME, LocalDate.of(2020, 1, 1));
        undertaking(SMALL, SMALL_NAME, LocalDate.of(2020, 1, 1));
        jdbc.sql("""
                insert into recognition (dossier, enterprise_number, name, municipality, kind, application, status, recognition_number, recognised_on)
                values ('JANUARI-ZONDER-DOSSIER', ?, 'Januari Zonder Dossier bv', 'Gent', 'EERSTE', '{}', 'ERKEND', 'VJANUARI0', '2020-01-01')""")
                .param(RecognisedFixture.number(FROM + 9)).update();
    }

    @AfterEach
    void clock_runs_again() {
        clock.release();
    }

    @Test
    void the_january_budget_from_the_figures_to_a_newcomer(Browser browser) throws Exception {
        figures_and_amounts(browser);
        proposal(browser);
        review(browser);
        letters(browser);
        told_why_it_gets_nothing(browser);
        newcomer(browser);
        finance_overview(browser);
        overview_on_a_phone(browser);
    }

    private void figures_and_amounts(Browser browser) {
        String rows = IntStream.rangeClosed(1, 12).mapToObj(month -> row(BIG, month, 3_000) + row(SMALL, month, month < 12 ? 166 : 173)).collect(Collectors.joining());
        try (Desk nele = new Desk(browser, port, "nele")) {
            nele.open("activiteit", "Chequeactiviteit");
            nele.page.locator("vaadin-upload input[type=file]").setInputFiles(new FilePayload("2042.csv", "text/csv",
                    ("erkenningsnummer;ondernemingsnummer;maand;aantal;bedrag\n" + rows).getBytes(StandardCharsets.UTF_8)));
            nele.sees("\"2042.csv\" is ingelezen. 24 rijen: 24 aanvaard, geen afgewezen.");
            nele.open("bedragen?dag=2043-01-01", "Bedragen en grenzen");
            record(nele, "Totaal budget van het jaar", "1000000");
            record(nele, "Reserve voor nieuwe ondernemingen", "60000");
            picture(nele, "bedragen");
            assertThat(nele.accessibilityFaults()).isEmpty();
        }
    }

    private void proposal(Browser browser) {
        try (Desk tom = new Desk(browser, port, "tom")) {
            tom.open("opleidingsbudgetten", "Opleidingsbudgetten");
            tom.press("Start het opleidingsbudget van 2043");
            tom.page.waitForURL(Pattern.compile(".*/dossier/DC-OFB-2043-[0-9]{5}.*"));
            dossier = tom.url().replaceAll(".*/dossier/(DC-OFB-2043-[0-9]{5}).*", "$1");
            tom.openTask(dossier, "Verdeling voorstellen");
            assertThat(tom.field("Op welke dag moeten de ondernemingen erkend zijn?")).hasValue("07/01/2043");
            picture(tom, "voorstellen");
            tom.send("Bereken en leg voor aan de boekhouding");
            tom.open("opleidingsbudgetten?jaar=2043&q=Januari", "Opleidingsbudgetten");
            tom.sees("Voorstel voor 2043, versie 1");
            tom.sees("Uw onderneming kreeg in 2042 1.999 dienstencheques uitbetaald. Een aandeel is er vanaf 2.000 dienstencheques. Daarom is er in 2043 geen opleidingsbudget voor u.");
            // Of 940 000 euro, 36 000 of 37 999 vouchers.
            tom.sees("€ 890.549,75");
            tom.press("Reken deze verdeling na");
            tom.page.getByText(Pattern.compile("Nagerekend: de bedragen van de [0-9.]+ ondernemingen kloppen tot op de cent\\.")).first().waitFor();
            picture(tom, "voorstel");
            assertThat(tom.accessibilityFaults()).isEmpty();
        }
    }

    private void review(Browser browser) {
        try (Desk nele = new Desk(browser, port, "nele")) {
            nele.openTask(dossier, "Verdeling nazien en vastleggen");
            nele.tick("Klopt de verdeling?", "Ja, leg het budget vast");
            nele.type("Vastleggingsnummer", "VAK-2043-15");
            picture(nele, "nazien");
            nele.send("Bewaar uw nazicht");
            nele.open("opleidingsbudgetten?jaar=2043", "Opleidingsbudgetten");
            nele.sees("met vastleggingsnummer VAK-2043-15");
        }
    }

    /** They go out in the background; the one of whoever has no dossier fails, and a person says that it was sent. */
    private void letters(Browser browser) {
        until("letters", () -> overview.letters(YEAR).waiting() == 0 && overview.letters(YEAR).failed() > 0);
        until("task", () -> jdbc.sql("select count(*) from inbox_row where dossier = ? and task_key = 'UserTask_BrievenNazien'").param(dossier).query(Integer.class).single() == 1);
        try (Desk nele = new Desk(browser, port, "nele")) {
            nele.open("opleidingsbudgetten?jaar=2043&q=Januari", "Opleidingsbudgetten");
            nele.sees("Januari Zonder Dossier bv");
            picture(nele, "brieven");
            nele.openTask(dossier, "Mislukte brieven nazien");
            nele.tick("Wat gebeurt er met deze brieven?", "Ik heb ze zelf verstuurd");
            nele.type("Hoe en wanneer zijn ze verstuurd?", "Aangetekend op 7 januari.");
            nele.send("Bewaar uw keuze");
        }
        until("end", () -> jdbc.sql("select closed_on is not null from dossier where number = ?").param(dossier).query(Boolean.class).single());
    }

    private void told_why_it_gets_nothing(Browser browser) throws Exception {
        String why = "Uw onderneming kreeg in 2042 1.999 dienstencheques uitbetaald. Een aandeel is er vanaf 2.000 dienstencheques.";
        try (Desk an = new Desk(browser, port, "an")) {
            an.open("dossier/" + RecognisedFixture.dossier(SMALL) + "?deel=tijdlijn", SMALL_NAME);
            an.sees("Voor 2043 kreeg de onderneming geen opleidingsbudget.");
            an.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Opleidingsbudget").setExact(true)).click();
            an.sees("Budget van 2043: nog € 0,00");
            an.sees(why);
            picture(an, "dossier");
        }
        assertThat(printed(RecognisedFixture.dossier(SMALL))).contains("In 2043 heeft uw onderneming geen budget bij het opleidingsfonds", why);
        assertThat(printed(RecognisedFixture.dossier(BIG))).contains("tot 890.549,75 euro terugkrijgen", "× 36.000 ÷ 37.999 cheques");
    }

    private void newcomer(Browser browser) {
        on(LocalDate.of(YEAR, 5, 14));
        undertaking(NEW, NEW_NAME, LocalDate.of(YEAR, 4, 1));
        try (Desk nele = new Desk(browser, port, "nele")) {
            nele.open("opleidingsbudgetten?jaar=2043", "Opleidingsbudgetten");
            nele.sees("Een nieuwe onderneming wacht op een budget: Januari Nieuw bv.");
            nele.press("Geef nieuwe ondernemingen hun budget");
            nele.sees("Een nieuwe onderneming kreeg haar budget.");
            nele.sees("Niet verdeeld: € 59.250,00 van de reserve voor nieuwe ondernemingen");
        }
        until("letter of the newcomer", () -> jdbc.sql("select count(*) from letter where dossier = ? and kind = 'budgetbrief'").param(RecognisedFixture.dossier(NEW))
                .query(Integer.class).single() == 1);
    }

    private void finance_overview(Browser browser) throws Exception {
        currentActor.as(people.actor("an"), () -> budgets.commit(RecognisedFixture.number(BIG), YEAR, CLAIM, new BigDecimal("1250.50")));
        try (Desk nele = new Desk(browser, port, "nele")) {
            nele.open("werk", "Mijn werk");
            nele.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Stand opleidingsfonds")).first().click();
            nele.page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Overzicht van het opleidingsfonds").setLevel(1)).waitFor();
            nele.open("opleidingsbudgetten/overzicht?jaar=2043&q=Januari", "Overzicht van het opleidingsfonds");
            nele.sees("Budget van 2043, vastleggingsnummer VAK-2043-15");
            nele.sees("Volgens de betaalrondes betaalde de bank € 0,00. Dat klopt met wat hier betaald is.");
            nele.sees("€ 891.299,75");
            nele.sees("€ 889.299,25");
            nele.page.waitForLoadState(LoadState.NETWORKIDLE);
            picture(nele, "overzicht");
            assertThat(nele.accessibilityFaults()).isEmpty();
            Download saved = nele.page.waitForDownload(() -> nele.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Bewaar de ondernemingen als CSV")).click());
            assertThat(Files.readString(saved.path())).contains(";Januari Groot bv;" + RecognisedFixture.dossier(BIG) + ";AANDEEL;890549,75;1250,50;0,00;889299,25;1\r\n",
                    ";Januari Nieuw bv;" + RecognisedFixture.dossier(NEW) + ";NIEUW;750,00;0,00;0,00;750,00;0\r\n", ";;Totaal;;;891299,75;1250,50;0,00;890049,25;1\r\n");
            nele.choose("Toon", "Met een aanvraag");
            nele.page.waitForURL(Pattern.compile(".*toon=MET_AANVRAAG.*"));
            // The grid keeps rows that it no longer shows.
            assertThat(nele.page.locator("a:visible").filter(new Locator.FilterOptions().setHasText(SMALL_NAME))).hasCount(0);
            nele.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(BIG_NAME)).click();
            nele.page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(BIG_NAME + ": opleidingsbudget van 2043").setLevel(1)).waitFor();
            nele.sees("(1.000.000,00 euro totaal − 60.000,00 euro reserve) × 36.000 ÷ 37.999 cheques");
            assertThat(nele.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(CLAIM))).hasAttribute("href", "dossier/" + CLAIM);
            picture(nele, "onderneming");
            assertThat(nele.accessibilityFaults()).isEmpty();
        }
        try (Desk els = new Desk(browser, port, "els")) {
            assertThat(els.page.request().get("http://localhost:" + port + "/opleidingsbudgetten/overzicht/2043/ondernemingen.csv").status()).isEqualTo(403);
        }
    }

    /** Paid in these books, while no bank says so: both are shown. */
    private void overview_on_a_phone(Browser browser) {
        currentActor.as(people.actor("an"), () -> budgets.pay(RecognisedFixture.number(BIG), YEAR, CLAIM, new BigDecimal("1250.50")));
        try (Desk lieve = new Desk(browser, port, "lieve", 390, 844)) {
            lieve.open("opleidingsbudgetten/overzicht?jaar=2043&q=Januari", "Overzicht van het opleidingsfonds");
            lieve.sees("Volgens de betaalrondes betaalde de bank € 0,00, maar hier is € 1.250,50 betaald. Er is een aanvraag met een verschil.");
            narrow(lieve, "overzicht");
            lieve.open("opleidingsbudgetten/overzicht/2043/" + RecognisedFixture.number(BIG), BIG_NAME + ": opleidingsbudget van 2043");
            lieve.sees(CLAIM);
            narrow(lieve, "onderneming");
            lieve.open("opleidingsbudgetten?jaar=2043&q=Januari", "Opleidingsbudgetten");
            lieve.sees("met vastleggingsnummer VAK-2043-15");
            narrow(lieve, "budget");
            lieve.open("bedragen?dag=2043-01-01", "Bedragen en grenzen");
            lieve.sees("€ 1.000.000,00");
            narrow(lieve, "bedragen");
        }
    }

    /** The words of the letter, as it is printed. */
    private String printed(String recognition) throws Exception {
        UUID document = jdbc.sql("select document from letter where dossier = ? and kind = 'budgetbrief'").param(recognition).query(UUID.class).single();
        try (var pdf = Loader.loadPDF(dossiers.content(document))) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        }
    }

    private static void narrow(Desk desk, String name) {
        desk.page.waitForLoadState(LoadState.NETWORKIDLE);
        picture(desk, name + "-smal");
        assertThat(desk.accessibilityFaults()).isEmpty();
        desk.fits();
    }

    private static void record(Desk desk, String parameter, String amount) {
        desk.press("Noteer een bedrag of grens");
        Locator dialog = desk.page.locator("vaadin-dialog-overlay");
        desk.choose(dialog.getByLabel("Bedrag of grens", new Locator.GetByLabelOptions().setExact(true)).first(), parameter);
        type(dialog, "Waarde", amount);
        type(dialog, "Geldt vanaf", "01/01/2043");
        type(dialog, "Geldt tot en met", "31/12/2043");
        type(dialog, "Bron", "Begroting 2043");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Noteer een bedrag of grens").setExact(true)).click();
        desk.sees("Genoteerd.");
        assertThat(dialog).hasCount(0);
    }

    private static void type(Locator dialog, String label, String text) {
        Locator field = dialog.getByLabel(label, new Locator.GetByLabelOptions().setExact(true)).first();
        Desk.type(field, text);
    }

    private static String row(int undertaking, int month, int vouchers) {
        return ";%s;2042-%02d;%d;%d,00\n".formatted(RecognisedFixture.number(undertaking), month, vouchers, vouchers * 9);
    }

    /** As the fixture, with an application that has what its letters say. */
    private void undertaking(int n, String name, LocalDate recognised) {
        RecognisedFixture.recognise(jdbc, n, name);
        jdbc.sql("""
                update recognition set recognised_on = ?, application = '{"undertaking": {"street": "Kouter 1", "postalCode": "9000", "municipality": "Gent"},
                                                                          "activities": ["SCHOONMAKEN"], "persons": []}' where dossier = ?""")
                .params(recognised, RecognisedFixture.dossier(n)).update();
    }

    private void until(String what, BooleanSupplier done) {
        long limit = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(limit);
            jobs.run();
            ReflectionTestUtils.invokeMethod(letters, "everyFewSeconds");
            try {
                Thread.sleep(250);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** Tall, because the page scrolls inside its frame. */
    private static void picture(Desk desk, String name) {
        ViewportSize before = desk.page.viewportSize();
        desk.page.setViewportSize(before.width, TALL_PIXELS);
        desk.picture(new Page.ScreenshotOptions().setPath(Path.of("target/budget-" + name + ".png")));
        desk.page.setViewportSize(before.width, before.height);
    }

    private void on(LocalDate day) {
        clock.moveTo(ZonedDateTime.of(day, LocalTime.of(9, 0), MovableClock.BRUSSELS));
        jobs.run();
    }
}
