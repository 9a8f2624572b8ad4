package be.dossierwerk.procedurechange.ui;

import be.dossierwerk.procedurechange.DecisionRow;
import be.dossierwerk.procedurechange.ShowDecisionRows;
import be.dossierwerk.procedurechange.ShowDecisionRows.Fact;
import be.dossierwerk.procedurechange.ShowDecisionRows.Sheet;
import be.dossierwerk.shared.ui.ActDialog;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The fields of one test row: a name, a field for each fact that the table asks, and what it must answer. */
class DecisionRowFields {

    private final TextField label = new TextField();
    private final Map<String, Supplier<Object>> facts = new LinkedHashMap<>();
    private final MultiSelectComboBox<Map<String, Object>> expected = new MultiSelectComboBox<>();
    private final Checkbox exactly;

    /** @param row null for a new one */
    DecisionRowFields(ActDialog dialog, Sheet sheet, DecisionRow row) {
        label.setLabel(dialog.getTranslation("procedurechange.rows.label"));
        label.setValue(row == null ? "" : row.label());
        dialog.field("label", label);
        Div all = new Div();
        all.addClassName("dw-compare-facts");
        sheet.facts().forEach(fact -> all.add(field(dialog, fact, row == null ? null : row.facts().get(fact.name()))));
        dialog.show(all);
        Set<Map<String, Object>> answers = new LinkedHashSet<>(sheet.answers());
        if (row != null) {
            answers.addAll(row.expected());
        }
        expected.setLabel(dialog.getTranslation(sheet.single() ? "procedurechange.rows.expected.one" : "procedurechange.rows.expected.more"));
        expected.setHelperText(dialog.getTranslation("procedurechange.rows.expected.help"));
        expected.setItems(new ArrayList<>(answers));
        expected.setItemLabelGenerator(ShowDecisionRows::inWords);
        if (row != null) {
            expected.setValue(new LinkedHashSet<>(row.expected()));
        }
        dialog.field("expected", expected);
        expected.setRequiredIndicatorVisible(false);
        exactly = new Checkbox(dialog.getTranslation("procedurechange.rows.exactly"), row == null || row.exactly());
        if (!sheet.single()) {
            dialog.show(exactly);
        }
    }

    DecisionRow.Content content() {
        Map<String, Object> filled = new LinkedHashMap<>();
        facts.forEach((name, value) -> {
            if (value.get() != null) {
                filled.put(name, value.get());
            }
        });
        return new DecisionRow.Content(label.getValue(), filled, List.copyOf(expected.getValue()), exactly.getValue());
    }

    private com.vaadin.flow.component.Component field(ActDialog dialog, Fact fact, Object value) {
        switch (fact.type()) {
            case FLAG -> {
                ComboBox<Boolean> field = new ComboBox<>(fact.label(), List.of(true, false));
                field.setItemLabelGenerator(yes -> dialog.getTranslation(yes ? "procedurechange.rows.yes" : "procedurechange.rows.no"));
                field.setClearButtonVisible(true);
                field.setValue((Boolean) value);
                facts.put(fact.name(), field::getValue);
                return field;
            }
            case NUMBER -> {
                NumberField field = new NumberField(fact.label());
                field.setValue(value == null ? null : ((Number) value).doubleValue());
                facts.put(fact.name(), () -> whole(field.getValue()));
                return field;
            }
            default -> {
                ComboBox<String> field = new ComboBox<>(fact.label());
                Set<String> choices = new LinkedHashSet<>(fact.choices());
                if (value != null) {
                    choices.add(String.valueOf(value));
                }
                field.setItems(new ArrayList<>(choices));
                field.setItemLabelGenerator(code -> ShowDecisionRows.inWords(Map.of("", code)));
                field.setClearButtonVisible(true);
                field.setValue(value == null ? null : String.valueOf(value));
                facts.put(fact.name(), field::getValue);
                return field;
            }
        }
    }

    /** 12 and not 12.0. */
    private static Number whole(Double number) {
        if (number == null) {
            return null;
        }
        return number == Math.rint(number) && Math.abs(number) < 1e15 ? (Number) number.longValue() : number;
    }
}
