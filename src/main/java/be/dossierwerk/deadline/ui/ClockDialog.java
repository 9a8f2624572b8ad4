package be.dossierwerk.deadline.ui;

import be.dossierwerk.deadline.CorrectionGround;
import be.dossierwerk.deadline.ExtensionGround;
import be.dossierwerk.deadline.FilePause;
import be.dossierwerk.deadline.Justification;
import be.dossierwerk.deadline.LedgerLine;
import be.dossierwerk.deadline.PauseGround;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The one place where a clock is changed by hand: pause, resume, extend, correct the start or counter an entry, each with its ground from a closed
 * list, evidence and reason. Says beforehand what the last days become.
 */
class ClockDialog extends Dialog {

    private enum Act { PAUSE, RESUME, EXTEND, START, COUNTER }

    private static final int USUAL_ANSWER_DAYS = 14;

    private final String dossier;
    private final transient TermsPanels.Services services;
    private final transient List<TermStanding> running;
    private final transient List<FilePause> open;
    private final RadioButtonGroup<Act> act = new RadioButtonGroup<>();
    private final ComboBox<PauseGround> awaited = new ComboBox<>();
    private final DateField asked;
    /** Only looked at, never kept: it answers "and what if". */
    private final DateField expected;
    private final ComboBox<PauseGround> answered = new ComboBox<>();
    private final DateField answeredOn;
    private final ComboBox<TermStanding> term = new ComboBox<>();
    private final IntegerField days = new IntegerField();
    private final DateField start;
    private final ComboBox<LedgerLine> entry = new ComboBox<>();
    private final ComboBox<ExtensionGround> extension = new ComboBox<>();
    private final ComboBox<CorrectionGround> correction = new ComboBox<>();
    private final TextField evidence = new TextField();
    private final TextArea reason = new TextArea();
    private final Div lookAhead = new Div();

    ClockDialog(String dossier, TermsPanels.Services services, Runnable afterwards) {
        this.dossier = dossier;
        this.services = services;
        this.running = services.terms().of(dossier).stream().filter(each -> each.stoppedOn() == null).toList();
        // A suspension begins and ends with a ruling, not by hand.
        this.open = services.terms().openPauses(dossier).stream().filter(pause -> pause.ground() != PauseGround.SCHORSING).toList();
        LocalDate today = LocalDate.now(services.clock());
        setHeaderTitle(text("title"));
        setWidth("32rem");
        List<PauseGround> grounds = awaitable();
        List<LedgerLine> entries = services.adjustTerm().ledger(dossier).stream().filter(LedgerLine::canBeCountered).toList();
        act.setLabel(text("act"));
        act.setItems(possible(grounds, entries));
        act.setItemLabelGenerator(each -> text("act." + each));
        act.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        choices(awaited, getTranslation("deadline.pause.ground"), grounds);
        awaited.setItemLabelGenerator(each -> getTranslation("deadline.ground." + each));
        asked = day("deadline.pause.date", "deadline.pause.date-help", today);
        expected = day("deadline.pause.expected", "deadline.pause.expected-help", today.plusDays(USUAL_ANSWER_DAYS));
        choices(answered, getTranslation("deadline.resume.ground"), open.stream().map(FilePause::ground).toList());
        answered.setItemLabelGenerator(each -> getTranslation("deadline.ground." + each));
        answeredOn = day("deadline.resume.date", "deadline.resume.date-help", today);
        choices(term, text("term"), running);
        term.setItemLabelGenerator(TermStanding::name);
        days.setLabel(text("days"));
        days.setMin(1);
        days.setValueChangeMode(ValueChangeMode.LAZY);
        start = new DateField(text("start"));
        start.setMax(today);
        choices(entry, text("entry"), entries);
        entry.setItemLabelGenerator(LedgerLine::inWords);
        choices(extension, text("ground"), List.of(ExtensionGround.values()));
        extension.setItemLabelGenerator(each -> getTranslation("deadline.extension." + each));
        choices(correction, text("ground"), List.of(CorrectionGround.values()));
        correction.setItemLabelGenerator(each -> getTranslation("deadline.correction." + each));
        evidence.setLabel(text("evidence"));
        evidence.setHelperText(text("evidence-help"));
        reason.setLabel(text("reason"));
        lookAhead.addClassName("dw-look-ahead");
        lookAhead.getElement().setAttribute("role", "status");
        for (HasValue<?, ?> field : List.of(act, awaited, asked, expected, answered, answeredOn, term, days, start, entry, extension, correction)) {
            field.setRequiredIndicatorVisible(field != expected);
            field.addValueChangeListener(change -> look());
        }
        evidence.setRequiredIndicatorVisible(true);
        reason.setRequiredIndicatorVisible(true);
        VerticalLayout fields = new VerticalLayout(act, awaited, asked, expected, answered, answeredOn, term, days, start, entry, extension, correction,
                lookAhead, evidence, reason);
        fields.getChildren().filter(HasValidation.class::isInstance).forEach(field -> ((HasValidation) field).setManualValidation(true));
        fields.setPadding(false);
        fields.setSpacing(false);
        fields.setAlignItems(FlexComponent.Alignment.STRETCH);
        add(fields);
        Button confirm = new Button(text("do"), click -> confirm(afterwards));
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("deadline.cancel"), click -> close()), confirm);
        act.setValue(!open.isEmpty() ? Act.RESUME : !grounds.isEmpty() ? Act.PAUSE : Act.EXTEND);
        look();
    }

    /** Why this file can be paused: grounds that stop a running term and for which it does not wait yet. */
    private List<PauseGround> awaitable() {
        Set<PauseGround> waiting = open.stream().map(FilePause::ground).collect(Collectors.toSet());
        return services.terms().grounds(dossier).stream().filter(ground -> ground != PauseGround.SCHORSING && !waiting.contains(ground)).toList();
    }

    private List<Act> possible(List<PauseGround> grounds, List<LedgerLine> entries) {
        List<Act> possible = new ArrayList<>(List.of(Act.EXTEND, Act.START));
        if (!open.isEmpty()) {
            possible.add(0, Act.RESUME);
        }
        if (!grounds.isEmpty()) {
            possible.add(0, Act.PAUSE);
        }
        if (!entries.isEmpty()) {
            possible.add(Act.COUNTER);
        }
        return possible;
    }

    private <T> void choices(ComboBox<T> box, String label, List<T> items) {
        box.setLabel(label);
        box.setPlaceholder(text("choose"));
        box.setItems(items);
        if (items.size() == 1) {
            box.setValue(items.get(0));
        }
    }

    private DateField day(String label, String help, LocalDate value) {
        DateField day = new DateField(getTranslation(label));
        day.setHelperText(getTranslation(help));
        day.setValue(value);
        return day;
    }

    /** Shows the fields of the chosen act and, once it is clear what is asked, what the last days would become. */
    private void look() {
        Act chosen = act.getValue();
        show(chosen == Act.PAUSE, awaited, asked, expected);
        show(chosen == Act.RESUME, answered, answeredOn);
        show(chosen == Act.EXTEND || chosen == Act.START, term);
        show(chosen == Act.EXTEND, days, extension);
        show(chosen == Act.START, start);
        show(chosen == Act.COUNTER, entry);
        show(chosen == Act.START || chosen == Act.COUNTER, correction);
        lookAhead.removeAll();
        try {
            if (chosen == Act.PAUSE) {
                lookAheadOfPause();
            } else if (isClear(chosen)) {
                // The reason and the evidence do not change a date, so the look ahead does not wait for them.
                Map<String, LocalDate> dues = services.adjustTerm().lookAhead(dossier,
                        () -> change(ExtensionGround.OVERMACHT, CorrectionGround.VERKEERD_GENOTEERD, "-", "-"));
                running.stream().filter(each -> isAbout(each, chosen))
                        .forEach(each -> tell(each.name(), dues.get(each.rule())));
            }
        } catch (Refused refused) {
            lookAhead.add(new Paragraph(getTranslation(refused.key(), refused.args())));
        }
    }

    /** An entry that is countered may be about any term; a resumption is about those that stand still for its ground. */
    private boolean isAbout(TermStanding each, Act chosen) {
        return switch (chosen) {
            case EXTEND, START -> each.equals(term.getValue());
            case RESUME -> services.terms().stopped(dossier, answered.getValue()).contains(each.rule());
            case PAUSE, COUNTER -> true;
        };
    }

    private boolean isClear(Act chosen) {
        return switch (chosen) {
            case RESUME -> answered.getValue() != null && answeredOn.getValue() != null;
            case EXTEND -> term.getValue() != null && days.getValue() != null;
            case START -> term.getValue() != null && start.getValue() != null;
            case COUNTER -> entry.getValue() != null;
            case PAUSE -> false;
        };
    }

    private void lookAheadOfPause() {
        if (awaited.getValue() == null || asked.getValue() == null || expected.getValue() == null || expected.getValue().isBefore(asked.getValue())) {
            return;
        }
        // With more than one answer awaited the clock goes on only after the last one.
        boolean others = open.stream().anyMatch(pause -> !services.terms().stopped(dossier, pause.ground()).isEmpty());
        List<String> rules = services.terms().stopped(dossier, awaited.getValue());
        for (TermStanding each : running) {
            LocalDate due = rules.contains(each.rule()) ? services.terms().dueIfPaused(dossier, each.rule(), awaited.getValue(), asked.getValue(), expected.getValue())
                    : null;
            if (due != null) {
                lookAhead.add(new Paragraph(getTranslation(others ? "deadline.look-ahead.all" : "deadline.look-ahead", TermWords.prose(expected.getValue()),
                        each.name(), TermWords.prose(due))));
            }
        }
    }

    private void tell(String name, LocalDate due) {
        lookAhead.add(new Paragraph(due == null ? text("ahead-unknown", name) : text("ahead", name, TermWords.prose(due))));
    }

    private void change(ExtensionGround extended, CorrectionGround corrected, String shownBy, String why) {
        switch (act.getValue()) {
            case PAUSE -> services.pauseByHand().pause(dossier, asked.getValue(), new Justification<>(awaited.getValue(), shownBy, why));
            case RESUME -> services.pauseByHand().resume(dossier, answeredOn.getValue(), new Justification<>(answered.getValue(), shownBy, why));
            case EXTEND -> services.adjustTerm().extend(dossier, rule(), days.getValue() == null ? 0 : days.getValue(), new Justification<>(extended, shownBy, why));
            case START -> services.adjustTerm().correctStart(dossier, rule(), start.getValue(), new Justification<>(corrected, shownBy, why));
            case COUNTER -> services.adjustTerm().counter(dossier, entry.getValue() == null ? 0 : entry.getValue().id(), new Justification<>(corrected, shownBy, why));
        }
    }

    private String rule() {
        return term.getValue() == null ? "" : term.getValue().rule();
    }

    private void confirm(Runnable afterwards) {
        Map<String, HasValidation> fields = fields();
        fields.values().forEach(field -> field.setInvalid(false));
        try {
            change(extension.getValue(), correction.getValue(), evidence.getValue(), reason.getValue());
        } catch (Refused refused) {
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
        Answers.good(text("done." + act.getValue()));
        afterwards.run();
    }

    /** Which field a refusal is about, for the chosen act. */
    private Map<String, HasValidation> fields() {
        HasValidation ground = switch (act.getValue()) {
            case PAUSE -> awaited;
            case RESUME -> answered;
            case EXTEND -> extension;
            case START, COUNTER -> correction;
        };
        HasValidation day = switch (act.getValue()) {
            case PAUSE -> asked;
            case RESUME -> answeredOn;
            default -> start;
        };
        return Map.ofEntries(Map.entry("deadline.ground.required", ground), Map.entry("deadline.pause.already", ground),
                Map.entry("deadline.resume.not-paused", ground), Map.entry("deadline.date.required", day), Map.entry("deadline.date.future", day),
                Map.entry("deadline.pause.before-start", day), Map.entry("deadline.resume.before-pause", day), Map.entry("deadline.extend.days", days),
                Map.entry("deadline.term.not-running", term), Map.entry("deadline.counter.unknown", entry),
                Map.entry("deadline.evidence.required", evidence), Map.entry("deadline.reason.required", reason), Map.entry("deadline.text.too-long", reason));
    }

    private static void show(boolean visible, Component... fields) {
        for (Component field : fields) {
            field.setVisible(visible);
        }
    }

    private String text(String key, Object... args) {
        return getTranslation("deadline.adjust." + key, args);
    }
}
