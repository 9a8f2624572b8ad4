package be.dossierwerk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.payment.InventedBank;
import be.dossierwerk.payment.Payable;
import be.dossierwerk.payment.PayableState;
import be.dossierwerk.payment.Payables;
import be.dossierwerk.payment.PrepareRun;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A payment run on the screen: three people, each click twice, and the bank that answers; what it contradicts is cleared by a person. */
@BrowserTest
class PaymentStoryTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 3, 12);
    private static final Path SHOTS = Path.of("target/betaalrondes");

    @LocalServerPort private int port;
    @Autowired private DemoPeople people;
    @Autowired private CurrentActor currentActor;
    @Autowired private Dossiers dossiers;
    @Autowired private Payables payables;
    @Autowired private PrepareRun prepareRun;
    @Autowired private DueJobs jobs;
    @Autowired private MovableClock clock;
    @Autowired private JdbcClient jdbc;

    private final InventedBank bank = new InventedBank(Path.of("nowhere"));

    @AfterEach
    void clock_runs_again() {
        clock.release();
    }

    @Test
    void prepared_checked_released_sent_and_confirmed(Browser browser) {
        jobs.byHand();
        clock.moveTo(ZonedDateTime.of(TODAY.atTime(9, 0), MovableClock.BRUSSELS));
        nothingElseIsReady();
        String first = granted("Poetsbrigade bv", "0403170701", "1250.50");
        String second = granted("Strijkatelier De Gouden Plooi van Sint-Katelijne-Waver cv", "0431371173", "80.00");
        String third = granted("Poets en Plooi bv", "0403170701", "99.95");
        String run;
        try (Desk nele = new Desk(browser, port, "nele"); Desk tom = new Desk(browser, port, "tom"); Desk tomElsewhere = new Desk(browser, port, "tom", 390, 844)) {
            nele.open("betaalrondes", "Betaalrondes");
            nele.sees("Er zijn 3 betalingen klaar voor een ronde.");
            look(nele, "lijst");
            nele.press("Bereid een ronde voor");
            Locator dialog = nele.page.getByRole(AriaRole.DIALOG);
            assertThat(dialog).containsText("Er wordt nog niets betaald");
            shot(nele, "voorbereiden");
            button(dialog, "Bereid een ronde voor").dblclick();
            nele.page.waitForURL("**/betaalrondes/BET-*");
            run = nele.url().replaceAll("^.*/", "");
            nele.sees("Betaalronde " + run);
            nele.sees("€ 1.430,45");
            nele.sees("Een tweede persoon van de boekhouding, of de teamleider, controleert deze ronde.");
            assertThat(button(nele.page, "Keur goed")).hasCount(0);
            assertThat(button(nele.page, "Trek de ronde in")).hasCount(1);
            assertNoError(nele);
            look(nele, "ronde");

            tom.open("betaalrondes/" + run, "Betaalronde " + run);
            tomElsewhere.open("betaalrondes/" + run, "Betaalronde " + run);
            look(tomElsewhere, "ronde-controle");
            twice(tom, "Keur goed");
            tom.sees("Wacht op vrijgave.");
            assertNoError(tom);
            tomElsewhere.press("Keur goed");
            button(tomElsewhere.page.getByRole(AriaRole.DIALOG), "Keur goed").click();
            tomElsewhere.sees("Betaalronde " + run + " staat ondertussen anders.");
        }
        try (Desk lieve = new Desk(browser, port, "lieve", 390, 844); Desk nele = new Desk(browser, port, "nele")) {
            lieve.open("betaalrondes/" + run, "Betaalronde " + run);
            twice(lieve, "Geef vrij");
            lieve.sees("Klaar om te verzenden.");
            assertNoError(lieve);
            nele.open("betaalrondes/" + run, "Betaalronde " + run);
            twice(nele, "Verzend naar de bank");
            nele.sees("Bij de bank. Beantwoord: 0 van 3.");
            assertNoError(nele);
            look(nele, "ronde-verzonden");

            nele.open("betaalrondes", "Betaalrondes");
            byte[] statement = bank.statement(InventedBank.debit(first + "-B1", "1250.50", TODAY, "P1"), InventedBank.debit(second + "-B1", "80.00", TODAY, "P2"),
                    InventedBank.debit(third + "-B1", "9.95", TODAY, "P3"), InventedBank.debit("HUUR-MAART-2027", "640.00", TODAY, "P4"));
            upload(nele, "afschrift-12-maart.xml", statement);
            nele.sees("4 verrichtingen gelezen. 2 na te kijken.");
            nele.sees("Het bedrag is een ander dan dat van de opdracht. Bel de bank.");
            nele.sees("Het kenmerk is niet van een betaling van ons.");
            look(nele, "verslag");
            upload(nele, "nog-eens.xml", statement);
            nele.sees("Dit bestand is al gelezen");
            upload(nele, "kapot.xml", "<Document".getBytes());
            nele.sees("Dit bestand is niet leesbaar of niet volledig. Er is niets ingelezen.");
            assertThat(button(nele.page, "Klaar uit")).hasCount(0);

            button(nele.page, "Handel af: afschrift-12-maart.xml, 4").click();
            Locator dialog = nele.page.getByRole(AriaRole.DIALOG);
            button(dialog, "Handel af").click();
            assertThat(dialog).containsText("Schrijf waarom.");
            dialog.getByLabel("Wat bleek het te zijn?").fill("De huur van het archief");
            shot(nele, "afhandelen");
            button(dialog, "Handel af").dblclick();
            nele.sees("De verrichting is afgehandeld.");
            assertThat(nele.page.getByText("Verrichtingen zonder betaling")).hasCount(0);
            assertNoError(nele);

            lieve.open("betaalrondes", "Betaalrondes");
            lieve.sees("Eerst uit te klaren");
            look(lieve, "uitklaren");
            button(lieve.page, "Klaar uit: " + third).click();
            dialog = lieve.page.getByRole(AriaRole.DIALOG);
            assertThat(dialog).containsText("het bedrag is een ander dan het bedrag van de opdracht");
            button(dialog, "Noteer als uitgeklaard").click();
            assertThat(dialog).containsText("Schrijf waarom.");
            lieve.choose(dialog.getByLabel("Wat is er gebleken?"), "Toch betaald");
            dialog.getByLabel("Waarom").fill("De bank paste 90 euro bij, mail van 12 maart");
            Desk.type(dialog.getByLabel("Betaald op"), "12/03/2027");
            assertThat(dialog).containsText("Er wordt niet meer betaald en het dossier kan sluiten.");
            assertThat(lieve.accessibilityFaults()).isEmpty();
            shot(lieve, "uitklaren-venster");
            button(dialog, "Noteer als uitgeklaard").dblclick();
            lieve.sees("De tegenstrijdigheid is uitgeklaard.");
            assertThat(lieve.page.getByText("Eerst uit te klaren")).hasCount(0);
            assertNoError(lieve);
            lieve.open("dossier/" + third + "?deel=payment-title");
            lieve.sees("Toch betaald");
            look(lieve, "dossier");

            nele.open("betaalrondes/" + run, "Betaalronde " + run);
            nele.sees("De bank beantwoordde elke betaling.");
            look(nele, "ronde-betaald");
            nele.open("betaalrondes?bankbestand=" + jdbc.sql("select max(id) from payment_bank_file").query(Long.class).single(), "Betaalrondes");
            nele.sees("Afgehandeld door Nele Hermans: De huur van het archief");
            look(nele, "lijst-daarna");
        }
        for (String dossier : List.of(first, second, third)) {
            assertThat(payables.of(dossier).orElseThrow().state()).isEqualTo(PayableState.BETAALD);
        }
        // Two clicks made one round of all three, with one file, and each is paid once.
        String ofThree = "from payment_line l join payment_payable p on p.id = l.payable join payment_run r on r.id = l.run left join payment_file f on f.run = r.id where p.dossier in (?, ?, ?)";
        assertThat(jdbc.sql("select distinct r.number || ' ' || f.message_id " + ofThree).params(first, second, third).query(String.class).list()).singleElement().asString().startsWith(run + " ");
        assertThat(jdbc.sql("select sum(l.amount) " + ofThree + " and l.state = 'BETAALD'").params(first, second, third).query(BigDecimal.class).single()).isEqualTo("1430.45");
    }

    /** What other tests left for a round goes into one of its own: this story counts its own payments. */
    private void nothingElseIsReady() {
        try {
            currentActor.as(people.actor("nele"), () -> prepareRun.prepare(TODAY, List.of()));
        } catch (Refused nothing) {
            assertThat(nothing.key()).isEqualTo("payment.run.nothing");
        }
    }

    private String granted(String name, String enterprise, String amount) {
        return currentActor.as(people.actor("an"), () -> {
            String dossier = dossiers.open(new Dossiers.NewDossier("erkenning", "ERK", name, enterprise, "Gent", "AMBTSHALVE", TODAY, "an", null));
            payables.add(new Payable(dossier, name, "BE43068999999501", new BigDecimal(amount), "Opleiding " + dossier, "de beslissing van 1 maart 2027"));
            return dossier;
        });
    }

    /** A person in a hurry: each button twice. */
    private static void twice(Desk desk, String act) {
        desk.press(act);
        button(desk.page.getByRole(AriaRole.DIALOG), act).dblclick();
    }

    private static void upload(Desk desk, String name, byte[] content) {
        desk.page.locator("vaadin-upload input[type=file]").setInputFiles(new FilePayload(name, "text/xml", content));
    }

    private static void assertNoError(Desk desk) {
        assertThat(desk.page.locator("vaadin-notification-card[theme~=error]")).hasCount(0);
    }

    private static void look(Desk desk, String name) {
        assertThat(desk.accessibilityFaults()).as(name).isEmpty();
        var size = desk.page.viewportSize();
        // High enough to see all of it: the page scrolls inside its frame.
        for (int width : List.of(1366, 390)) {
            desk.page.setViewportSize(width, 2200);
            desk.page.waitForTimeout(300);
            desk.fits();
            shot(desk, name + "-" + width);
        }
        desk.page.setViewportSize(size.width, size.height);
    }

    private static void shot(Desk desk, String name) {
        desk.picture(new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + ".png")).setFullPage(true));
    }

    private static Locator button(Page in, String name) {
        return in.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator button(Locator in, String name) {
        return in.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
