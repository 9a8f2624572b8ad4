package be.dossierwerk.deadline.ui;

import be.dossierwerk.deadline.CalendarChange;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.Answers;
import be.dossierwerk.shared.ui.DateField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.orderedlayout.FlexComponent;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.LinkedHashMap;
import java.util.Map;

/** Asks which day becomes a holiday or no longer is one, and says beforehand what that would do. Nothing changes before somebody else approves. */
class ProposeCalendarDialog extends Dialog {

    private static final int MAX_TEXT = 500;

    private final transient CalendarPanel.Services services;
    private final transient Map<String, HasValidation> fields = new LinkedHashMap<>();
    private final VerticalLayout form = new VerticalLayout();
    private final DateField day;
    private final ComboBox<Boolean> holiday = new ComboBox<>();
    private final TextField name = new TextField();
    private final TextArea source = new TextArea();
    private final TextArea reason = new TextArea();
    private final CalendarImpactPanel impact = new CalendarImpactPanel();

    ProposeCalendarDialog(CalendarPanel.Services services, Runnable afterwards) {
        this.services = services;
        setHeaderTitle(text("title"));
        setWidth("40rem");
        // What was typed is not lost by a click beside the dialog.
        setCloseOnOutsideClick(false);
        form.setPadding(false);
        form.setAlignItems(FlexComponent.Alignment.STRETCH);
        day = new DateField(text("day"));
        holiday.setLabel(text("holiday"));
        holiday.setItems(true, false);
        holiday.setItemLabelGenerator(item -> text("holiday." + item));
        holiday.setValue(true);
        name.setLabel(text("name"));
        name.setMaxLength(MAX_TEXT);
        source.setLabel(text("source"));
        source.setHelperText(text("source-help"));
        source.setMaxLength(MAX_TEXT);
        reason.setLabel(text("reason"));
        reason.setMaxLength(MAX_TEXT);
        add("day", day);
        add("holiday", holiday);
        day.addValueChangeListener(change -> look());
        holiday.addValueChangeListener(change -> look());
        form.add(impact);
        add("name", name);
        add("source", source);
        add("reason", reason);
        add(form);
        Button send = new Button(text("do"), click -> send(afterwards));
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("deadline.cancel"), click -> close()), send);
    }

    private <C extends Component & HasValue<?, ?> & HasValidation> void add(String field, C input) {
        input.setRequiredIndicatorVisible(true);
        input.setManualValidation(true);
        input.addValueChangeListener(change -> input.setInvalid(false));
        fields.put(field, input);
        form.add(input);
    }

    private CalendarChange change() {
        return new CalendarChange(day.getValue(), holiday.getValue(), name.getValue(), source.getValue(), reason.getValue());
    }

    /** A day that already is so is said at once; before a day is filled in there is nothing to say. */
    private void look() {
        impact.clear();
        day.setInvalid(false);
        if (day.isEmpty() || holiday.isEmpty()) {
            return;
        }
        try {
            impact.show(services.impact().of(change()));
        } catch (Refused refused) {
            Answers.refused(this, refused, Map.of("day", day));
        }
    }

    private void send(Runnable afterwards) {
        try {
            services.propose().propose(change());
        } catch (Refused refused) {
            Answers.refused(this, refused, fields);
            refused.fields().stream().findFirst().map(wrong -> fields.get(wrong.name()))
                    .ifPresent(field -> ((Component) field).getElement().callJsFunction("focus"));
            return;
        }
        close();
        Answers.good(text("done"));
        afterwards.run();
    }

    private String text(String key, Object... args) {
        return getTranslation("deadline.calendar.propose." + key, args);
    }
}
