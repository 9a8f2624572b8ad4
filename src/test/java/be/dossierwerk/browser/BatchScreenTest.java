package be.dossierwerk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.WithRounds;
import be.dossierwerk.shared.MovableClock;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A team lead selects, looks, starts and follows a batch; a handler reads it on a phone. */
@BrowserTest
@WithRounds
class BatchScreenTest {

    private static final LocalDate TODAY = LocalDate.of(2029, 3, 5);
    private static final List<String> NUMBERS = List.of("0299999719", "0299999620", "0299999521");

    @LocalServerPort private int port;
    @Autowired private MovableClock clock;
    @Autowired private JdbcClient jdbc;

    @BeforeEach
    void three_silent_undertakings_in_a_year_of_figures() {
        clock.moveTo(ZonedDateTime.of(TODAY.atTime(9, 0), MovableClock.BRUSSELS));
        for (int i = 0; i < NUMBERS.size(); i++) {
            jdbc.sql("""
                    insert into dossier (number, procedure, subject, enterprise_number, municipality, source, received_on, registered_at, state, outcome, closed_on)
                    values (?, 'erkenning', ?, ?, 'Gent', 'PAPIER', '2020-01-01', now(), 'GESLOTEN', 'ERKEND', '2020-01-01') on conflict do nothing""")
                    .params("DC-SCH-2020-0000" + i, "Scherm " + i + " bv", NUMBERS.get(i)).update();
            jdbc.sql("""
                    insert into recognition (dossier, enterprise_number, name, municipality, kind, application, status, recognition_number, recognised_on)
                    values (?, ?, ?, 'Gent', 'EERSTE', '{}', 'ERKEND', ?, '2020-01-01') on conflict do nothing""")
                    .params("DC-SCH-2020-0000" + i, NUMBERS.get(i), "Scherm " + i + " bv", "VSCH" + i).update();
        }
        long file = jdbc.sql("""
                insert into activity_import (file_name, sha256, received_at, received_by, received_by_name, rows, accepted, rejected, months, replaced, status)
                values ('scherm.csv', repeat('a', 64), now(), 'nele', 'Nele Hermans', 12, 12, 0, '{}', '{}', 'VOLLEDIG') returning id""").query(Long.class).single();
        int row = 2;
        for (YearMonth month = YearMonth.from(TODAY).minusMonths(12); month.isBefore(YearMonth.from(TODAY)); month = month.plusMonths(1)) {
            jdbc.sql("insert into activity_month (import, file_row, enterprise_number, month, vouchers, amount) values (?, ?, '0299999422', ?, 10, 266.70)")
                    .params(file, row++, month.atDay(1)).update();
        }
    }

    @AfterEach
    void clock_runs_again() {
        clock.release();
    }

    @Test
    void a_batch_is_selected_looked_at_started_and_followed(Browser browser) {
        String batch;
        try (Desk tom = new Desk(browser, port, "tom")) {
            tom.open("reeksen", "Reeksen");
            tom.page.waitForLoadState(LoadState.NETWORKIDLE);
            assertThat(tom.accessibilityFaults()).isEmpty();
            tom.press("Selecteer");
            tom.page.waitForURL(url -> url.matches(".*/reeksen/[0-9]+"));
            batch = tom.url().replaceAll(".*/", "");
            // Undertakings of other tests have no figures here either.
            jdbc.sql("delete from withdrawal_batch_item where batch = ? and not enterprise_number = any(?)").params(Long.valueOf(batch), NUMBERS.toArray(String[]::new)).update();

            tom.open("reeksen/" + batch, "Inactief van maart 2028 tot en met februari 2029");
            tom.sees("Er kunnen 3 dossiers starten.");
            tom.press("Neem uit de reeks: Scherm 2 bv");
            tom.type("Reden", "Zij start volgende maand.");
            tom.page.locator("vaadin-dialog-overlay").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Neem uit de reeks")).click();
            tom.sees("Uit de reeks: Zij start volgende maand.");

            tom.press("Start 2 dossiers");
            tom.page.locator("vaadin-dialog-overlay").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Start 2 dossiers")).click();
            tom.page.getByText("Dossiers starten, gevraagd door Tom Willems: 2 van 2 gedaan, 0 geweigerd.").waitFor(new Locator.WaitForOptions().setTimeout(60_000));
            assertThat(tom.page.locator(".dw-batch-files li").filter(new Locator.FilterOptions().setHasText("Aangekondigd, wacht op reactie"))).hasCount(2);
            tom.page.waitForLoadState(LoadState.NETWORKIDLE);
            assertThat(tom.accessibilityFaults()).isEmpty();
        }
        try (Desk an = new Desk(browser, port, "an", 390, 844)) {
            an.open("reeksen/" + batch + "?stand=AANGEKONDIGD", "Inactief van maart 2028 tot en met februari 2029");
            assertThat(an.page.locator(".dw-batch-files li")).hasCount(2);
            assertThat(an.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Neem uit de reeks"))).hasCount(0);
            an.page.waitForLoadState(LoadState.NETWORKIDLE);
            assertThat(an.accessibilityFaults()).isEmpty();
            an.fits();
        }
    }
}
