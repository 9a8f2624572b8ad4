package be.dossierwerk.modeling;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import elemental.json.Json;
import elemental.json.JsonObject;

/** Shows a decision table for editing, with a plain table that says the same. */
public class TableEditor extends TwinEditor {

    private final TableTwin twin = new TableTwin(rule -> ask("remove-rule", rule));

    public TableEditor() {
        super("editTable", "modeling.table.drawing", "modeling.table.changed");
        bar.add(adds("modeling.table.add-rule", "add-rule"), adds("modeling.table.add-input", "add-input"), adds("modeling.table.add-output", "add-output"));
        add(twin);
    }

    @Override
    void read(String file) {
        twin.show(DecisionRules.of(file), isReadOnly());
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
