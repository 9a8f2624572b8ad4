package be.dossierwerk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.procedurechange.MoveDesk;
import be.dossierwerk.procedurechange.SaveChangeDraft;
import be.dossierwerk.procedurechange.StartChange;
import be.dossierwerk.shared.MovableClock;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A manager reads what a change does to running dossiers, and how far they followed, at a desk and on a phone. */
@BrowserTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProcedureMoveScreensTest {

    private static final LocalDate DAY = LocalDate.of(2028, 9, 4);

    @LocalServerPort private int port;
    @Autowired private ApplicationContext spring;
    @Autowired private JdbcClient jdbc;
    private String change;
    private String complaint;

    @BeforeAll
    void a_draft_and_dossiers_that_run() {
        MoveDesk desk = new MoveDesk(spring);
        complaint = desk.complaint(DAY);
        desk.send("an", complaint, "UserTask_OntvankelijkheidNagaan", java.util.Map.of("ontvankelijk", "JA"));
        desk.complaint(DAY);
        var set = desk.set(desk.published());
        var proposed = MoveDesk.with(MoveDesk.with(set, MoveDesk.KLACHT, "UserTask_KlachtOnderzoeken", "UserTask_KlachtUitzoeken"), MoveDesk.KLACHT,
                "camunda:formKey=\"klacht/ontvankelijkheid-nagaan\" camunda:candidateGroups=\"dc-dossierbehandelaar\"",
                "camunda:formKey=\"klacht/ontvankelijkheid-nagaan\" camunda:candidateGroups=\"dc-jurist\"");
        change = desk.as("pieter", () -> desk.bean(StartChange.class).start("Juristen kijken eerst", "Zij kennen de regels.", MoveDesk.KLACHT));
        desk.does("pieter", () -> desk.bean(SaveChangeDraft.class).save(change, MoveDesk.KLACHT, proposed.files().get(MoveDesk.KLACHT), null, "Taken gewijzigd"));
    }

    @AfterAll
    void clock_runs_again(@Autowired MovableClock clock) {
        jdbc.sql("delete from procedure_move").update();
        jdbc.sql("delete from procedure_move_run").update();
        clock.release();
    }

    @Test
    void the_consequences_are_computed_and_each_number_opens(Browser browser) {
        for (int width : List.of(1366, 390)) {
            try (Desk desk = new Desk(browser, port, "pieter", width, 844)) {
                desk.open("wijziging/" + change + "?tab=gevolgen", "Juristen kijken eerst");
                desk.press(width == 1366 ? "Bereken de gevolgen" : "Bereken opnieuw");
                desk.sees("Berekend op");
                desk.sees("lopende termijn");
                Locator stays = desk.page.getByRole(AriaRole.BUTTON).filter(new Locator.FilterOptions().setHasText("De stap \"Klacht onderzoeken\" bestaat niet meer"));
                stays.first().press("Enter");
                desk.sees(complaint);
                desk.sees("van Dossierbehandelaar naar Jurist");
                assertThat(desk.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).isEqualTo(true);
                assertThat(desk.accessibilityFaults()).isEmpty();
            }
        }
    }

    @Test
    void the_move_shows_who_stayed_behind_and_can_be_stopped(Browser browser) {
        long run = jdbc.sql("""
                insert into procedure_move_run (change, from_deployment, to_deployment, rollout, author, state, begun_at)
                values (?, 'een', 'geen', 'ALLE', 'pieter', 'GESTOPT', now()) returning id""").param(change).query(Long.class).single();
        jdbc.sql("insert into procedure_move (run, dossier, state, moved_at) select ?, 'DC-KLA-2028-9' || n, 'VERHUISD', now() from generate_series(1, 28) n").param(run).update();
        jdbc.sql("insert into procedure_move (run, dossier, state, reason, facts) values (?, ?, 'ACHTERGEBLEVEN', 'STAP_WEG', '{Klacht onderzoeken}')").params(run, complaint).update();
        jdbc.sql("insert into procedure_move (run, dossier) values (?, 'DC-KLA-2028-99999')").param(run).update();
        for (int width : List.of(1366, 390)) {
            try (Desk desk = new Desk(browser, port, "pieter", width, 844)) {
                desk.open("wijziging/" + change + "?tab=verhuis", "Juristen kijken eerst");
                desk.sees("Gestopt: 28 van 30 dossiers volgen de wijziging");
                desk.sees("1 dossier bleef achter");
                desk.sees("De stap \"Klacht onderzoeken\" bestaat niet meer in de nieuwe versie.");
                assertThat(desk.page.getByRole(AriaRole.BUTTON, new com.microsoft.playwright.Page.GetByRoleOptions().setName("Ga verder")).count()).isEqualTo(1);
                assertThat(desk.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).isEqualTo(true);
                assertThat(desk.accessibilityFaults()).isEmpty();
            }
        }
    }
}
