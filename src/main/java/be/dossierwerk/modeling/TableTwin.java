package be.dossierwerk.modeling;

import be.dossierwerk.shared.ui.CardTable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A decision table as a plain table: a rule is a row, and every cell says its column (quality.md U5). */
class TableTwin extends Div {

    private final transient Consumer<String> remove;

    /** @param remove takes the id of a rule away */
    TableTwin(Consumer<String> remove) {
        this.remove = remove;
        addClassName("dw-twin");
    }

    void show(DecisionRules rules, boolean readOnly) {
        removeAll();
        List<String> headers = new ArrayList<>(List.of(getTranslation("modeling.table.rule")));
        headers.addAll(rules.inputs());
        headers.addAll(rules.outputs());
        headers.add(getTranslation("modeling.table.note"));
        if (!readOnly) {
            headers.add(getTranslation("modeling.editor.remove"));
        }
        CardTable table = new CardTable(rules.name(), headers);
        int number = 0;
        for (DecisionRules.Rule rule : rules.rules()) {
            number++;
            List<Component> cells = new ArrayList<>(List.of(CardTable.text(String.valueOf(number))));
            rule.inputs().forEach(text -> cells.add(CardTable.text(text.isEmpty() || text.equals("-") ? getTranslation("modeling.table.any") : text)));
            rule.outputs().forEach(text -> cells.add(CardTable.text(text)));
            cells.add(CardTable.text(rule.note()));
            if (!readOnly) {
                Button away = new Button(getTranslation("modeling.table.remove-rule", number), click -> remove.accept(rule.id()));
                away.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
                cells.add(away);
            }
            table.row(cells.toArray(Component[]::new));
        }
        String policy = rules.hitPolicy().equals("FIRST") ? "first" : rules.hitPolicy().startsWith("COLLECT") || rules.hitPolicy().equals("RULE ORDER") ? "collect" : "one";
        add(new H3(getTranslation("modeling.table.twin")), new Paragraph(getTranslation("modeling.table.hit." + policy)), table);
    }
}
