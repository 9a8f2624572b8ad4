package be.dossierwerk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.inbox.OpenWork;
import be.dossierwerk.parameter.DatedParameter;
import be.dossierwerk.parameter.RecordParameter;
import be.dossierwerk.payment.InventedBank;
import be.dossierwerk.reimbursement.ReimbursementParameter;
import be.dossierwerk.reimbursement.TwoApprovedTrainings;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.InventedPerson;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.trainingbudget.Budgets;
import be.dossierwerk.withdrawal.RecognisedFixture;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.math.BigDecimal;
import java.nio.file.Path;
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
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The whole story on the screens: a claim from filing to the payment that the bank confirms, and the same lesson claimed twice. */
@BrowserTest
@Import(TwoApprovedTrainings.class)
class ReimbursementStoryTest {

    private static final LocalDate RECEIVED = LocalDate.of(2027, 4, 12);
    private static final Path SHOTS = Path.of(System.getProperty("java.io.tmpdir"), "shots-h");
    private static final int N = RecognisedFixture.reserve(1);

    @LocalServerPort private int port;
    @Autowired private DemoPeople people;
    @Autowired private CurrentActor currentActor;
    @Autowired private RecordParameter recordParameter;
    @Autowired private Dossiers dossiers;
    @Autowired private Budgets budgets;
    @Autowired private OpenWork openWork;
    @Autowired private JdbcClient jdbc;
    @Autowired private TransactionTemplate transactions;
    @Autowired private MovableClock clock;
    @Autowired private DueJobs jobs;

    @BeforeEach
    void background_executor_rests() {
        jobs.byHand();
        clock.moveTo(ZonedDateTime.of(RECEIVED, LocalTime.of(9, 0), MovableClock.BRUSSELS));
    }

    @AfterEach
    void everything_runs_again() {
        clock.release();
    }

    @Test
    void a_claim_goes_from_filing_to_the_confirmed_payment_and_the_same_lesson_is_refused(Browser browser) {
        String undertaking = RecognisedFixture.recognise(jdbc, N, "Poets en Plooi bv");
        budget(undertaking);
        record(ReimbursementParameter.LESGEVER_INTERN, "40");
        record(ReimbursementParameter.INDIENEN_DAGEN, "30");
        record(ReimbursementParameter.FACTUUR_MAXIMUM, "400");
        String dossier;
        try (Desk els = new Desk(browser, port, "els")) {
            dossier = file(els);
            els.open("dossier/" + dossier + "?deel=reimbursement-title");
            els.sees("6 uur \u00d7 14,50 euro + 2 uur lesgever \u00d7 40,00 euro = 167,00 euro");
            look(els, "dossier");
            refused_twice(els, dossier);
        }
        decide(browser, dossier);
        pay(browser, dossier);
        jobs.run();
        assertThat(dossiers.get(dossier).outcome()).isEqualTo("GOEDGEKEURD");
        assertThat(budgets.of(undertaking, 2027).orElseThrow().paid(dossier)).isEqualTo("334.00");
        try (Desk ann = new Desk(browser, port, "ann", 390, 844)) {
            ann.open("dossier/" + dossier + "?deel=tijdlijn");
            ann.sees("De bank betaalde 334,00 euro op maandag 12 april 2027.");
            look(ann, "tijdlijn-telefoon");
            ann.open("dossier/" + dossier + "?deel=reimbursement-title");
            ann.sees("An Peeters controleerde de aanvraag: De lijst is getekend.");
            look(ann, "dossier-telefoon");
        }
    }

    /** Two lessons of the same two people; what is forgotten is asked first, and nothing that was typed is lost. */
    private String file(Desk els) {
        els.open("terugbetaling-aanvragen", "Terugbetaling van opleidingen aanvragen");
        els.press("Registreer de aanvraag");
        els.sees("Kies de onderneming die de terugbetaling vraagt.");
        els.sees("Voeg de aanwezigheidslijst toe.");
        els.sees("Les 1, \"Dag van de les\": Vul dit in.");
        look(els, "aanvraag-leeg");
        head(els);
        lesson(els, 1, "OPL-7", "06/04/2027");
        els.press("Voeg een gelijke les toe");
        Locator second = els.page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Les 2").setExact(true));
        Desk.type(second.getByLabel("Dag van de les"), "07/04/2027");
        attach(els);
        look(els, "aanvraag");
        els.send("Registreer de aanvraag");
        els.page.waitForURL(Pattern.compile(".*/dossier/DC-OFT-.*"));
        Matcher number = Pattern.compile("DC-OFT-2027-\\d{5}").matcher(els.url());
        assertThat(number.find()).isTrue();
        return number.group();
    }

    private void refused_twice(Desk els, String dossier) {
        int before = jdbc.sql("select count(*) from dossier").query(Integer.class).single();
        els.open("terugbetaling-aanvragen", "Terugbetaling van opleidingen aanvragen");
        head(els);
        lesson(els, 1, "OPL-7", "07/04/2027");
        attach(els);
        els.press("Registreer de aanvraag");
        els.sees("2 deelnames zijn al gevraagd of betaald. Niets werd genoteerd.");
        els.sees("Les 1, deelnemer 1: Deze persoon volgde op woensdag 7 april 2027 om 09:00 al een les die in dossier " + dossier + " gevraagd is.");
        look(els, "dubbel");
        // A training that nobody approved, in the same form.
        group(els, 1).getByLabel("Code van de opleiding").fill("OPL-8");
        els.press("Registreer de aanvraag");
        els.sees("Les 1, \"Code van de opleiding\": De opleiding \"OPL-8\" is niet goedgekeurd.");
        assertThat(jdbc.sql("select count(*) from dossier").query(Integer.class).single()).isEqualTo(before);
    }

    /** The lawyer finds something: the claim goes back to the check, which is done anew. */
    private void sent_back(Browser browser, String dossier) {
        try (Desk joke = new Desk(browser, port, "joke")) {
            joke.open("dossier/" + dossier);
            joke.page.getByText("Acties", new Page.GetByTextOptions().setExact(true)).first().click();
            joke.page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Terug naar de controle").setExact(true)).click();
            joke.type("Waarom?", "De naam van een deelnemer is onleesbaar.");
            shot(joke, "terug");
            joke.press("Stuur terug");
            joke.sees("De aanvraag wordt opnieuw gecontroleerd.");
        }
    }

    private void decide(Browser browser, String dossier) {
        check(browser, dossier);
        sent_back(browser, dossier);
        check(browser, dossier);
        sign(browser, dossier);
    }

    private void check(Browser browser, String dossier) {
        try (Desk an = new Desk(browser, port, "an")) {
            an.openTask(dossier, "Aanvraag controleren");
            look(an, "controleren");
            an.tick("Wat besluit u uit de bewijsstukken?", "Alle lijnen zijn bewezen");
            an.type("Wat keek u na?", "De lijst is getekend.");
            an.send("Bewaar uw controle");
            an.openTask(dossier, "Beslissing opstellen");
            look(an, "beslissing");
            an.send("Leg voor aan de jurist");
        }
    }

    private void sign(Browser browser, String dossier) {
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
        if (openWork.ofDossier(dossier).stream().anyMatch(row -> row.taskKey().equals("UserTask_ZendingRegistreren"))) {
            try (Desk els = new Desk(browser, port, "els")) {
                els.open("werk?tab=groepen&q=" + dossier);
                els.page.locator("a.dw-task").first().click();
                els.type("Afgegeven op de post op", "12/04/2027");
                els.type("Zendingsnummer", "RA123456789BE");
                els.send("Registreer de zending");
            }
            jobs.run();
        }
    }

    private void pay(Browser browser, String dossier) {
        String run;
        try (Desk nele = new Desk(browser, port, "nele")) {
            nele.open("betaalrondes", "Betaalrondes");
            nele.sees(dossier);
            act(nele, "Bereid een ronde voor");
            nele.page.waitForURL("**/betaalrondes/BET-*");
            run = nele.url().replaceAll("^.*/", "");
        }
        try (Desk tom = new Desk(browser, port, "tom")) {
            tom.open("betaalrondes/" + run, "Betaalronde " + run);
            act(tom, "Keur goed");
            tom.sees("De ronde is goedgekeurd.");
        }
        try (Desk lieve = new Desk(browser, port, "lieve")) {
            lieve.open("betaalrondes/" + run, "Betaalronde " + run);
            act(lieve, "Geef vrij");
            lieve.sees("De ronde is vrijgegeven.");
        }
        try (Desk nele = new Desk(browser, port, "nele")) {
            nele.open("betaalrondes/" + run, "Betaalronde " + run);
            act(nele, "Verzend naar de bank");
            nele.sees("Het betaalbestand staat klaar voor de bank.");
            nele.open("betaalrondes", "Betaalrondes");
            byte[] statement = new InventedBank(Path.of("nowhere")).statement(InventedBank.debit(dossier + "-B1", "334.00", RECEIVED, "P1"));
            nele.page.locator("vaadin-upload input[type=file]").setInputFiles(new FilePayload("afschrift.xml", "text/xml", statement));
            nele.sees("1 verrichting gelezen.");
        }
    }

    private static void head(Desk els) {
        els.field("Onderneming").fill("VX" + N);
        els.page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Poets en Plooi bv \u00b7 VX" + N + " \u00b7 " + number()).setExact(true)).first().click();
        els.type("Te betalen aan", "Poets en Plooi bv");
        els.type("Rekeningnummer", "BE68 5390 0754 7034");
        els.type("Wie ondertekende de verklaring?", "Leen Verhoeven");
    }

    private static void lesson(Desk els, int position, String training, String day) {
        Locator lesson = group(els, position);
        lesson.getByLabel("Code van de opleiding").fill(training);
        Desk.type(lesson.getByLabel("Dag van de les"), day);
        Desk.type(lesson.getByLabel("Beginuur"), "09:00");
        Desk.type(lesson.getByLabel("Einduur"), "12:00");
        Locator trainer = lesson.getByLabel("Lesgever", new Locator.GetByLabelOptions().setExact(true));
        els.choose(trainer, "Iemand van de onderneming");
        Desk.type(lesson.getByLabel("Aantal uren van de lesgever"), "2");
        Desk.type(lesson.getByLabel("Deelnemers"), person(1) + "; 3; 01/01/2020\n" + person(2) + "; 3; 01/01/2021");
    }

    private static Locator group(Desk els, int position) {
        return els.page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Les " + position).setExact(true));
    }

    private static void attach(Desk els) {
        Locator lists = els.page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Aanwezigheidslijsten").setExact(true));
        lists.locator("input[type=file]").setInputFiles(new FilePayload("lijst.pdf", "application/pdf", InventedApplications.proofOfDeposit("Lijst").content()));
        lists.locator(".dw-application-filelist li").first().waitFor();
    }

    private static String person(int serial) {
        return InventedPerson.nationalNumber(N * 100 + serial);
    }

    private static String number() {
        String digits = RecognisedFixture.number(N);
        return digits.substring(0, 4) + "." + digits.substring(4, 7) + "." + digits.substring(7);
    }

    private static void act(Desk desk, String act) {
        desk.press(act);
        desk.page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(act).setExact(true)).click();
    }

    /** An account with 1 000 euro; how it was shared out is another story. */
    private void budget(String undertaking) {
        transactions.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql("insert into training_account (enterprise_number, year, recognition, basis, sentence, sums, opened_at) values (?, 2027, ?, 'NIEUW', 'Zin', 'Som', now())")
                    .params(undertaking, RecognisedFixture.dossier(N)).update();
            jdbc.sql("insert into training_movement (account, kind, amount, authority, recorded_at, recorded_by, recorded_by_name) select id, 'TOEGEKEND', 1000, ?, now(), 'nele', "
                    + "'Nele Hermans' from training_account where enterprise_number = ?").params(RecognisedFixture.dossier(N), undertaking).update();
        });
    }

    private void record(ReimbursementParameter parameter, String amount) {
        currentActor.as(people.actor("nele"), () -> {
            recordParameter.record(new DatedParameter<>(parameter, new BigDecimal(amount), LocalDate.of(2027, 4, 1), null, "Besluit"));
            return null;
        });
    }

    private static void look(Desk desk, String name) {
        assertThat(desk.accessibilityFaults()).as(name).isEqualTo(List.of());
        var size = desk.page.viewportSize();
        for (int width : List.of(1366, 390)) {
            // High enough to see what one would scroll to.
            desk.page.setViewportSize(width, 2000);
            desk.page.waitForTimeout(300);
            desk.fits();
            shot(desk, name + "-" + width);
        }
        desk.page.setViewportSize(size.width, size.height);
    }

    private static void shot(Desk desk, String name) {
        desk.picture(new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + ".png")).setFullPage(true));
    }
}
