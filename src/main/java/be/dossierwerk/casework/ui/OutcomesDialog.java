package be.dossierwerk.casework.ui;

import be.dossierwerk.casework.Outcome;
import be.dossierwerk.shared.Refused;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A list to read when some of many did not go well. */
final class OutcomesDialog {

    private OutcomesDialog() { }

    /** One by one what happened; {@code name} says which file a task is of. */
    static void open(Component on, String title, String done, List<Outcome> outcomes, UnaryOperator<String> name) {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(title);
        dialog.setMaxWidth("44rem");
        UnorderedList list = new UnorderedList();
        list.addClassName("dw-outcomes");
        for (Outcome outcome : outcomes) {
            Span what = new Span(outcome.isDone() ? done : on.getTranslation(reason(outcome.refusal()).key(), reason(outcome.refusal()).args()));
            what.addClassName(outcome.isDone() ? "dw-outcome-done" : "dw-outcome-refused");
            list.add(new ListItem(new Span(name.apply(outcome.taskId()) + ": "), what));
        }
        dialog.add(list);
        Button close = new Button(on.getTranslation("casework.screen.close"), click -> dialog.close());
        close.setAutofocus(true);
        dialog.getFooter().add(close);
        dialog.open();
    }

    private record Words(String key, Object[] args) { }

    /** The field's own words say more than "a field is wrong". */
    private static Words reason(Refused refused) {
        return refused.fields().isEmpty() ? new Words(refused.key(), refused.args())
                : new Words(refused.fields().get(0).key(), refused.fields().get(0).args());
    }
}
