package be.dossierwerk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.inbox.Colleagues;
import be.dossierwerk.procedurechange.StartChange;
import be.dossierwerk.procedurechange.WithdrawChange;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A manager draws with the keyboard alone; every change is one line of the history, and nothing is fetched from elsewhere. */
@BrowserTest
class DiagramEditorTest {

    @LocalServerPort private int port;
    @Autowired private DemoPeople people;
    @Autowired private Colleagues colleagues;
    @Autowired private CurrentActor currentActor;
    @Autowired private StartChange startChange;
    @Autowired private WithdrawChange withdrawChange;

    @Test
    void the_main_actions_work_by_keyboard_alone(Browser browser) {
        try (Desk desk = new Desk(browser, port, "pieter")) {
            List<String> faults = new CopyOnWriteArrayList<>();
            Set<String> hosts = new ConcurrentSkipListSet<>();
            desk.page.onPageError(faults::add);
            desk.page.onRequest(request -> hosts.add(String.valueOf(URI.create(request.url()).getHost())));
            desk.open("proef-tekening", "Proef van de tekening");
            desk.page.locator(".djs-palette").waitFor();
            assertThat(desk.page.locator(".dw-step-name").allInnerTexts()).startsWith("Aanvraag ontvangen", "Ontvangst bevestigen", "Volledigheid nagaan", "Volledig?");

            // Choose and rename.
            goTo(desk, "Nota opstellen");
            desk.page.keyboard().press("F2");
            assertThat(desk.field("Naam")).isFocused();
            write(desk, "Nota voor de commissie opstellen");
            done(desk, "Naam gewijzigd: “Nota opstellen” heet nu “Nota voor de commissie opstellen”");
            holds("id=\"UserTask_NotaOpstellen\" name=\"Nota voor de commissie opstellen\"");

            // Who does it, with which form, and what it is for.
            pick(desk, "Wie doet dit", "Jurist");
            done(desk, "Wie doet “Nota voor de commissie opstellen”: Dossierbehandelaar, Jurist");
            holds("camunda:candidateGroups=\"dc-dossierbehandelaar,dc-jurist\"");
            pick(desk, "Welk formulier", "Bronnen nagaan");
            done(desk, "Formulier van “Nota voor de commissie opstellen”: Bronnen nagaan");
            pick(desk, "Taakrol", "nazien");
            done(desk, "Taakrol van “Nota voor de commissie opstellen”: nazien");
            holds("<camunda:property name=\"taakrol\" value=\"NAZIEN\" />");

            // A task after it, named at once: it gets an id of the house, and so do its flows.
            add(desk, "Taak van een persoon");
            done(desk, "Taak toegevoegd na “Nota voor de commissie opstellen”");
            assertThat(desk.field("Naam")).isFocused();
            write(desk, "Nota nalezen");
            done(desk, "Naam gewijzigd: “Taak zonder naam” heet nu “Nota nalezen”");
            holds("id=\"UserTask_NotaNalezen\" name=\"Nota nalezen\"", "id=\"Flow_NotaNalezenNaarVooruitzichtNegatief\"");
            assertThat(next(desk, "Nota voor de commissie opstellen")).hasText("Nota nalezen");

            // A reminder beside it.
            goTo(desk, "Nota nalezen");
            add(desk, "Herinnering…");
            desk.page.locator("vaadin-dialog-overlay").waitFor();
            pick(desk, "Welke termijn", "Beslissing over de erkenning (120 dagen)");
            button(desk, "Voeg de herinnering toe");
            done(desk, "Herinnering toegevoegd bij “Nota nalezen”");
            holds("${deadlines.before('T-ERK-BESLISSING', 5, execution.processBusinessKey)}", "camunda:delegateExpression=\"${remindDelegate}\"",
                    "cancelActivity=\"false\" attachedToRef=\"UserTask_NotaNalezen\"", "id=\"ServiceTask_HerinnerenAanNotaNalezen\"", "id=\"EndEvent_Herinnerd\"");

            // Its term.
            goTo(desk, "Tijd voor een herinnering");
            desk.settled();
            desk.field("Hoeveel dagen ervoor").focus();
            assertThat(desk.field("Hoeveel dagen ervoor")).isFocused();
            write(desk, "10");
            done(desk, "Termijn van “Tijd voor een herinnering”: 10");
            holds("${deadlines.before('T-ERK-BESLISSING', 10, execution.processBusinessKey)}");

            // A building block and a choice with its condition.
            goTo(desk, "Nota nalezen");
            addBlock(desk, "Horen");
            done(desk, "Bouwsteen “Horen” toegevoegd na “Nota nalezen”");
            holds("id=\"CallActivity_Horen2\" name=\"Horen\" calledElement=\"horen\" camunda:calledElementBinding=\"deployment\"");
            assertThat(desk.field("Naam")).isFocused();
            goTo(desk, "Horen");
            add(desk, "Keuze");
            done(desk, "Keuze toegevoegd na “Horen”");
            assertThat(desk.field("Naam")).isFocused();
            write(desk, "Akkoord?");
            done(desk, "Naam gewijzigd: “Keuze” heet nu “Akkoord?”");
            button(desk, "Ja: pijl naar “Vooruitzicht negatief?”");
            pick(desk, "Voorwaarde: welk gegeven", "Het dossier is volledig");
            pick(desk, "Waarde", "ja");
            done(desk, "Voorwaarde gewijzigd: Van “Akkoord?” naar “Vooruitzicht negatief?”");
            holds("<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${volledig}</bpmn:conditionExpression>");

            // Connect and remove.
            goTo(desk, "Akkoord?");
            button(desk, "Verbind met…");
            pick(desk, "Met welke stap", "Nota nalezen");
            button(desk, "Verbind");
            done(desk, "Verbonden: “Akkoord?” met “Nota nalezen”");
            goTo(desk, "Horen");
            desk.page.keyboard().press("Delete");
            done(desk, "Verwijderd: “Horen”");
            assertThat(last().contains("CallActivity_Horen2\"")).isFalse();
            assertThat(next(desk, "Nota nalezen")).hasText("Akkoord?");
            assertThat(desk.page.locator(".dw-step-name:focus")).hasCount(1);

            // Undo and redo are of the page, also by keyboard.
            int before = DrawingView.DONE.size();
            goTo(desk, "Nota nalezen");
            desk.page.keyboard().press("Control+z");
            assertThat(row(desk, "Horen")).hasCount(1);
            goTo(desk, "Nota nalezen");
            desk.page.keyboard().press("Control+y");
            assertThat(row(desk, "Horen")).hasCount(0);
            assertThat(DrawingView.DONE).hasSize(before);

            // To a finding.
            button(desk, "Naar de bevinding");
            assertThat(row(desk, "Nota voor de commissie opstellen")).isFocused();
            assertThat(row(desk, "Nota voor de commissie opstellen")).hasAttribute("aria-current", "true");
            assertThat(desk.page.locator(".dw-editor .djs-element.selected[data-element-id='UserTask_NotaOpstellen']")).hasCount(1);

            desk.look("tekening");
            assertThat(wide(desk)).isFalse();
            assertThat(faults).isEmpty();
            assertThat(hosts).containsExactly("localhost");
            // The mark of bpmn.io.
            assertThat(desk.page.locator(".bjs-powered-by")).isVisible();

            // Who may only read has the same list, and nothing to change.
            button(desk, "Alleen lezen");
            assertThat(desk.page.locator(".djs-palette")).hasCount(0);
            goTo(desk, "Nota nalezen");
            assertThat(desk.field("Naam")).hasAttribute("readonly", "");
            assertThat(desk.page.getByText("Voeg toe na dit element")).not().isVisible();
        }
    }

    @Test
    void what_is_drawn_with_the_mouse_is_kept_as_one_change(Browser browser) {
        try (Desk desk = new Desk(browser, port, "pieter")) {
            desk.open("proef-tekening", "Proef van de tekening");
            desk.page.locator(".djs-palette").waitFor();
            assertThat(desk.page.locator(".djs-palette .entry")).hasCount(16);
            desk.page.locator(".djs-palette .entry[aria-label='Taak van een persoon']").click();
            var canvas = desk.page.locator(".dw-diagram-canvas").boundingBox();
            desk.page.mouse().move(canvas.x + 330, canvas.y + 300);
            desk.page.mouse().move(canvas.x + 340, canvas.y + 310);
            desk.page.mouse().down();
            desk.page.mouse().up();
            done(desk, "Toegevoegd");
            assertThat(DrawingView.DONE).hasSize(1);
            // The other kinds of a step hold nothing that is refused.
            desk.page.locator(".djs-context-pad .entry[title='Verander de soort']").click();
            desk.page.locator(".djs-popup").waitFor();
            assertThat(desk.page.locator(".djs-popup .entry").allInnerTexts().stream().map(String::strip)).containsExactlyInAnyOrder("Stap van het systeem", "Bouwsteen");
        }
    }

    @Test
    void a_table_and_a_form_are_changed_and_read(Browser browser) {
        try (Desk desk = new Desk(browser, port, "pieter")) {
            List<String> faults = new CopyOnWriteArrayList<>();
            Set<String> hosts = new ConcurrentSkipListSet<>();
            desk.page.onPageError(faults::add);
            desk.page.onRequest(request -> hosts.add(String.valueOf(URI.create(request.url()).getHost())));
            desk.open("proef-bestanden", "Proef van tabel en formulier");
            desk.page.locator(".tjs-table").waitFor();
            desk.page.locator(".fjs-palette").waitFor();

            // A rule is added and written by keyboard.
            button(desk, "Voeg een regel toe");
            assertThat(desk.page.locator(".dw-twin").first().locator("tbody tr")).hasCount(6);
            Locator cell = desk.page.locator(".tjs-table tbody tr").nth(5).locator("td.input-cell [contenteditable], td.input-cell textarea, td.input-cell .content-editable").first();
            desk.settled();
            cell.focus();
            assertThat(cell).isFocused();
            desk.page.keyboard().type("> 3", new Keyboard.TypeOptions().setDelay(250));
            assertThat(cell).hasText("> 3");
            assertThat(desk.page.locator(".dw-twin").first()).containsText("> 3");
            assertThat(DrawnFilesView.table).contains("<text>&gt; 3</text>", "camunda:historyTimeToLive=\"P2555D\"", "hitPolicy=\"FIRST\"");
            button(desk, "Verwijder regel 6");
            assertThat(desk.page.locator(".dw-twin").first().locator("tbody tr")).hasCount(5);

            // Undo and redo are of the page, with the buttons and by keyboard, from within a cell too.
            button(desk, "Ongedaan maken");
            assertThat(desk.page.locator(".dw-twin").first().locator("tbody tr")).hasCount(6);
            assertThat(cell).hasText("> 3");
            desk.settled();
            cell.focus();
            assertThat(cell).isFocused();
            desk.page.keyboard().press("Control+z");
            assertThat(cell).not().containsText("3");
            desk.page.keyboard().press("Control+y");
            assertThat(cell).not().hasText("");
            assertThat(desk.page.locator(".tjs-table")).hasCount(1);
            desk.page.keyboard().press("Control+y");
            button(desk, "Opnieuw");
            assertThat(desk.page.locator(".dw-twin").first().locator("tbody tr")).hasCount(5);
            // What the tool says is Dutch.
            assertThat(desk.page.locator(".dmn-decision-table-container")).not().containsText(Pattern.compile("Hit policy|First|integer|string|boolean|When|Then|And\\b"));

            // The form knows our kinds of field alone.
            assertThat(desk.page.locator(".fjs-palette-field").allInnerTexts().stream().map(String::strip)).containsExactlyInAnyOrder("Korte tekst", "Lange tekst", "Getal", "Datum",
                    "Vinkje", "Keuze uit knoppen", "Keuze uit een lijst", "Meer keuzes", "Uitleg", "Groep", "Lijn", "Ruimte");
            desk.settled();
            desk.page.locator(".fjs-element[data-id='Veld_feiten']").press("Enter");
            desk.page.locator(".bio-properties-panel-group-header").getByText("Algemeen").click();
            desk.field("Opschrift").fill("Wat u vaststelde");
            assertThat(desk.page.locator(".dw-twin").nth(1)).containsText("Wat u vaststelde");
            assertThat(DrawnFilesView.form).contains("\"label\": \"Wat u vaststelde\"", "\"schemaVersion\": 16", "\"dw:actie\": \"Leg de nota vast\"");
            assertThat(faults).isEmpty();
            assertThat(hosts).containsExactly("localhost");

            button(desk, "Alleen lezen");
            assertThat(desk.page.locator(".tjs-table")).not().isVisible();
            assertThat(desk.page.locator(".fjs-palette")).not().isVisible();
            assertThat(desk.page.locator(".dw-twin").nth(1)).containsText("Wat u vaststelde");
            desk.look("tabel-en-formulier-lezen");
            assertThat(wide(desk)).isFalse();
        }
    }

    @Test
    void the_plan_of_a_publication_is_kept_though_one_leaves_while_typing(Browser browser) {
        people.all().forEach(colleagues::know);
        String change = currentActor.as(people.actor("pieter"), () -> startChange.start("Met een plan", "Collega's vroegen erom.", "bpmn/klacht/klacht.bpmn"));
        try (Desk desk = new Desk(browser, port, "pieter")) {
            desk.open("wijziging/" + change + "?tab=bekendmaking", "Met een plan");
            desk.choose("Voor welke dossiers", "Ook lopende dossiers die ik kies");
            desk.type("Gekozen dossiers", "DC-KLA-2026-00001");
            desk.field("Wat lezen collega's").fill("De teamleider onderzoekt klachten mee.");
            desk.page.locator(".dw-dossier-nav").getByText("Controle").click();
            desk.page.waitForURL(Pattern.compile("tab=controle$"));
            desk.page.locator(".dw-dossier-nav").getByText("Bekendmaking").click();
            assertThat(desk.field("Wat lezen collega's")).hasValue("De teamleider onderzoekt klachten mee.");
            assertThat(desk.field("Voor welke dossiers")).hasValue("Ook lopende dossiers die ik kies");
            assertThat(desk.field("Gekozen dossiers")).hasValue("DC-KLA-2026-00001");
            assertThat(desk.page.locator(".dw-publish .dw-note")).hasText(Pattern.compile("Bewaard om \\d\\d:\\d\\d door Pieter Maas"));
            desk.look("bekendmaking-plan");
        }
        currentActor.as(people.actor("pieter"), () -> {
            withdrawChange.withdraw(change, "Einde van de proef.");
            return null;
        });
    }

    /** On a screen of 1366 by 768, where {@link Desk#look} ends. */
    private static boolean wide(Desk desk) {
        return (Boolean) desk.page.evaluate("() => document.documentElement.scrollWidth > 1367");
    }

    /** Along the list with the arrows, and chosen with Enter. */
    private static void goTo(Desk desk, String step) {
        desk.settled();
        desk.page.locator(".dw-step-name").first().focus();
        assertThat(desk.page.locator(".dw-step-name").first()).isFocused();
        for (int i = 0; i < 80 && !step.equals(desk.page.evaluate("() => document.activeElement.textContent")); i++) {
            desk.page.keyboard().press("ArrowDown");
        }
        assertThat(row(desk, step)).isFocused();
        desk.page.keyboard().press("Enter");
        assertThat(row(desk, step)).hasAttribute("aria-current", "true");
        desk.page.locator(".dw-fields h3").getByText(step, new Locator.GetByTextOptions().setExact(true)).waitFor();
    }

    private static Locator row(Desk desk, String step) {
        return desk.page.locator(".dw-step-name").getByText(step, new Locator.GetByTextOptions().setExact(true));
    }

    private static Locator next(Desk desk, String step) {
        return desk.page.locator("tr").filter(new Locator.FilterOptions().setHas(row(desk, step))).locator(".dw-step-link").first();
    }

    private static void write(Desk desk, String text) {
        desk.page.keyboard().press("Control+a");
        desk.page.keyboard().type(text);
        desk.page.keyboard().press("Tab");
    }

    /** Goes on when the list has its items, marks the one that was typed, and holds it. */
    private static void pick(Desk desk, String list, String option) {
        desk.settled();
        Locator field = desk.field(list);
        field.focus();
        assertThat(field).isFocused();
        desk.page.keyboard().type(option);
        desk.page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(option).setExact(true)).and(desk.page.locator("[focused]")).first().waitFor();
        desk.page.keyboard().press("Enter");
        if (field.locator("xpath=ancestor::vaadin-multi-select-combo-box").count() == 0) {
            assertThat(field).hasValue(option);
        }
        desk.page.keyboard().press("Tab");
        desk.settled();
    }

    /** Goes on when the fields stand still: what is drawn anew loses the focus. */
    private static void button(Desk desk, String name) {
        desk.settled();
        Locator button = desk.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true)).first();
        button.focus();
        assertThat(button).isFocused();
        desk.page.keyboard().press("Enter");
        desk.settled();
    }

    private static void add(Desk desk, String what) {
        menu(desk);
        toItem(desk, what);
        desk.page.keyboard().press("Enter");
    }

    private static void addBlock(Desk desk, String block) {
        menu(desk);
        toItem(desk, "Bouwsteen");
        desk.page.keyboard().press("ArrowRight");
        toItem(desk, block);
        desk.page.keyboard().press("Enter");
    }

    private static void menu(Desk desk) {
        desk.settled();
        Locator menu = desk.page.locator("vaadin-menu-bar-button").first();
        menu.focus();
        assertThat(menu).isFocused();
        desk.page.keyboard().press("Enter");
        desk.page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Taak van een persoon")).waitFor();
    }

    /** An item that opens others has a sign behind its name. */
    private static void toItem(Desk desk, String item) {
        desk.page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(item)).last().waitFor();
        desk.page.waitForTimeout(150);
        for (int i = 0; i < 20 && !item.equals(desk.page.evaluate("() => document.activeElement.textContent.trim()")); i++) {
            desk.page.keyboard().press("ArrowDown");
        }
    }

    /** The history's last line says this. */
    private static void done(Desk desk, String what) {
        desk.page.waitForCondition(() -> !DrawingView.DONE.isEmpty() && DrawingView.DONE.get(DrawingView.DONE.size() - 1).equals(what),
                new Page.WaitForConditionOptions().setTimeout(Desk.PATIENCE_MILLIS));
    }

    /** The last text of the history holds all of these; the text itself is too long to print. */
    private static void holds(String... parts) {
        String xml = last();
        assertThat(parts).allSatisfy(part -> assertThat(xml.contains(part)).as(part).isTrue());
    }

    private static String last() {
        return DrawingView.HISTORY.get(DrawingView.HISTORY.size() - 1);
    }
}
