package be.dossierwerk.board.ui;

import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A choice among codes of the board, or all of them. */
class CodeChoice extends Select<String> {

    /** {@code words}: of a code. */
    CodeChoice(String label, String all, UnaryOperator<String> words, Runnable changed) {
        setLabel(label);
        setItemLabelGenerator(code -> code.isEmpty() ? all : words.apply(code));
        addValueChangeListener(change -> {
            if (change.isFromClient()) {
                changed.run();
            }
        });
    }

    /** {@code chosen}: null for all; it is offered also when it does not occur. */
    void offer(List<String> codes, String chosen) {
        List<String> all = new ArrayList<>(List.of(""));
        all.addAll(codes);
        if (chosen != null && !codes.contains(chosen)) {
            all.add(chosen);
        }
        setItems(all);
        setValue(chosen == null ? "" : chosen);
    }

    /** Null for all. */
    String chosen() {
        return getValue() == null || getValue().isEmpty() ? null : getValue();
    }
}
