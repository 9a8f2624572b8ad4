package be.dossierwerk.modeling;

import be.dossierwerk.engine.DiagramFinding.Severity;
import be.dossierwerk.modeling.DiagramSteps.Kind;
import be.dossierwerk.modeling.DiagramSteps.Step;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.menubar.MenuBar;
import elemental.json.Json;
import elemental.json.JsonArray;
import elemental.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Draws a diagram: the drawing itself, its list twin and the fields of the chosen element in plain Dutch (quality.md U5). */
public class DiagramEditor extends FileEditor {

    private final transient DiagramChoices choices;
    private final Section side = new Section();
    private final DiagramList list;
    private final transient ElementFields fields;
    private final MenuBar add = new MenuBar();
    private final Button connect;
    private final Button remove;
    private transient DiagramSteps steps;
    private transient Consumer<String> onSelect = element -> { };
    private transient Map<String, Severity> marks = Map.of();
    private transient Map<String, Integer> comments = Map.of();
    private String selected = "";
    private String afterRemoval = "";
    private MenuItem reminder;

    public DiagramEditor(DiagramChoices choices, DiagramList.BlockDrawings blocks) {
        super("edit");
        this.choices = choices;
        list = new DiagramList(choices, blocks);
        fields = new ElementFields(choices, this::set, this::choose);
        connect = new Button(getTranslation("modeling.editor.connect"), click -> askConnect());
        remove = new Button(getTranslation("modeling.editor.remove"), click -> remove());
        connect.addThemeVariants(ButtonVariant.LUMO_SMALL);
        remove.addThemeVariants(ButtonVariant.LUMO_SMALL);
        remove.addClassName("dw-editor-remove");
        addClassNames("dw-diagram", "dw-editor");
        canvas.addClassName("dw-diagram-canvas");
        add.addThemeName("small");
        bar.add(add, connect, remove, DiagramZoom.of(key -> getTranslation(key)));
        side.addClassName("dw-editor-side");
        side.getElement().setAttribute("aria-label", getTranslation("modeling.editor.properties"));
        side.add(fields);
        H3 listTitle = new H3(getTranslation("modeling.list"));
        Section twin = new Section(listTitle, list);
        twin.getElement().setAttribute("aria-label", getTranslation("modeling.list"));
        Div main = new Div(canvas, side);
        main.addClassName("dw-editor-main");
        add(bar, main, twin);
        list.onSelect(this::choose);
        menu();
        chosen("");
    }

    /** The choice stays when it is the same procedure, and so does the place one looks at. */
    @Override
    void read(String diagram) {
        DiagramSteps now = DiagramSteps.of(diagram);
        boolean same = steps != null && steps.process().equals(now.process());
        canvas.getElement().setAttribute("aria-label", getTranslation("modeling.editor.drawing", now.name()));
        outline(now);
        chosen(same && known(selected) ? selected : "");
    }

    /** Chooses an element as if the person did: shown in the drawing, the list and the fields. */
    public void select(String element) {
        if (known(element)) {
            choose(element);
            list.focus(element);
        }
    }

    /** The id of the chosen element; empty when none is. */
    public String selected() {
        return selected;
    }

    public void onSelect(Consumer<String> listener) {
        onSelect = listener;
    }

    /** Which elements something was found about; what is not in it carries no sign. */
    public void mark(Map<String, Severity> findings) {
        marks = Map.copyOf(findings);
        list.mark(marks);
        signs();
    }

    /** How many comments each element has. */
    public void comments(Map<String, Integer> counts) {
        comments = Map.copyOf(counts);
        list.comments(comments);
        signs();
    }

    @Override
    void readOnlyChanged() {
        chosen(selected);
        setClassName("dw-editor-read-only", isReadOnly());
        List.of(add, connect, remove).forEach(component -> component.setVisible(!isReadOnly()));
    }

    /** The name a person knows an element by. */
    public String name(String element) {
        return steps == null ? element : steps.step(element).map(step -> list.name(step, steps, choices))
                .or(() -> steps.way(element).map(way -> getTranslation("modeling.flow", name(way.from()), name(way.to())))).orElse(element);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        signs();
    }

    @Override
    void drawn(String diagram, String chosen) {
        outline(DiagramSteps.of(diagram));
        chosen(known(chosen) ? chosen : "");
        // Who removed a step by keyboard goes on beside it.
        list.focus(afterRemoval);
        afterRemoval = "";
    }

    /** The ids that new elements get, by the id of chance they had. */
    @ClientCallable
    JsonObject namesFor(JsonArray drawn) {
        List<ElementIds.Drawn> all = new ArrayList<>();
        for (int i = 0; i < drawn.length(); i++) {
            JsonObject each = drawn.getObject(i);
            all.add(new ElementIds.Drawn(each.getString("id"), each.getString("type"), each.getString("name"), each.getString("from"), each.getString("to")));
        }
        JsonObject names = Json.createObject();
        ElementIds.rename(all, steps.ids()).forEach(names::put);
        return names;
    }

    @ClientCallable
    void picked(String element) {
        chosen(known(element) ? element : "");
        onSelect.accept(selected);
    }

    @Override
    void other(String act) {
        if (act.equals("remove") && !isReadOnly()) {
            remove();
        } else if (act.equals("rename")) {
            fields.focusName();
        }
    }

    private void outline(DiagramSteps now) {
        steps = now;
        list.show(now);
    }

    private boolean known(String element) {
        return steps != null && (steps.step(element).isPresent() || steps.way(element).isPresent());
    }

    private void choose(String element) {
        chosen(element);
        getElement().executeJs("if (window.dossierwerkDiagram) { window.dossierwerkDiagram.select(this, $0); }", element);
        onSelect.accept(element);
    }

    private void chosen(String element) {
        selected = element;
        list.select(element);
        if (steps != null) {
            fields.show(steps, element, isReadOnly(), this::name);
        }
        boolean some = !element.isEmpty();
        Step step = steps == null ? null : steps.step(element).orElse(null);
        add.setEnabled(some && (step == null || step.kind() != Kind.END));
        reminder.setEnabled(step != null && (step.kind() == Kind.USER_TASK || step.kind() == Kind.CALL || step.kind() == Kind.SUB_PROCESS));
        connect.setEnabled(step != null && step.kind() != Kind.END);
        remove.setEnabled(some && (step == null || step.kind() != Kind.START || step.depth() > 0));
    }

    @Override
    void want(JsonObject wanted, JsonObject texts) {
        for (String key : List.of("added", "removed", "moved", "renamed", "connected", "reconnected", "line", "resized", "kind", "changed", "pasted")) {
            texts.put(key, dutch("modeling.what." + key));
        }
        texts.put("failed", getTranslation("modeling.editor.failed"));
        texts.put("blocks", getTranslation("modeling.mark.blocks"));
        texts.put("warns", getTranslation("modeling.mark.warns"));
        wanted.put("selected", selected);
    }

    private void signs() {
        JsonObject found = Json.createObject();
        marks.forEach((element, severity) -> found.put(element, severity == Severity.BLOCKS ? "blocks" : "warns"));
        JsonObject counts = Json.createObject();
        comments.forEach((element, count) -> counts.put(element, count));
        getElement().executeJs("this.signs = {marks: $0, comments: $1}; if (window.dossierwerkDiagram) { window.dossierwerkDiagram.signs(this); }", found, counts);
    }

    /** One change of the chosen element's properties: one command in the drawing. */
    private void set(String element, JsonObject values, String what) {
        JsonObject command = Json.createObject();
        command.put("act", "set");
        command.put("element", element);
        command.put("values", values);
        command(command, what);
    }

    private void command(JsonObject command, String what) {
        command.put("what", what);
        getElement().executeJs("window.dossierwerkDiagram.command(this, $0)", command);
    }

    private void menu() {
        MenuItem root = add.addItem(getTranslation("modeling.editor.add"));
        root.addComponentAsFirst(DiagramZoom.sign("+\u00a0"));
        var items = root.getSubMenu();
        items.addItem(getTranslation("modeling.add.task"), click -> addAfter("task", "", ""));
        items.addItem(getTranslation("modeling.add.system"), click -> addAfter("system", "", ""));
        MenuItem blockItem = items.addItem(getTranslation("modeling.add.block"));
        choices.blocks().forEach(block -> blockItem.getSubMenu().addItem(block.label(), click -> addAfter("block", block.label(), block.value())));
        blockItem.setEnabled(!choices.blocks().isEmpty());
        reminder = items.addItem(getTranslation("modeling.add.reminder"), click -> askReminder());
        items.addItem(getTranslation("modeling.add.choice"), click -> addAfter("choice", "", ""));
        items.addItem(getTranslation("modeling.add.end"), click -> addAfter("end", "", ""));
    }

    private void addAfter(String kind, String name, String value) {
        JsonObject command = Json.createObject();
        command.put("act", "add");
        command.put("after", selected);
        command.put("kind", kind);
        command.put("name", name);
        command.put("value", value);
        command(command, dutch("modeling.what.added-after." + kind, name(selected), name));
        fields.focusNameOfNext();
    }

    /** Which term, and how many days before its end. */
    private void askReminder() {
        String on = selected;
        ReminderDialog dialog = new ReminderDialog(choices, name(on), timer -> {
            JsonObject command = Json.createObject();
            command.put("act", "remind");
            command.put("after", on);
            command.put("timer", timer.expression());
            command.put("timerName", dutch("modeling.reminder.timer", timer.daysBefore()));
            command.put("name", dutch("modeling.reminder.step", name(on)));
            command.put("endName", dutch("modeling.reminder.end"));
            command(command, dutch("modeling.what.added-after.reminder", name(on)));
        });
        dialog.open();
    }

    private void askConnect() {
        String from = selected;
        Dialog dialog = new Dialog(getTranslation("modeling.connect.title", name(from)));
        ComboBox<Step> to = new ComboBox<>(getTranslation("modeling.connect.to"));
        int depth = steps.step(from).map(Step::depth).orElse(0);
        to.setItems(steps.steps().stream().filter(step -> !step.id().equals(from) && step.kind() != Kind.START && step.host() == null
                && step.kind() != Kind.EVENT_SUB_PROCESS && step.depth() == depth).toList());
        to.setItemLabelGenerator(step -> name(step.id()));
        to.setWidthFull();
        Button yes = new Button(getTranslation("modeling.connect.do"), click -> {
            if (to.getValue() == null) {
                to.setErrorMessage(getTranslation("modeling.connect.which"));
                to.setInvalid(true);
                to.focus();
                return;
            }
            JsonObject command = Json.createObject();
            command.put("act", "connect");
            command.put("from", from);
            command.put("to", to.getValue().id());
            dialog.close();
            command(command, dutch("modeling.what.connected-to", name(from), name(to.getValue().id())));
        });
        yes.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.add(to);
        dialog.getFooter().add(new Button(getTranslation("modeling.cancel"), click -> dialog.close()), yes);
        dialog.open();
        to.focus();
    }

    private void remove() {
        if (!remove.isEnabled()) {
            return;
        }
        JsonObject command = Json.createObject();
        command.put("act", "remove");
        command.put("element", selected);
        afterRemoval = list.neighbour(selected);
        command(command, dutch("modeling.what.removed-one", name(selected)));
    }
}
