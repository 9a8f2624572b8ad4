package be.dossierwerk.modeling;

import be.dossierwerk.modeling.DiagramChoices.Choice;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.function.Consumer;

/** Asks when a reminder goes out: which term, and how many days before its end. */
class ReminderDialog extends Dialog {

    private final ComboBox<Choice> term = new ComboBox<>();
    private final IntegerField days = new IntegerField();

    ReminderDialog(DiagramChoices choices, String step, Consumer<TermTimer> chosen) {
        setHeaderTitle(getTranslation("modeling.reminder.title", step));
        term.setLabel(getTranslation("modeling.field.term"));
        term.setItems(choices.terms());
        term.setItemLabelGenerator(Choice::label);
        days.setLabel(getTranslation("modeling.field.days-before"));
        days.setMin(0);
        days.setMax(999);
        days.setStepButtonsVisible(true);
        days.setValue(5);
        term.setWidthFull();
        Button yes = new Button(getTranslation("modeling.reminder.do"), click -> {
            term.setErrorMessage(getTranslation("modeling.reminder.which"));
            days.setErrorMessage(getTranslation("modeling.reminder.days"));
            term.setInvalid(term.getValue() == null);
            boolean wrongDays = days.getValue() == null || days.getValue() < 0 || days.getValue() > 999;
            days.setInvalid(wrongDays);
            if (term.isInvalid()) {
                term.focus();
            } else if (wrongDays) {
                days.focus();
            } else {
                close();
                chosen.accept(new TermTimer(term.getValue().value(), days.getValue()));
            }
        });
        yes.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div fields = new Div(term, days);
        fields.addClassName("dw-editor-dialog");
        add(fields);
        getFooter().add(new Button(getTranslation("modeling.cancel"), click -> close()), yes);
        addOpenedChangeListener(opened -> {
            if (opened.isOpened()) {
                term.focus();
            }
        });
    }
}
