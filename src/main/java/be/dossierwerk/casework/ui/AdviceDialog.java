package be.dossierwerk.casework.ui;

import be.dossierwerk.casework.CommitteeActions;
import be.dossierwerk.casework.Outcome;
import be.dossierwerk.casework.SessionFiles;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.Answers;
import be.dossierwerk.shared.ui.DateField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** One advice for the chosen files; stays open with what was typed as long as something is wrong. */
class AdviceDialog extends Dialog {

    private static final int MOST_MEMBERS = 99;

    private record Bound(Component component, Supplier<String> raw) { }

    private final transient CommitteeActions actions;
    private final transient List<SessionFiles.Line> files;
    private final transient Runnable done;
    private final UUID action = UUID.randomUUID();
    private final transient Map<String, Bound> bound = new LinkedHashMap<>();
    private final Div form = new Div();
    private final Div problem = new Div();
    private final Button record = new Button();

    AdviceDialog(List<SessionFiles.Line> files, LocalDate session, LocalDate today, CommitteeActions actions, Runnable done) {
        this.files = files;
        this.actions = actions;
        this.done = done;
        setHeaderTitle(text("title", files.size()));
        setWidth("44rem");
        setCloseOnOutsideClick(false);
        UnorderedList which = new UnorderedList();
        files.forEach(file -> which.add(new ListItem(file.dossier() + " · " + file.subject())));
        problem.addClassName("dw-problem");
        problem.getElement().setAttribute("role", "alert");
        form.addClassName("dw-advice-form");
        fields(session.isAfter(today) ? today : session, today);
        add(new Paragraph(text("what")), which, form, problem);
        record.setText(text("do"));
        record.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        record.setDisableOnClick(true);
        record.addClickListener(click -> record());
        getFooter().add(new Button(getTranslation("casework.screen.cancel"), click -> close()), record);
    }

    private void fields(LocalDate givenOn, LocalDate today) {
        DateField date = new DateField(text("gegevenOp"));
        date.setValue(givenOn);
        date.setMax(today);
        bind("gegevenOp", date, true, () -> date.getValue() == null ? "" : date.getValue().toString());
        IntegerField present = new IntegerField(text("aanwezig"));
        present.setMin(0);
        present.setMax(MOST_MEMBERS);
        present.setHelperText(text("aanwezig-help"));
        bind("aanwezig", present, true, () -> present.getValue() == null ? "" : present.getValue().toString());
        radio("quorumBereikt", List.of("JA", "NEE")).setHelperText(text("quorum-help"));
        RadioButtonGroup<String> advice = radio("strekking", List.of("GUNSTIG", "VOORWAARDELIJK", "ONGUNSTIG", "UITGESTELD"));
        area("motivering", true).setHelperText(text("motivering-help"));
        TextArea minority = area("minderheid", false);
        advice.addValueChangeListener(change -> minority.setVisible(!"UITGESTELD".equals(change.getValue())));
    }

    private RadioButtonGroup<String> radio(String key, List<String> codes) {
        RadioButtonGroup<String> field = new RadioButtonGroup<>(text(key));
        field.setItems(codes);
        field.setItemLabelGenerator(code -> text(key + "." + code));
        field.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        bind(key, field, true, () -> field.getValue() == null ? "" : field.getValue());
        return field;
    }

    private TextArea area(String key, boolean required) {
        TextArea field = new TextArea(text(key));
        field.setMinRows(3);
        field.setMaxRows(10);
        bind(key, field, required, field::getValue);
        return field;
    }

    private <C extends Component & HasValue<?, ?>> void bind(String key, C field, boolean required, Supplier<String> raw) {
        field.setRequiredIndicatorVisible(required);
        if (field instanceof HasValidation validated) {
            // The form's rules are the server's; the component's own would double its messages.
            validated.setManualValidation(true);
        }
        field.addValueChangeListener(change -> {
            if (field instanceof HasValidationProperties validated) {
                validated.setInvalid(false);
            }
        });
        bound.put(key, new Bound(field, raw));
        form.add(field);
    }

    private void record() {
        try {
            Map<String, Object> advice = new HashMap<>();
            bound.forEach((key, field) -> advice.put(key, field.component().isVisible() ? field.raw().get() : ""));
            List<Outcome> outcomes = actions.record(action, files.stream().map(SessionFiles.Line::taskId).toList(), advice);
            List<Refused.Field> wrong = new ArrayList<>();
            if (outcomes.stream().noneMatch(Outcome::isDone)) {
                outcomes.forEach(outcome -> wrong.addAll(outcome.refusal().fields()));
            }
            if (wrong.isEmpty()) {
                close();
                answer(outcomes);
            } else {
                show(outcomes.get(0).refusal(), wrong);
            }
        } catch (Refused refused) {
            problem.setText(getTranslation(refused.key(), refused.args()));
        } finally {
            record.setEnabled(true);
        }
    }

    private void answer(List<Outcome> outcomes) {
        done.run();
        if (outcomes.stream().allMatch(Outcome::isDone)) {
            Answers.good(text("done", outcomes.size()));
            return;
        }
        Map<String, String> names = files.stream().collect(Collectors.toMap(SessionFiles.Line::taskId, file -> file.dossier() + " · " + file.subject()));
        OutcomesDialog.open(this, text("outcome"), text("recorded"), outcomes, names::get);
    }

    private void show(Refused refused, List<Refused.Field> wrong) {
        Map<String, Refused.Field> byKey = wrong.stream().collect(Collectors.toMap(Refused.Field::name, f -> f, (a, b) -> a));
        problem.setText(getTranslation(refused.key(), refused.args()));
        boolean[] focused = new boolean[1];
        bound.forEach((key, field) -> {
            Refused.Field error = byKey.get(key);
            if (field.component() instanceof HasValidationProperties validated) {
                validated.setErrorMessage(error == null ? null : getTranslation(error.key(), error.args()));
                validated.setInvalid(error != null);
            }
            if (error != null && !focused[0]) {
                focused[0] = true;
                field.component().getElement().callJsFunction("focus");
            }
        });
    }

    private String text(String key, Object... args) {
        return getTranslation("casework.screen.advice." + key, args);
    }
}
