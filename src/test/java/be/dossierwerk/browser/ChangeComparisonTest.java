package be.dossierwerk.browser;

import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.engine.PublishedDiagrams;
import be.dossierwerk.procedurechange.SaveChangeDraft;
import be.dossierwerk.procedurechange.StartChange;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.MovableClock;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A manager sees what a draft changes in a table, tries it on test rows, and which dossiers it would have decided differently. */
@BrowserTest
class ChangeComparisonTest {

    private static final String INBREUK = "bpmn/inbreukdossier/inbreukdossier.bpmn";
    private static final String SEVERITY = "bpmn/inbreukdossier/inbreuk-ernst.dmn";

    @LocalServerPort private int port;
    @Autowired private StartChange startChange;
    @Autowired private SaveChangeDraft save;
    @Autowired private PublishedDiagrams published;
    @Autowired private CurrentActor currentActor;
    @Autowired private DemoPeople people;
    @Autowired private MovableClock clock;
    @Autowired private DueJobs jobs;
    @Autowired private JdbcClient jdbc;

    @AfterEach
    void clock_runs_again() {
        clock.release();
    }

    @Test
    void a_table_is_compared_and_tried(Browser browser) {
        jobs.byHand();
        clock.moveTo(ZonedDateTime.of(2027, 6, 1, 9, 0, 0, 0, MovableClock.BRUSSELS));
        jdbc.sql("delete from decision_evaluation where decision = 'inbreuk-ernst'").update();
        jdbc.sql("""
                insert into decision_evaluation (dossier, decision, facts, answers, at)
                select 'DC-INB-2027-' || lpad((80000 + n)::text, 5, '0'), 'inbreuk-ernst', jsonb_build_object('code', 'I02', 'aandeel', n, 'bedrag', 0, 'herhaling', false,
                       'grensAandeel', 10, 'grensBedrag', 25000, 'grensSchuld', 2500), jsonb_build_array(jsonb_build_object('ernst', case when n > 10 then 'ZWAAR' else 'LICHT' end)), ?
                from generate_series(1, 30) n""").param(ZonedDateTime.of(2027, 3, 1, 9, 0, 0, 0, MovableClock.BRUSSELS).toOffsetDateTime()).update();
        String change = currentActor.as(people.actor("pieter"), () -> {
            String number = startChange.start("Strenger bij weinig werk", "Vijf procent is al veel.", INBREUK);
            edit(number, SEVERITY, "<text>&gt; grensAandeel</text>", "<text>&gt;= 5</text>");
            return number;
        });
        try (Desk desk = new Desk(browser, port, "pieter")) {
            desk.open("wijziging/" + change, "Strenger bij weinig werk");
            desk.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Vergelijking").setExact(true)).click();
            desk.sees("kolom \u2018Aandeel zonder werk, in procent\u2019: voortaan >= 5 in plaats van > grensAandeel.");
            look(desk, "vergelijking");

            desk.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Proefrijen").setExact(true)).click();
            desk.sees("Wijkt af: zwaar");
            desk.press("Nieuwe proefrij: Beslissingstabel \u2018Ernst van een inbreuk\u2019");
            Locator dialog = desk.page.locator("vaadin-dialog-overlay");
            dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Bewaar").setExact(true)).click();
            desk.sees("Vul minstens \u00e9\u00e9n gegeven in dat de tabel kent.");
            desk.type("Naam", "Vijf procent");
            desk.choose("Inbreuk", "I02");
            desk.type("Aandeel zonder werk, in procent", "5");
            desk.choose("Verwacht antwoord", "zwaar");
            desk.page.keyboard().press("Escape");
            dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Bewaar").setExact(true)).click();
            desk.sees("De proefrij is bewaard.");
            desk.page.getByRole(AriaRole.CELL, new Page.GetByRoleOptions().setName("Vijf procent").setExact(true)).first().waitFor();
            desk.press("Probeer op vroegere dossiers: Beslissingstabel \u2018Ernst van een inbreuk\u2019");
            desk.sees("Deze 6 dossiers zouden anders uitvallen.");
            desk.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("DC-INB-2027-80005").setExact(true)).waitFor();
            look(desk, "proefrijen");
        }
    }

    private void edit(String change, String path, String from, String to) {
        save.save(change, path, text(change, path).replace(from, to).getBytes(StandardCharsets.UTF_8), head(change, path), "Gewijzigd");
    }

    private String text(String change, String path) {
        return jdbc.sql("""
                select convert_from(f.content, 'UTF8') from draft_head h join draft_revision r on r.id = h.revision join draft_file f on f.hash = r.content
                where h.change = ? and h.path = ?""").params(change, path).query(String.class).optional().orElseGet(() -> published.current().text(path).orElseThrow());
    }

    private Long head(String change, String path) {
        return jdbc.sql("select revision from draft_head where change = ? and path = ?").params(change, path).query(Long.class).optional().orElse(null);
    }

    private static void look(Desk desk, String name) {
        desk.page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/wijziging-" + name + "-1366.png")).setFullPage(true));
        desk.page.setViewportSize(390, 844);
        desk.page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/wijziging-" + name + "-390.png")).setFullPage(true));
        desk.page.setViewportSize(1366, 768);
        desk.look("wijziging-" + name);
    }
}
