package be.dossierwerk.modeling;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import elemental.json.Json;
import elemental.json.JsonObject;

/** Shows a decision table for editing, with a plain table that says the same. Keeps nothing: every change goes to who listens. */
@StyleSheet("context://modeling.css")
public class TableEditor extends FileEditor {

    private final TableTwin twin = new TableTwin(rule -> ask("remove-rule", rule));
    private final Div bar = new Div(adds("modeling.table.add-rule", "add-rule"), adds("modeling.table.add-input", "add-input"),
            adds("modeling.table.add-output", "add-output"));

    public TableEditor() {
        super("editTable", "modeling.table.drawing", "modeling.table.changed");
        bar.addClassName("dw-editor-bar");
        addComponentAsFirst(bar);
        add(twin);
    }

    @Override
    void read(String file, boolean readOnly) {
        bar.setVisible(!readOnly);
        twin.show(DecisionRules.of(file), readOnly);
    }

    private Button adds(String key, String act) {
        Button button = new Button(getTranslation(key), click -> ask(act, ""));
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return button;
    }

    private void ask(String act, String rule) {
        JsonObject command = Json.createObject();
        command.put("act", act);
        command.put("rule", rule);
        getElement().executeJs("window.dossierwerkDiagram.command(this, $0)", command);
    }
}
