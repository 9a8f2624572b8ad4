package be.dossierwerk.board.ui;

import be.dossierwerk.board.Definition.Row;
import be.dossierwerk.board.Definitions.Measure;
import be.dossierwerk.board.Limit;
import be.dossierwerk.board.Scope;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** One limit of a definition, as somebody types it. */
class LimitFields extends Div {

    private final ComboBox<String> start;
    private final ComboBox<String> stop;
    private final ComboBox<String> countedIn;
    private final ComboBox<Limit.Unit> unit = new ComboBox<>();
    private final TextField amount = new TextField(text("field.amount"));
    private final MultiSelectComboBox<String> kinds = new MultiSelectComboBox<>(text("field.kinds"));
    private final MultiSelectComboBox<String> channels = new MultiSelectComboBox<>(text("field.channels"));
    private final Checkbox withoutPauses = new Checkbox(text("field.without-pauses"));

    /** {@code row}: what stands in the fields, null for nothing. */
    LimitFields(List<String> events, Row row, BoardWords words) {
        addClassName("dw-board-limit");
        start = event("start", events, words);
        stop = event("stop", events, words);
        countedIn = event("countedIn", events, words);
        unit.setLabel(text("field.unit"));
        unit.setItems(Limit.Unit.values());
        unit.setItemLabelGenerator(each -> text("unit." + each));
        unit.addValueChangeListener(change -> amount.setHelperText(change.getValue() == null ? "" : text("such-as." + change.getValue())));
        kinds.setItemLabelGenerator(words::kind);
        kinds.setHelperText(text("empty-is-all"));
        channels.setItemLabelGenerator(words::channel);
        channels.setHelperText(text("empty-is-all"));
        add(start, stop, countedIn, unit, amount, kinds, channels, withoutPauses);
        if (row != null) {
            show(row, words);
        }
    }

    private void show(Row row, BoardWords words) {
        start.setValue(row.start());
        stop.setValue(row.stop());
        countedIn.setValue(row.countedIn());
        unit.setValue(row.unit());
        amount.setValue(words.limit(row.amount()));
        withoutPauses.setValue(row.withoutPauses());
        kinds.setItems(row.scope().kinds());
        channels.setItems(row.scope().channels());
        kinds.setValue(row.scope().kinds());
        channels.setValue(row.scope().channels());
    }

    private ComboBox<String> event(String field, List<String> events, BoardWords words) {
        ComboBox<String> choice = new ComboBox<>(text("field." + field));
        choice.setItems(events);
        choice.setItemLabelGenerator(words::event);
        return choice;
    }

    /** What was chosen stays. */
    void of(Measure measure) {
        Set<String> chosenKinds = kinds.getValue();
        Set<String> chosenChannels = channels.getValue();
        kinds.setItems(both(measure.kinds(), chosenKinds));
        channels.setItems(both(measure.channels(), chosenChannels));
        kinds.setValue(chosenKinds);
        channels.setValue(chosenChannels);
    }

    private static Set<String> both(List<String> known, Set<String> chosen) {
        Set<String> all = new TreeSet<>(known);
        all.addAll(chosen);
        return all;
    }

    /** Under the names that a refusal gives them. */
    void into(Map<String, HasValidation> fields, int place) {
        fields.put("start" + place, start);
        fields.put("stop" + place, stop);
        fields.put("countedIn" + place, countedIn);
        fields.put("unit" + place, unit);
        fields.put("amount" + place, amount);
        fields.put("kinds" + place, kinds);
    }

    /** A half is typed with a comma or a point. */
    Row row() {
        return new Row(start.getValue(), stop.getValue(), countedIn.getValue(), unit.getValue(), amount.getValue().replace(',', '.'), withoutPauses.getValue(), new Scope(kinds.getValue(), channels.getValue()));
    }

    private String text(String key) {
        return getTranslation("board.definition." + key);
    }
}
