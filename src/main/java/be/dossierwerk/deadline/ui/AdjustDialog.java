package be.dossierwerk.deadline.ui;

import be.dossierwerk.deadline.AdjustTerm;
import be.dossierwerk.deadline.CorrectionGround;
import be.dossierwerk.deadline.ExtensionGround;
import be.dossierwerk.deadline.Justification;
import be.dossierwerk.deadline.LedgerLine;
import be.dossierwerk.deadline.TermStanding;
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
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.FlexComponent;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Extends a term, corrects its start or counters an entry, each with its ground and evidence, and says beforehand what the last days become. */
class AdjustDialog extends Dialog {

    private enum Act { EXTEND, START, COUNTER }

    private final String dossier;
    private final transient AdjustTerm adjustTerm;
    private final transient List<TermStanding> running;
    private final RadioButtonGroup<Act> act = new RadioButtonGroup<>();
    private final ComboBox<TermStanding> term = new ComboBox<>();
    private final IntegerField days = new IntegerField();
    private final DateField start;
    private final ComboBox<LedgerLine> entry = new ComboBox<>();
    private final ComboBox<ExtensionGround> extension = new ComboBox<>();
    private final ComboBox<CorrectionGround> correction = new ComboBox<>();
    private final TextField evidence = new TextField();
    private final TextArea reason = new TextArea();
    private final Div lookAhead = new Div();

    AdjustDialog(String dossier, TermsPanels.Services services, Runnable afterwards) {
        this.dossier = dossier;
        this.adjustTerm = services.adjustTerm();
        this.running = services.terms().of(dossier).stream().filter(each -> each.stoppedOn() == null).toList();
        setHeaderTitle(getTranslation("deadline.adjust.title"));
        setWidth("32rem");
        act.setLabel(getTranslation("deadline.adjust.act"));
        act.setItems(Act.values());
        act.setItemLabelGenerator(each -> getTranslation("deadline.adjust.act." + each));
        act.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        act.setValue(Act.EXTEND);
        start = new DateField(getTranslation("deadline.adjust.start"));
        start.setMax(LocalDate.now(services.clock()));
        list(term, "term", running);
        term.setItemLabelGenerator(TermStanding::name);
        days.setLabel(getTranslation("deadline.adjust.days"));
        days.setMin(1);
        list(entry, "entry", adjustTerm.ledger(dossier).stream().filter(LedgerLine::canBeCountered).toList());
        entry.setItemLabelGenerator(LedgerLine::inWords);
        list(extension, "ground", List.of(ExtensionGround.values()));
        extension.setItemLabelGenerator(each -> getTranslation("deadline.extension." + each));
        list(correction, "ground", List.of(CorrectionGround.values()));
        correction.setItemLabelGenerator(each -> getTranslation("deadline.correction." + each));
        evidence.setLabel(getTranslation("deadline.adjust.evidence"));
        evidence.setHelperText(getTranslation("deadline.adjust.evidence-help"));
        reason.setLabel(getTranslation("deadline.adjust.reason"));
        lookAhead.addClassName("dw-look-ahead");
        lookAhead.getElement().setAttribute("role", "status");
        days.setValueChangeMode(ValueChangeMode.LAZY);
        for (HasValue<?, ?> field : List.of(act, term, days, start, entry, extension, correction)) {
            field.setRequiredIndicatorVisible(true);
            field.addValueChangeListener(change -> look());
        }
        evidence.setRequiredIndicatorVisible(true);
        reason.setRequiredIndicatorVisible(true);
        for (Component field : List.of(act, term, days, start, entry, extension, correction, evidence, reason)) {
            if (field instanceof HasValidation validated) {
                validated.setManualValidation(true);
            }
        }
        VerticalLayout fields = new VerticalLayout(act, term, days, start, entry, extension, correction, lookAhead, evidence, reason);
        fields.setPadding(false);
        fields.setAlignItems(FlexComponent.Alignment.STRETCH);
        add(fields);
        Button confirm = new Button(getTranslation("deadline.adjust.do"), click -> confirm(afterwards));
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("deadline.cancel"), click -> close()), confirm);
        look();
    }

    private <T> void list(ComboBox<T> box, String key, List<T> items) {
        box.setLabel(getTranslation("deadline.adjust." + key));
        box.setPlaceholder(getTranslation("deadline.adjust.choose"));
        box.setItems(items);
        if (items.size() == 1) {
            box.setValue(items.get(0));
        }
    }

    /** Shows the fields of the chosen act and, once it is clear what is asked, what the last days would become. */
    private void look() {
        Act chosen = act.getValue();
        term.setVisible(chosen != Act.COUNTER);
        days.setVisible(chosen == Act.EXTEND);
        start.setVisible(chosen == Act.START);
        entry.setVisible(chosen == Act.COUNTER);
        extension.setVisible(chosen == Act.EXTEND);
        correction.setVisible(chosen != Act.EXTEND);
        lookAhead.removeAll();
        try {
            if (chosen == Act.COUNTER ? entry.getValue() != null : term.getValue() != null && (chosen == Act.EXTEND ? days.getValue() : start.getValue()) != null) {
                // The ground and the evidence do not change a date, so the look ahead does not wait for them.
                Map<String, LocalDate> dues = adjustTerm.lookAhead(dossier, () -> change(ExtensionGround.OVERMACHT, CorrectionGround.VERKEERD_GENOTEERD, "-", "-"));
                running.stream().filter(each -> chosen == Act.COUNTER || each.equals(term.getValue())).forEach(each -> {
                    LocalDate due = dues.get(each.rule());
                    lookAhead.add(new Paragraph(due == null ? getTranslation("deadline.adjust.ahead-unknown", each.name())
                            : getTranslation("deadline.adjust.ahead", each.name(), TermWords.prose(due))));
                });
            }
        } catch (Refused refused) {
            lookAhead.add(new Paragraph(getTranslation(refused.key(), refused.args())));
        }
    }

    private void change(ExtensionGround extended, CorrectionGround corrected, String shownBy, String why) {
        switch (act.getValue()) {
            case EXTEND -> adjustTerm.extend(dossier, rule(), days.getValue() == null ? 0 : days.getValue(), new Justification<>(extended, shownBy, why));
            case START -> adjustTerm.correctStart(dossier, rule(), start.getValue(), new Justification<>(corrected, shownBy, why));
            case COUNTER -> adjustTerm.counter(dossier, entry.getValue() == null ? 0 : entry.getValue().id(), new Justification<>(corrected, shownBy, why));
        }
    }

    private String rule() {
        return term.getValue() == null ? "" : term.getValue().rule();
    }

    private void confirm(Runnable afterwards) {
        try {
            change(extension.getValue(), correction.getValue(), evidence.getValue(), reason.getValue());
        } catch (Refused refused) {
            Map<String, HasValidation> fields = Map.of("deadline.ground.required", act.getValue() == Act.EXTEND ? extension : correction,
                    "deadline.evidence.required", evidence, "deadline.reason.required", reason, "deadline.extend.days", days,
                    "deadline.date.required", start, "deadline.date.future", start, "deadline.term.not-running", term, "deadline.counter.unknown", entry);
            fields.values().forEach(field -> field.setInvalid(false));
            HasValidation wrong = fields.get(refused.key());
            if (wrong == null) {
                Answers.refused(this, refused);
            } else {
                wrong.setErrorMessage(getTranslation(refused.key(), refused.args()));
                wrong.setInvalid(true);
                ((Component) wrong).getElement().callJsFunction("focus");
            }
            return;
        }
        close();
        Answers.good(getTranslation("deadline.adjust.done"));
        afterwards.run();
    }
}
