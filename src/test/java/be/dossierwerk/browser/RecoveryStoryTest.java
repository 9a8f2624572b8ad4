package be.dossierwerk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.alert.DeliverAlerts;
import be.dossierwerk.deposit.Deposits;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.recovery.ComputeRecovery;
import be.dossierwerk.recovery.Recoveries;
import be.dossierwerk.recovery.VoucherLine;
import be.dossierwerk.recovery.WatchRecoveries;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.MovableClock;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A recovery on the screen: calculated by the handler, paid in part, with the deposit, and the deposit settled by the bookkeeper. */
@BrowserTest
class RecoveryStoryTest {

    private static final LocalDate TODAY = LocalDate.of(2024, 3, 12);
    /** Of this story alone: what another test left unpaid would be paid with its deposit. */
    private static final String UNDERTAKING = "0590000718";
    private static final String CALCULATION = "?deel=recovery-title";
    private static final String DEPOSIT = "?deel=deposit-title";

    @LocalServerPort private int port;
    @Autowired private DemoPeople people;
    @Autowired private CurrentActor currentActor;
    @Autowired private Dossiers dossiers;
    @Autowired private Deposits deposits;
    @Autowired private Recoveries recoveries;
    @Autowired private ComputeRecovery computeRecovery;
    @Autowired private WatchRecoveries watchRecoveries;
    @Autowired private DeliverAlerts deliverAlerts;
    @Autowired private DueJobs jobs;
    @Autowired private MovableClock clock;

    @AfterEach
    void clock_runs_again() {
        clock.release();
    }

    @Test
    void calculated_paid_called_on_the_deposit_and_settled(Browser browser) {
        jobs.byHand();
        clock.moveTo(ZonedDateTime.of(TODAY.atTime(9, 0), MovableClock.BRUSSELS));
        String dossier = currentActor.as(people.actor("an"), () -> {
            String number = dossiers.open(new Dossiers.NewDossier("erkenning", "ERK", "Poets en Plooi bv", UNDERTAKING, "Gent", "AMBTSHALVE", TODAY, "an", null));
            deposits.received(new Deposits.Payment(number, UNDERTAKING, new BigDecimal("25000"), TODAY.minusDays(1), "DCK-1"));
            recoveries.open(number, UNDERTAKING);
            return number;
        });
        try (Desk an = new Desk(browser, port, "an", 390, 844)) {
            an.open("dossier/" + dossier + CALCULATION);
            an.sees("Er is nog geen berekening.");
            act(an, "Terugvordering berekenen");
            Locator dialog = an.page.getByRole(AriaRole.DIALOG);
            button(dialog, "Bereken").click();
            assertThat(dialog).containsText("Vul een aantal cheques in van 1 tot 1.000.000.");
            assertThat(an.accessibilityFaults()).isEmpty();
            an.choose(dialog.getByLabel("Maand"), "05/2020");
            dialog.getByLabel("Aantal cheques").fill("100");
            Desk.type(dialog.getByLabel("Bewijs"), "Geen prestaties gevonden");
            button(dialog, "Bereken").click();
            an.sees("De terugvordering is berekend. Er is nog geen beslissing.");
            assertThat(an.page.locator(".dw-card-table").first()).containsText("€ 14,36 per cheque, samen € 1.436,00");
            assertThat(an.accessibilityFaults()).isEmpty();
        }
        recoveries.decided(new BigDecimal("2336.00"), dossier);
        try (Desk nele = new Desk(browser, port, "nele")) {
            nele.open("dossier/" + dossier + CALCULATION);
            nele.sees("Nog te betalen: € 2.336,00");
            act(nele, "Geld noteren");
            Locator dialog = nele.page.getByRole(AriaRole.DIALOG);
            Desk.type(dialog.getByLabel("Bedrag (euro)"), "336,00");
            button(dialog, "Noteer").click();
            nele.sees("Nog te betalen: € 2.000,00");
            act(nele, "Geld noteren");
            nele.choose(dialog.getByLabel("Boeking"), "Betaald met de waarborg");
            Desk.type(dialog.getByLabel("Bedrag (euro)"), "2000");
            button(dialog, "Noteer").click();
            nele.sees("Alles is betaald.");
            nele.open("dossier/" + dossier + DEPOSIT);
            nele.sees("Saldo: € 23.000,00");
            act(nele, "Waarborg afrekenen");
            nele.choose(dialog.getByLabel("Hoe eindigt het dossier?"), "De onderneming stopt vrijwillig");
            Desk.type(dialog.getByLabel("Schuld bij de RSZ (euro)"), "500,50");
            nele.sees("Verdeling: € 500,50 voor de RSZ, € 22.499,50 voor de onderneming.");
            assertThat(nele.accessibilityFaults()).isEmpty();
            dialog.getByLabel("Reden").fill("De onderneming vroeg zelf om te stoppen");
            button(dialog, "Reken af").click();
            nele.sees("De waarborg is vrijgegeven aan de onderneming.");
            assertThat(nele.accessibilityFaults()).isEmpty();
        }
        assertThat(recoveries.balance(dossier)).isEqualTo("0.00");
        assertThat(deposits.of(dossier).orElseThrow().balance()).isEqualTo("0.00");
    }

    @Test
    void who_can_stop_the_limitation_reads_it_among_the_alerts(Browser browser) {
        jobs.byHand();
        clock.moveTo(ZonedDateTime.of(TODAY.atTime(9, 0), MovableClock.BRUSSELS));
        String dossier = currentActor.as(people.actor("an"), () -> {
            String number = dossiers.open(new Dossiers.NewDossier("terugvordering", "TER", "Poets en Plooi bv", "0590000223", "Gent", "AMBTSHALVE", TODAY, "an", null));
            recoveries.open(number, "0590000223");
            computeRecovery.compute(number, List.of(new VoucherLine(YearMonth.of(2020, 5), 100, false, "Geen prestaties gevonden")));
            return number;
        });
        recoveries.decided(new BigDecimal("2336.00"), dossier);
        clock.moveTo(ZonedDateTime.of(TODAY.withMonth(12).withDayOfMonth(3).atTime(9, 0), MovableClock.BRUSSELS));
        watchRecoveries.look();
        deliverAlerts.deliverDue();
        try (Desk joke = new Desk(browser, port, "joke", 390, 844)) {
            joke.open("meldingen", "Meldingen");
            Locator alert = joke.page.locator(".dw-alerts li", new Page.LocatorOptions().setHasText(dossier));
            assertThat(alert).containsText("Deze terugvordering verjaart op donderdag 1 mei 2025. Er staat nog 2.336,00 euro open.");
            assertThat(alert.getByText("Waarom deze datum?")).hasCount(0);
            assertThat(joke.accessibilityFaults()).isEmpty();
            alert.getByText(dossier, new Locator.GetByTextOptions().setExact(true)).click();
            joke.page.waitForURL("**/dossier/" + dossier + "**");
            joke.sees("Poets en Plooi bv");
        }
    }

    private static void act(Desk desk, String action) {
        desk.page.getByText("Acties", new Page.GetByTextOptions().setExact(true)).first().click();
        desk.page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(action).setExact(true)).click();
    }

    private static Locator button(Locator in, String name) {
        return in.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
