package be.dossierwerk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.KeptOutInTests;
import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.TypedForms;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.inbox.ClaimTask;
import be.dossierwerk.inbox.OpenWork;
import be.dossierwerk.inbox.RecordAbsence;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.MovableClock;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A team leader's morning: tasks go to colleagues with the mouse, with the keyboard alone and with a finger, and back again. */
@BrowserTest
class TeamStoryTest {

    /** A Monday before the work of other tests, of which no term ends in these two weeks. */
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 12);
    private static final String CHECK = "UserTask_VolledigheidNagaan";
    private static int undertakings = 2346;

    @LocalServerPort private int port;
    @Autowired private KeptOutInTests rule;
    @Autowired private ClaimTask claimTask;
    @Autowired private OpenWork openWork;
    @Autowired private RecordAbsence recordAbsence;
    @Autowired private Acts acts;
    @Autowired private DemoPeople people;
    @Autowired private CurrentActor currentActor;
    @Autowired private DueJobs jobs;
    @Autowired private JdbcClient jdbc;
    @Autowired private MovableClock clock;

    @BeforeEach
    void a_monday() {
        jobs.byHand();
        clock.moveTo(ZonedDateTime.of(TODAY.atTime(9, 0), MovableClock.BRUSSELS));
    }

    @AfterEach
    void everything_runs_again() {
        rule.forget();
        jdbc.sql("delete from inbox_absence").update();
        clock.release();
    }

    @Test
    void work_goes_from_one_to_another_with_mouse_keyboard_and_finger(Browser browser) {
        BackOffice office = new BackOffice(acts, people);
        String late = office.file(undertakings++, TODAY);
        String barred = office.file(undertakings++, TODAY);
        String free = office.file(undertakings++, TODAY);
        String toSign = office.onTheAgenda(undertakings++, TODAY);
        office.advised(toSign, TODAY);
        office.readyToSign(toSign);
        clock.moveTo(ZonedDateTime.of(TODAY.plusDays(3).atTime(9, 0), MovableClock.BRUSSELS));
        ends(late, TODAY.plusDays(2));
        ends(barred, TODAY.plusDays(10));
        ends(free, TODAY.plusDays(4));
        take("an", late);
        take("an", barred);
        rule.keepOut(barred, Map.of("bram", "Bram De Smet stelde de bestreden beslissing op."));

        try (Desk tom = new Desk(browser, port, "tom")) {
            tom.open("ploeg", "Ploeg");
            tom.sees("Wie mag ondertekenen: Hans Verbeke, Karel Mertens.");
            drag(tom, late, "Bram De Smet");
            tom.page.getByRole(AriaRole.DIALOG).waitFor();
            assertThat(tom.field("Aan wie")).hasValue("Bram De Smet");
            tom.type("Waarom", "An heeft te veel werk.");
            tom.press("Draag over");
            tom.sees("1 taak staat nu bij Bram De Smet.");
            assertThat(holder(late)).isEqualTo("bram");
            assertThat(choice(row(tom, "Bram De Smet"), late)).isFocused();
            tom.press("Draai terug");
            tom.sees("De taak staat weer waar ze stond.");
            assertThat(holder(late)).isEqualTo("an");
            assertThat(choice(row(tom, "An Peeters"), late)).isFocused();

            // What nobody has needs no reason.
            drag(tom, free, "Bram De Smet");
            tom.sees("1 taak staat nu bij Bram De Smet.");
            assertThat(holder(free)).isEqualTo("bram");
            tom.look("ploeg");

            withTheKeyboard(tom, late, barred);
        }
        withAFinger(browser, free);
        absent(browser, late, barred);
        try (Desk ann = new Desk(browser, port, "ann")) {
            ann.open("ploeg", "Ploeg");
            ann.sees("Werk van de groep Dossierbehandelaar");
            assertThat(ann.page.locator(".dw-team-card").first()).isVisible();
            assertThat(ann.page.locator(".dw-team vaadin-checkbox, .dw-team-card[draggable=true]")).hasCount(0);
            assertThat(ann.page.getByText("Sleep een taak")).hasCount(0);
            assertThat(ann.accessibilityFaults()).isEmpty();
        }
    }

    /** Two tasks of An: Bram is kept out of one of them, so he is not offered; then one alone. */
    private void withTheKeyboard(Desk tom, String late, String barred) {
        tickWithSpace(tom, late);
        tickWithSpace(tom, barred);
        tom.sees("2 taken gekozen");
        tabTo(tom, "Draag over aan\u2026");
        tom.page.keyboard().press("Enter");
        tom.sees("Bram De Smet stelde de bestreden beslissing op.");
        assertThat(tom.accessibilityFaults()).isEmpty();
        picture(tom, "ploeg-overdragen-1366");
        tom.page.keyboard().press("Escape");
        assertThat(tom.page.getByRole(AriaRole.DIALOG)).hasCount(0);
        tickWithSpace(tom, barred);
        tom.sees("1 taak gekozen");
        tabTo(tom, "Draag over aan\u2026");
        tom.page.keyboard().press("Enter");
        tom.page.getByRole(AriaRole.DIALOG).waitFor();
        tom.settled();
        tom.field("Aan wie").focus();
        assertThat(tom.field("Aan wie")).isFocused();
        tom.page.keyboard().type("Bram De Smet");
        tom.page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Bram De Smet")).waitFor();
        tom.page.keyboard().press("Enter");
        tom.page.keyboard().press("Tab");
        tom.page.keyboard().type("An heeft te veel werk.");
        tabTo(tom, "Draag over");
        tom.page.keyboard().press("Enter");
        tom.sees("1 taak staat nu bij Bram De Smet.");
        assertThat(choice(row(tom, "Bram De Smet"), late)).isFocused();
        tabTo(tom, "Draai terug");
        tom.page.keyboard().press("Enter");
        tom.sees("De taak staat weer waar ze stond.");
        assertThat(choice(row(tom, "An Peeters"), late)).isFocused();
        assertThat(holder(late)).isEqualTo("an");
    }

    /** On a phone nothing is dragged; meanwhile a colleague was faster. */
    private void withAFinger(Browser browser, String free) {
        try (Desk tom = new Desk(browser, port, "tom", 390, 844)) {
            tom.open("ploeg", "Ploeg");
            choice(row(tom, "Bram De Smet"), free).check();
            tom.sees("1 taak gekozen");
            picture(tom, "ploeg-gekozen-390");
            tom.press("Draag over aan\u2026");
            tom.choose("Aan wie", "An Peeters");
            tom.type("Waarom", "Bram is met verlof.");
            picture(tom, "ploeg-overdragen-390");
            acts.send(people.actor("bram"), free, CHECK, TypedForms.complete());
            tom.press("Draag over");
            tom.sees("Deze taak is er niet meer: ze is al afgewerkt of vervallen.");
        }
    }

    private void absent(Browser browser, String late, String barred) {
        LocalDate today = TODAY.plusDays(3);
        currentActor.as(people.actor("tom"), () -> recordAbsence.record("an", today, today.plusDays(1), "bram"));
        try (Desk tom = new Desk(browser, port, "tom")) {
            tom.open("ploeg", "Ploeg");
            tom.sees("Afwezig tot en met vrijdag 16 januari 2026, terug op maandag 19 januari 2026. Vervanger: Bram De Smet.");
            tom.press("Stel een verdeling voor");
            Locator dialog = tom.page.getByRole(AriaRole.DIALOG);
            assertThat(dialog.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(barred))).containsText("Niemand anders kan dit nu doen");
            assertThat(dialog.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(late))).containsText("Bram De Smet");
            assertThat(tom.accessibilityFaults()).isEmpty();
            picture(tom, "ploeg-voorstel-1366");
            tom.press("Verdeel");
            tom.sees("staat nu bij Bram De Smet.");
            assertThat(holder(late)).isEqualTo("bram");
            assertThat(holder(barred)).isEqualTo("an");
            tom.look("ploeg-afwezig");
        }
    }

    private static Locator row(Desk desk, String person) {
        return desk.page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(person).setExact(true));
    }

    private static Locator card(Desk desk, String dossier) {
        return desk.page.locator(".dw-team-card").filter(new Locator.FilterOptions().setHasText(dossier));
    }

    private static Locator choice(Locator row, String dossier) {
        return row.getByRole(AriaRole.CHECKBOX, new Locator.GetByRoleOptions().setName("Kies Volledigheid nagaan, " + dossier));
    }

    /** Begun before the page is scrolled to the row, and let go when the row shows that it takes it: a browser tells a row so at the second move over it. */
    private static void drag(Desk desk, String dossier, String person) {
        desk.settled();
        card(desk, dossier).hover();
        BoundingBox card = card(desk, dossier).boundingBox();
        desk.page.mouse().down();
        desk.page.mouse().move(card.x + card.width / 2 + 10, card.y + card.height / 2 + 10);
        row(desk, person).hover();
        row(desk, person).hover();
        row(desk, person).and(desk.page.locator(".v-drag-over-target")).waitFor();
        desk.page.mouse().up();
    }

    /** Of the tasks of An. */
    private static void tickWithSpace(Desk desk, String dossier) {
        desk.settled();
        Locator choice = choice(row(desk, "An Peeters"), dossier);
        choice.focus();
        assertThat(choice).isFocused();
        desk.page.keyboard().press("Space");
        desk.settled();
    }

    /** With the Tab key alone, forwards. */
    private static void tabTo(Desk desk, String button) {
        desk.settled();
        for (int i = 0; i < 200; i++) {
            desk.page.keyboard().press("Tab");
            if (button.equals(desk.page.evaluate("() => document.activeElement.textContent.trim()"))) {
                return;
            }
        }
        throw new AssertionError("The Tab key does not reach " + button);
    }

    private String holder(String dossier) {
        return openWork.find(acts.task(dossier, CHECK)).orElseThrow().assignee();
    }

    private void take(String person, String dossier) {
        currentActor.as(people.actor(person), () -> {
            claimTask.claim(acts.task(dossier, CHECK));
            return null;
        });
    }

    /** As if its term ended that day. */
    private void ends(String dossier, LocalDate due) {
        jdbc.sql("update inbox_row_group set due_sort = ? where task_id in (select task_id from inbox_row where dossier = ?)").params(due, dossier).update();
        jdbc.sql("update inbox_row set due_on = ? where dossier = ?").params(due, dossier).update();
    }

    private static void picture(Desk desk, String name) {
        desk.picture(new Page.ScreenshotOptions().setPath(Path.of(name + ".png")));
    }
}
