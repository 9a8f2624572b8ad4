package be.dossierwerk.deadline.ui;

import be.dossierwerk.deadline.MonthRule;
import be.dossierwerk.deadline.PauseGround;
import be.dossierwerk.deadline.RollRule;
import be.dossierwerk.deadline.RuleChange;
import be.dossierwerk.deadline.RuleVersion;
import be.dossierwerk.deadline.TermUnit;
import be.dossierwerk.deadline.Transition;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.Answers;
import be.dossierwerk.shared.ui.DateField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.orderedlayout.FlexComponent;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** Asks what a rule should become and from when, and says beforehand what that would do. Nothing changes before somebody else approves. */
class ProposeRuleDialog extends Dialog {

    private static final int MAX_TEXT = 500;

    private final transient RuleVersion latest;
    private final transient TermRulesView.Services services;
    private final transient Map<String, HasValidation> fields = new LinkedHashMap<>();
    private final VerticalLayout form = new VerticalLayout();
    private final IntegerField amount = new IntegerField();
    private final ComboBox<TermUnit> unit = new ComboBox<>();
    private final ComboBox<MonthRule> monthRule = new ComboBox<>();
    private final ComboBox<RollRule> roll = new ComboBox<>();
    private final CheckboxGroup<PauseGround> grounds = new CheckboxGroup<>();
    private final RadioButtonGroup<Transition> transition = new RadioButtonGroup<>();
    private final DateField validFrom;
    private final TextArea source = new TextArea();
    private final TextArea reason = new TextArea();
    private final ImpactPanel impact = new ImpactPanel();

    ProposeRuleDialog(RuleVersion latest, LocalDate today, TermRulesView.Services services, Runnable afterwards) {
        this.latest = latest;
        this.services = services;
        setHeaderTitle(text("title", latest.name()));
        setWidth("40rem");
        // What was typed is not lost by a click beside the dialog.
        setCloseOnOutsideClick(false);
        form.setPadding(false);
        form.setAlignItems(FlexComponent.Alignment.STRETCH);
        amount.setLabel(text("amount"));
        amount.setValue(latest.amount());
        unit.setLabel(text("unit"));
        choices(unit, TermUnit.values(), "deadline.unit.", latest.unit());
        monthRule.setLabel(text("month-rule"));
        choices(monthRule, MonthRule.values(), "deadline.month-rule.", latest.monthRule());
        roll.setLabel(text("roll"));
        choices(roll, RollRule.values(), "deadline.roll.", latest.roll());
        grounds.setLabel(text("grounds"));
        grounds.setItems(PauseGround.values());
        grounds.setItemLabelGenerator(ground -> getTranslation("deadline.ground." + ground));
        grounds.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        grounds.setValue(latest.pauseGrounds());
        grounds.setVisible(!latest.bindsApplicant());
        LocalDate nextMonth = today.withDayOfMonth(1).plusMonths(1);
        validFrom = new DateField(text("valid-from"));
        validFrom.setValue(nextMonth.isAfter(latest.validFrom()) ? nextMonth : latest.validFrom().plusMonths(1));
        transition.setLabel(text("transition"));
        transition.setItems(Transition.values());
        transition.setItemLabelGenerator(item -> getTranslation("deadline.transition." + item));
        transition.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        transition.setValue(Transition.NIEUWE_TERMIJNEN);
        source.setLabel(text("source"));
        source.setHelperText(text("source-help"));
        source.setMaxLength(MAX_TEXT);
        source.setValue(latest.source());
        reason.setLabel(text("reason"));
        reason.setMaxLength(MAX_TEXT);
        add("amount", amount, true);
        add("unit", unit, true);
        add("monthRule", monthRule, true);
        add("roll", roll, true);
        add("pauseGrounds", grounds, false);
        add("validFrom", validFrom, true);
        add("transition", transition, true);
        form.add(impact);
        add("source", source, true);
        add("reason", reason, true);
        add(form);
        look();
        Button send = new Button(text("do"), click -> send(afterwards));
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("deadline.cancel"), click -> close()), send);
    }

    private <T> void choices(ComboBox<T> field, T[] items, String words, T value) {
        field.setItems(items);
        field.setItemLabelGenerator(item -> getTranslation(words + item));
        field.setValue(value);
    }

    private <C extends Component & HasValue<?, ?> & HasValidation> void add(String name, C field, boolean required) {
        field.setRequiredIndicatorVisible(required);
        field.setManualValidation(true);
        field.addValueChangeListener(change -> {
            field.setInvalid(false);
            look();
        });
        fields.put(name, field);
        form.add(field);
    }

    private RuleChange change() {
        return new RuleChange(latest.code(), unit.getValue(), amount.getValue(), monthRule.getValue(), roll.getValue(), grounds.getValue(), source.getValue(),
                reason.getValue(), validFrom.getValue(), transition.getValue());
    }

    /** Shows nothing while the figures make no sense yet. */
    private void look() {
        // How months are counted matters only for a term in months.
        monthRule.setVisible(unit.getValue() == TermUnit.MONTHS || unit.getValue() == TermUnit.YEARS);
        try {
            impact.show(services.impact().of(change()));
        } catch (Refused incomplete) {
            impact.clear();
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
        return getTranslation("deadline.propose." + key, args);
    }
}
