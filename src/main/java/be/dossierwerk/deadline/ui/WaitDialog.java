package be.dossierwerk.deadline.ui;

import be.dossierwerk.deadline.FilePause;
import be.dossierwerk.deadline.PauseGround;
import be.dossierwerk.deadline.TermStanding;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.Answers;
import be.dossierwerk.shared.ui.DateField;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.FlexComponent;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks what the file waits for, since or until when and why, and says beforehand what that does to the last days. */
class WaitDialog extends Dialog {

    private static final int MAX_TEXT = 500;
    private static final int USUAL_ANSWER_DAYS = 14;
    private static final Set<String> ABOUT_GROUND = Set.of("deadline.ground.required", "deadline.pause.already", "deadline.resume.not-paused");
    private static final Set<String> ABOUT_REASON = Set.of("deadline.reason.required", "deadline.text.too-long");
    private static final Set<String> ABOUT_DATE = Set.of("deadline.date.required", "deadline.date.future", "deadline.pause.before-start",
            "deadline.resume.before-pause");

    private final String dossier;
    private final transient TermsPanels.Services services;
    private final boolean pausing;
    private final RadioButtonGroup<PauseGround> ground = new RadioButtonGroup<>();
    private final DateField date;
    /** Only looked at, never kept: it answers "and what if". */
    private final DateField expected;
    private final TextArea reason = new TextArea();
    private final Div lookAhead = new Div();

    static WaitDialog pausing(String dossier, TermsPanels.Services services, Runnable afterwards) {
        return new WaitDialog(dossier, services, true, grounds(dossier, services), afterwards);
    }

    /** Why this file can be paused: grounds that stop a running term and for which it does not wait yet. */
    static List<PauseGround> grounds(String dossier, TermsPanels.Services services) {
        Set<PauseGround> open = open(dossier, services).stream().map(FilePause::ground).collect(Collectors.toSet());
        return services.terms().grounds(dossier).stream().filter(ground -> !open.contains(ground)).toList();
    }

    static WaitDialog resuming(String dossier, TermsPanels.Services services, Runnable afterwards) {
        return new WaitDialog(dossier, services, false, open(dossier, services).stream().map(FilePause::ground).toList(), afterwards);
    }

    private static List<FilePause> open(String dossier, TermsPanels.Services services) {
        return services.terms().openPauses(dossier);
    }

    private WaitDialog(String dossier, TermsPanels.Services services, boolean pausing, List<PauseGround> grounds, Runnable afterwards) {
        this.dossier = dossier;
        this.services = services;
        this.pausing = pausing;
        LocalDate today = LocalDate.now(services.clock());
        String texts = pausing ? "deadline.pause" : "deadline.resume";
        setHeaderTitle(getTranslation(texts + ".title"));
        ground.setLabel(getTranslation(texts + ".ground"));
        ground.setItems(grounds);
        ground.setItemLabelGenerator(item -> getTranslation("deadline.ground." + item));
        ground.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        ground.setRequiredIndicatorVisible(true);
        ground.setManualValidation(true);
        if (grounds.size() == 1) {
            ground.setValue(grounds.get(0));
        }
        date = new DateField(getTranslation(texts + ".date"));
        date.setValue(today);
        date.setRequiredIndicatorVisible(true);
        date.setManualValidation(true);
        date.setHelperText(getTranslation(texts + ".date-help"));
        expected = new DateField(getTranslation("deadline.pause.expected"));
        expected.setValue(today.plusDays(USUAL_ANSWER_DAYS));
        expected.setHelperText(getTranslation("deadline.pause.expected-help"));
        expected.setVisible(pausing);
        reason.setLabel(getTranslation(texts + ".reason"));
        reason.setMaxLength(MAX_TEXT);
        reason.setRequiredIndicatorVisible(true);
        reason.setManualValidation(true);
        lookAhead.addClassName("dw-look-ahead");
        lookAhead.getElement().setAttribute("role", "status");
        ground.addValueChangeListener(change -> look());
        date.addValueChangeListener(change -> look());
        expected.addValueChangeListener(change -> look());
        look();
        VerticalLayout fields = new VerticalLayout(ground, date, expected, lookAhead, reason);
        fields.setPadding(false);
        fields.setAlignItems(FlexComponent.Alignment.STRETCH);
        add(fields);
        setWidth("30rem");
        Button send = new Button(getTranslation(texts), click -> send(afterwards));
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("deadline.cancel"), click -> close()), send);
    }

    private void send(Runnable afterwards) {
        clear(ground, date, reason);
        try {
            if (pausing) {
                services.pauseByHand().pause(dossier, ground.getValue(), date.getValue(), reason.getValue());
            } else {
                services.pauseByHand().resume(dossier, ground.getValue(), date.getValue(), reason.getValue());
            }
        } catch (Refused refused) {
            show(refused);
            return;
        }
        close();
        Answers.good(getTranslation(pausing ? "deadline.pause.done" : "deadline.resume.done"));
        afterwards.run();
    }

    /** One sentence for each term that stands still, or nothing while the days make no sense. */
    private void look() {
        lookAhead.removeAll();
        LocalDate opened = pausing ? date.getValue() : since();
        LocalDate closed = pausing ? expected.getValue() : date.getValue();
        if (opened == null || closed == null || closed.isBefore(opened)) {
            return;
        }
        // With more than one answer awaited the clock goes on only after the last one.
        boolean others = open(dossier, services).stream().anyMatch(pause -> (pausing || pause.ground() != ground.getValue())
                && !services.terms().stopped(dossier, pause.ground()).isEmpty());
        if (others) {
            lookAhead.add(new Paragraph(getTranslation("deadline.look-ahead.others")));
        }
        List<String> rules = services.terms().stopped(dossier, ground.getValue());
        for (TermStanding term : services.terms().of(dossier)) {
            if (term.stoppedOn() == null && rules.contains(term.rule())) {
                LocalDate due = services.terms().dueIfPaused(dossier, term.rule(), ground.getValue(), opened, closed);
                if (due != null) {
                    lookAhead.add(new Paragraph(getTranslation(
                            others ? "deadline.look-ahead.all" : "deadline.look-ahead", TermWords.prose(closed), term.name(), TermWords.prose(due))));
                }
            }
        }
    }

    private LocalDate since() {
        return open(dossier, services).stream().filter(pause -> pause.ground() == ground.getValue()).map(FilePause::opened).findFirst()
                .orElse(null);
    }

    private void show(Refused refused) {
        String text = getTranslation(refused.key(), refused.args());
        if (ABOUT_GROUND.contains(refused.key())) {
            mark(ground, text);
            ground.getElement().callJsFunction("focus");
        } else if (ABOUT_DATE.contains(refused.key())) {
            mark(date, text);
            date.focus();
        } else if (ABOUT_REASON.contains(refused.key())) {
            mark(reason, text);
            reason.focus();
        } else {
            Answers.refused(this, refused);
        }
    }

    private static void clear(HasValidationProperties... fields) {
        for (HasValidationProperties field : fields) {
            field.setInvalid(false);
            field.setErrorMessage(null);
        }
    }

    private static void mark(HasValidationProperties field, String text) {
        field.setErrorMessage(text);
        field.setInvalid(true);
    }
}
