package be.dossierwerk.browser;

import static be.dossierwerk.demo.TypedForms.*;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.WithRounds;
import be.dossierwerk.engine.DiagramSet;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.engine.PublishedDiagrams;
import be.dossierwerk.procedurechange.ChangeDrafts;
import be.dossierwerk.procedurechange.MoveDesk;
import be.dossierwerk.procedurechange.PublishOnDay;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.simulation.SimulationRuns;
import be.dossierwerk.simulation.YearOfRecognitions;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The whole story of a change on the screens: one manager adds a reminder before the committee and gives the check of the conditions to the lawyers, is refused
 * and mends it, weighs it; a second one approves; the day comes, thirty dossiers are moved and one stays behind; and all of it goes back in one action.
 */
@BrowserTest
@WithRounds
class ProcedureChangeStoryTest {

    private static final String TITLE = "Juristen kijken de voorwaarden na";
    /** A Tuesday after the year that is simulated. */
    private static final LocalDate DAY = LocalDate.of(2035, 12, 18);
    private static final String ERKENNING = "bpmn/erkenning/erkenning.bpmn";
    private static final String CHECK = "Voorwaarden beoordelen";
    private static final String REMINDER = "${deadlines.before('T-REC-02', 14, execution.processBusinessKey)}";
    private static final String OTHER_VERSION = "Deze cijfers gaan over een vroegere versie";
    private static final String HEADLINE = ".dw-simulation-headline, .dw-simulation-unsure";

    @LocalServerPort private int port;
    @Autowired private ApplicationContext spring;
    @Autowired private MovableClock clock;
    @Autowired private DueJobs jobs;
    @Autowired private PublishedDiagrams published;
    @Autowired private ChangeDrafts drafts;
    @Autowired private PublishOnDay publishOnDay;
    @Autowired private SimulationRuns runs;
    @Autowired private JdbcClient jdbc;
    @Autowired private TransactionTemplate transactions;

    private MoveDesk desk;
    private DiagramSet before;
    private final List<String> dossiers = new ArrayList<>();
    /** Where work of the product failed, so that it cannot follow. */
    private String failed;
    /** Where An took the check that lawyers will do. */
    private String taken;
    private String noted;
    private String change;
    private String headline;

    @BeforeEach
    void a_tuesday_morning() {
        YearOfRecognitions.make(spring);
        desk = new MoveDesk(spring);
        desk.at(DAY);
        // Changes of other tests may have their day too.
        publishOnDay.sweep();
        jobs.run();
        before = published.current();
        thirtyDossiers();
        clock.moveTo(ZonedDateTime.of(DAY, LocalTime.of(9, 0), MovableClock.BRUSSELS));
    }

    @AfterEach
    void the_product_holds_again() {
        retries(3);
        transactions.executeWithoutResult(on -> published.publish(before, PublishedDiagrams.Source.PRODUCT));
        clock.release();
    }

    @Test
    void a_change_is_drawn_refused_mended_weighed_approved_by_somebody_else_followed_by_dossiers_and_taken_back(Browser browser) {
        draw(browser);
        isRefused(browser);
        mendAndWeigh(browser);
        secondPerson(browser);
        tomorrowComes();
        dossiersFollow(browser);
        lawyerChecks(browser);
        goBack(browser);
    }

    private void draw(Browser browser) {
        try (Desk pieter = new Desk(browser, port, "pieter")) {
            pieter.open("wijzigingen", "Wijzigingen van procedures");
            pieter.press("Procedure wijzigen");
            pieter.press("Begin het ontwerp");
            pieter.sees("Kies welke procedure u wilt wijzigen.");
            pieter.choose("Welke procedure of bouwsteen?", "Erkenning");
            pieter.type("Hoe heet de wijziging?", TITLE);
            pieter.type("Waarom is ze nodig?", "Nota's komen te laat op de zitting en de voorwaarden zijn werk voor juristen.");
            picture(pieter, "begin");
            pieter.press("Begin het ontwerp");
            pieter.page.waitForURL("**/wijziging/DC-WIJ-*");
            change = pieter.url().replaceAll(".*(DC-WIJ-\\d{4}-\\d{5}).*", "$1");
            pieter.page.locator(".djs-palette").waitFor();
            remind(pieter, "Nota opstellen", "Advies van de commissie", 14);
            drawn(pieter, () -> draft().contains(REMINDER));

            step(pieter, CHECK);
            pieter.settled();
            pieter.field("Wie doet dit").focus();
            assertThat(pieter.field("Wie doet dit")).isFocused();
            pieter.page.keyboard().press("Backspace");
            pieter.page.keyboard().press("Backspace");
            drawn(pieter, () -> group().isEmpty());
            pieter.settled();
            pieter.choose("Wie doet dit", "Jurist");
            pieter.page.keyboard().press("Escape");
            drawn(pieter, () -> group().equals("dc-jurist"));
            pieter.sees("Bewaard om 09:");
            // What the check finds stands beside the drawing at once, and leads to its place.
            pieter.sees("Dezelfde rol (Jurist) kan op");
            step(pieter, "Nota opstellen");
            Locator finding = pieter.page.locator(".dw-draft .dw-finding-blocks vaadin-button").first();
            assertThat(finding).hasText(CHECK);
            finding.click();
            assertThat(pieter.page.locator(".dw-step-name[aria-current='true']")).hasText(CHECK);
            pieter.type("Uw opmerking bij " + CHECK, "Joke kijkt dit graag na.");
            pieter.press("Voeg toe");
            pieter.sees("Joke kijkt dit graag na.");
            picture(pieter, "ontwerp");
            assertThat(pieter.accessibilityFaults()).isEmpty();
        }
    }

    /** The lawyers also check the decision: whoever prepares it may not. */
    private void isRefused(Browser browser) {
        try (Desk pieter = new Desk(browser, port, "pieter")) {
            open(pieter, "tab=controle");
            pieter.sees("Dezelfde rol (Jurist) kan op");
            pieter.sees("Beslissing juridisch nazien");
            picture(pieter, "controle");
            pieter.page.locator(".dw-finding-blocks vaadin-button").first().click();
            pieter.page.locator(".djs-palette").waitFor();
            assertThat(pieter.page.locator(".dw-step-name[aria-current='true']")).hasText(CHECK);
            open(pieter, "tab=bekendmaking");
            pieter.press("Leg voor aan een collega");
            pieter.sees("Vul dit in.");
            plan(pieter);
            pieter.press("Leg voor aan een collega");
            pieter.sees("Los ze eerst op.");
            picture(pieter, "geweigerd");
            open(pieter, "tab=simulatie");
            pieter.press("Simuleer");
            pieter.seesInTheEnd("Wat de simulatie zegt");
        }
    }

    private void mendAndWeigh(Browser browser) {
        try (Desk pieter = new Desk(browser, port, "pieter")) {
            // Another browser: what was done is still there to be undone and done again.
            open(pieter, "bestand=" + ERKENNING);
            pieter.page.locator(".djs-palette").waitFor();
            pieter.press("Ongedaan maken");
            pieter.sees("Ongedaan gemaakt om 09:");
            assertThat(group()).isEmpty();
            pieter.press("Opnieuw");
            pieter.sees("Opnieuw gedaan om 09:");
            assertThat(group()).isEqualTo("dc-jurist");
            // Lawyers do not prepare here: they check what the handlers found.
            step(pieter, CHECK);
            pieter.choose("Taakrol", "nazien");
            drawn(pieter, () -> check().contains("value=\"NAZIEN\""));
            assertThat(pieter.page.locator(".dw-draft .dw-finding-blocks")).hasCount(0);

            open(pieter, "tab=controle");
            pieter.sees("Niets houdt de bekendmaking tegen.");
            open(pieter, "tab=vergelijking");
            compared(pieter);
            pieter.look("wijziging-vergelijking");
            open(pieter, "tab=gevolgen");
            pieter.press("Bereken de gevolgen");
            consequences(pieter);
            pieter.look("wijziging-gevolgen");
            open(pieter, "tab=simulatie");
            pieter.sees(OTHER_VERSION);
            pieter.press("Simuleer");
            assertThat(pieter.page.getByText(OTHER_VERSION)).hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(Desk.LONG_PATIENCE_MILLIS));
            pieter.page.locator(HEADLINE).waitFor(new Locator.WaitForOptions().setTimeout(Desk.LONG_PATIENCE_MILLIS));
            headline = pieter.page.locator(HEADLINE).innerText();
            // A small history is played again less well on some days of making it.
            assertThat(headline).startsWith(runs.of(change).get(0).outcome().faithful() ? "Met deze wijziging halen naar schatting" : "In de simulatie halen daarna");
            picture(pieter, "simulatie");
            pieter.look("wijziging-simulatie");

            open(pieter, "tab=bekendmaking");
            // What colleagues read begins with what changes, and it holds from tomorrow on unless one says otherwise.
            assertThat(pieter.field("Wat lezen collega's")).hasValue(Pattern.compile("wordt voortaan gedaan door Jurist in plaats van Dossierbehandelaar"));
            assertThat(pieter.field("Vanaf wanneer")).hasValue("19/12/2035");
            plan(pieter);
            picture(pieter, "bekendmaking");
            pieter.look("wijziging-bekendmaking");
            pieter.press("Leg voor aan een collega");
            pieter.sees("Ligt voor bij een collega");
            pieter.press("Keur goed");
            pieter.sees("U werkte zelf aan deze wijziging.");
        }
    }

    private static void compared(Desk desk) {
        desk.sees("‘" + CHECK + "’ wordt voortaan gedaan door Jurist in plaats van Dossierbehandelaar.");
        desk.sees("telt voor de scheiding van taken voortaan als");
        desk.sees("Nieuw: herinnering");
        // Changed in both drawings, new in one; the sentence leads to its place in both.
        desk.page.locator(".dw-comparison-side .djs-element.dw-added").first().waitFor();
        assertThat(desk.page.locator(".dw-comparison-side .djs-element.dw-changed")).hasCount(2);
        assertThat(desk.page.locator(".dw-comparison-side .dw-difference-changed")).hasCount(2);
        Locator sentence = desk.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("‘" + CHECK + "’ wordt voortaan"));
        desk.settled();
        sentence.focus();
        assertThat(sentence).isFocused();
        desk.page.keyboard().press("Enter");
        desk.page.locator(".dw-comparison-side .djs-element.dw-changed.selected[data-element-id=UserTask_VoorwaardenBeoordelen]").nth(1).waitFor();
        assertThat(desk.page.locator("li[aria-current=true]").first()).containsText(CHECK);
        picture(desk, "vergelijking");
    }

    /** Other dossiers of these tests may stand there too: only what the thirty bring is read. */
    private void consequences(Desk desk) {
        desk.seesInTheEnd("Berekend op dinsdag 18 december 2035");
        desk.sees("lopende dossiers volgen een procedure die verandert.");
        desk.sees("lopende termijnen verandert.");
        desk.sees("van Dossierbehandelaar naar Jurist.");
        desk.sees("terug naar de groep: wie ze heeft, mag ze niet meer doen.");
        opens(desk, "de nieuwe tijdklok \"Tijd voor een herinnering\", volgens de termijn \"Advies van de commissie\"", noted);
        opens(desk, "mislukte werk van Dossierwerk; dat moet eerst hersteld worden.", failed);
        picture(desk, "gevolgen");
    }

    /** A sentence opens its dossiers, with the keyboard too. */
    private static void opens(Desk desk, String sentence, String dossier) {
        desk.page.getByRole(AriaRole.BUTTON).filter(new Locator.FilterOptions().setHasText(sentence)).first().press("Enter");
        desk.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(dossier).setExact(true)).and(desk.page.locator(":visible")).first().waitFor();
    }

    private void secondPerson(Browser browser) {
        try (Desk hilde = new Desk(browser, port, "hilde")) {
            open(hilde, "tab=vergelijking");
            compared(hilde);
            open(hilde, "tab=gevolgen");
            consequences(hilde);
            open(hilde, "tab=simulatie");
            assertThat(hilde.page.locator(HEADLINE)).hasText(headline);
            assertThat(hilde.page.getByText(OTHER_VERSION)).hasCount(0);
            open(hilde, "tab=bekendmaking");
            hilde.sees(noted);
            picture(hilde, "beoordelen");
            hilde.press("Keur goed");
            hilde.sees("Goedgekeurd, wacht op haar dag");
            picture(hilde, "goedgekeurd");
        }
    }

    private void tomorrowComes() {
        String drawn = draft();
        assertThat(publishOnDay.sweep()).isZero();
        assertThat(published.current().hash()).isEqualTo(before.hash());
        clock.moveTo(ZonedDateTime.of(DAY.plusDays(1), LocalTime.of(0, 5), MovableClock.BRUSSELS));
        // The product's own sweep may be first.
        publishOnDay.sweep();
        assertThat(published.current().text(ERKENNING)).contains(drawn);
        // Stopped before the first one went.
        transactions.executeWithoutResult(on -> {
            jobs.run();
            jdbc.sql("update procedure_move_run set state = 'GESTOPT' where change = ?").param(change).update();
        });
        clock.moveTo(ZonedDateTime.of(DAY.plusDays(1), LocalTime.of(9, 0), MovableClock.BRUSSELS));
    }

    private void dossiersFollow(Browser browser) {
        String now = published.newest().orElseThrow();
        try (Desk hilde = new Desk(browser, port, "hilde")) {
            open(hilde, "tab=verhuis");
            hilde.sees("Gestopt: 0 van 30 dossiers volgen de wijziging, 30 wachten nog.");
            picture(hilde, "verhuis-gestopt");
            hilde.press("Ga verder");
            hilde.seesInTheEnd("Klaar: 29 van 30 dossiers volgen de wijziging.");
            hilde.sees("1 dossier bleef achter");
            Locator left = hilde.page.locator("tr").filter(new Locator.FilterOptions().setHasText(failed));
            assertThat(left).containsText("mislukte werk van Dossierwerk; dat moet eerst hersteld worden.");
            picture(hilde, "verhuis");
            hilde.look("wijziging-verhuis");
        }
        assertThat(dossiers).filteredOn(dossier -> deployments(dossier).equals(List.of(now))).hasSize(29).doesNotContain(failed);
        assertThat(desk.timers(noted)).anyMatch(timer -> timer.startsWith("Timer_TijdVoorEenHerinnering 2036-02-"));
    }

    /** Nobody has the check any more, and who may do it now does it. */
    private void lawyerChecks(Browser browser) {
        try (Desk joke = new Desk(browser, port, "joke")) {
            joke.openTask(taken, CHECK);
            picture(joke, "jurist");
            Locator results = joke.page.getByRole(AriaRole.COMBOBOX);
            assertThat(results).hasCount(19);
            for (int i = 0; i < 19; i++) {
                if (!results.nth(i).inputValue().equals("In orde")) {
                    joke.choose(results.nth(i), "In orde");
                    Desk.type(joke.page.getByLabel("Bewijs").nth(i), "Nagekeken in het dossier.");
                }
            }
            joke.send("Bewaar de 19 resultaten");
        }
        assertThat(desk.open(taken)).containsExactly("UserTask_NotaOpstellen");
        assertThat(jdbc.sql("select distinct decided_by from recognition_condition where dossier = ?").param(taken).query(String.class).list()).containsExactly("joke");
    }

    private void goBack(Browser browser) {
        try (Desk hilde = new Desk(browser, port, "hilde")) {
            hilde.open("wijzigingen", "Wijzigingen van procedures");
            hilde.sees(TITLE);
            hilde.look("wijzigingen");
            picture(hilde, "lijst");
            hilde.press("Ga terug naar de vorige versie");
            hilde.type("Waarom?", "De juristen hebben het te druk.");
            picture(hilde, "terugkeer");
            hilde.press("Leg de terugkeer voor");
            hilde.page.waitForURL("**/wijziging/DC-WIJ-*");
            hilde.sees("Ligt voor bij een collega");
        }
        try (Desk pieter = new Desk(browser, port, "pieter", 390, 844)) {
            pieter.open("wijzigingen", "Wijzigingen van procedures");
            pieter.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Terug naar de versie vóór \"" + TITLE + "\"")).first().click();
            pieter.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Bekendmaking")).click();
            pieter.sees("Wij gaan terug naar hoe het was");
            assertThat(pieter.accessibilityFaults()).isEmpty();
            picture(pieter, "terugkeer-390");
            pieter.press("Keur goed");
            pieter.sees("Nieuwe dossiers beginnen met deze versie.");
            assertThat(published.current().hash()).isEqualTo(before.hash());
            jobs.run();
            pieter.page.reload();
            pieter.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Verhuis")).click();
            pieter.seesInTheEnd("Klaar: 29 van");
            picture(pieter, "terug-390");
        }
        String back = published.newest().orElseThrow();
        assertThat(dossiers).filteredOn(dossier -> deployments(dossier).equals(List.of(back))).hasSize(29).doesNotContain(failed);
    }

    /** As at any time of the year: in some a paper is missing, some wait for the check or for their note, most just came in. */
    private void thirtyDossiers() {
        failed = desk.recognition(DAY, false);
        desk.send("an", failed, "UserTask_VolledigheidNagaan", depositMissing());
        retries(0);
        taken = readyToCheck();
        desk.claim("an", taken, "UserTask_VoorwaardenBeoordelen");
        noted = readyToCheck();
        desk.send("an", noted, "UserTask_VoorwaardenBeoordelen", conditionsMet());
        dossiers.addAll(List.of(failed, taken, noted, readyToCheck()));
        while (dossiers.size() < 30) {
            dossiers.add(desk.recognition(DAY, true));
        }
    }

    private String readyToCheck() {
        String dossier = desk.recognition(DAY, true);
        desk.send("an", dossier, "UserTask_VolledigheidNagaan", complete());
        desk.send("an", dossier, "UserTask_BronnenNagaan", cleanSources());
        desk.send("an", dossier, "UserTask_OndernemingsplanBeoordelen", goodPlan());
        desk.send("an", dossier, "UserTask_WaarborgNagaan", depositPaid(DAY.minusDays(10)));
        return dossier;
    }

    private void retries(int left) {
        jdbc.sql("update act_ru_job set retries_ = ? where process_instance_id_ in (select id_ from act_ru_execution where business_key_ = ?)").params(left, failed).update();
    }

    private List<String> deployments(String dossier) {
        return jdbc.sql("select distinct d.deployment_id_ from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_ where e.business_key_ = ? and e.parent_id_ is null")
                .param(dossier).query(String.class).list();
    }

    private void plan(Desk desk) {
        desk.choose("Voor welke dossiers", "Ook lopende dossiers die ik kies");
        desk.type("Gekozen dossiers", String.join("\n", dossiers));
    }

    private static void remind(Desk desk, String step, String term, int days) {
        step(desk, step);
        desk.page.locator("vaadin-menu-bar-button").first().click();
        desk.page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Herinnering…")).last().click();
        Locator dialog = desk.page.locator("vaadin-dialog-overlay");
        dialog.waitFor();
        desk.choose(dialog.getByLabel("Welke termijn").first(), term);
        Desk.type(dialog.getByLabel("Hoeveel dagen ervoor").first(), String.valueOf(days));
        picture(desk, "herinnering");
        desk.press("Voeg de herinnering toe");
    }

    private void open(Desk desk, String query) {
        desk.open("wijziging/" + change + "?" + query, TITLE);
    }

    private static void drawn(Desk desk, BooleanSupplier holds) {
        desk.page.waitForCondition(holds, new Page.WaitForConditionOptions().setTimeout(Desk.PATIENCE_MILLIS));
    }

    private String draft() {
        return new String(drafts.file(change, ERKENNING).orElseThrow(), StandardCharsets.UTF_8);
    }

    /** The check of the conditions, as it is drawn now. */
    private String check() {
        return draft().replaceAll("(?s).*(<bpmn:userTask id=\"UserTask_VoorwaardenBeoordelen\".*?</bpmn:userTask>).*", "$1");
    }

    private String group() {
        Matcher groups = Pattern.compile("candidateGroups=\"([^\"]*)\"").matcher(check());
        return groups.find() ? groups.group(1) : "";
    }

    private static void step(Desk desk, String name) {
        Locator row = desk.page.locator(".dw-step-name").getByText(name, new Locator.GetByTextOptions().setExact(true));
        row.click();
        assertThat(row).hasAttribute("aria-current", "true");
    }

    /** To look at while one works on these pages. */
    private static void picture(Desk desk, String name) {
        RequestDeskScreens.picture(desk, "wijziging-" + name);
    }
}
