package be.dossierwerk.sources.ui;

import be.dossierwerk.dossier.AttachDocument;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.Answers;
import be.dossierwerk.shared.ui.DateField;
import be.dossierwerk.shared.ui.FileUpload;
import be.dossierwerk.sources.AnswerByHand;
import be.dossierwerk.sources.Facts;
import be.dossierwerk.sources.RepaymentPlan;
import be.dossierwerk.sources.Source;
import be.dossierwerk.sources.SourceQuestions;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** What a handler found himself where a source stays away: the facts of that source, the document that proves them, and why. */
class AnswerByHandDialog extends Dialog {

    private final transient SourceQuestions.Question question;
    private final transient Dossiers dossiers;
    private final transient AttachDocument attachDocument;
    private final ComboBox<Facts.Status> status = new ComboBox<>();
    private final DateField since;
    private final TextField successor = new TextField();
    private final BigDecimalField debt = new BigDecimalField();
    private final ComboBox<RepaymentPlan> plan = new ComboBox<>();
    private final ComboBox<Dossiers.Document> evidence = new ComboBox<>();
    private final TextArea reason = new TextArea();
    private final Span problem = new Span();

    AnswerByHandDialog(SourceQuestions.Question question, AnswerByHand answerByHand, Dossiers dossiers, AttachDocument attachDocument, Clock clock, Runnable done) {
        this.question = question;
        this.dossiers = dossiers;
        this.attachDocument = attachDocument;
        setHeaderTitle(text("title", getTranslation("sources.screen.name." + question.source())));
        setWidth("36rem");
        since = new DateField(text("field.since"));
        since.setMax(LocalDate.now(clock));
        problem.addClassName("dw-problem");
        problem.getElement().setAttribute("role", "alert");
        Div fields = new Div();
        fields.addClassName("dw-fields");
        factFields().forEach(fields::add);
        fields.add(evidence(), upload(), reason(), problem);
        add(fields);
        Button save = new Button(text("do"), click -> save(answerByHand, done));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(text("cancel"), click -> close()), save);
    }

    private List<Component> factFields() {
        status.setLabel(text("field.status"));
        status.setItemLabelGenerator(each -> text("status." + each));
        status.setRequiredIndicatorVisible(true);
        successor.setLabel(text("field.successor"));
        successor.setHelperText(text("field.successor-help"));
        debt.setLabel(text("field.debt"));
        debt.setHelperText(text("field.debt-help"));
        debt.setLocale(Locale.forLanguageTag("nl-BE"));
        debt.setRequiredIndicatorVisible(true);
        plan.setLabel(text("field.plan"));
        plan.setItems(RepaymentPlan.values());
        plan.setItemLabelGenerator(each -> text("plan." + each));
        plan.setRequiredIndicatorVisible(true);
        Stream.<HasSize>of(status, since, successor, debt, plan).forEach(HasSize::setWidthFull);
        return switch (question.source()) {
            case KBO -> {
                status.setItems(Facts.Status.values());
                since.setRequiredIndicatorVisible(true);
                yield List.of(status, since, successor);
            }
            case RSZ, FISCUS -> List.of(debt, plan);
            case REGSOL -> {
                status.setItems(Facts.Status.ACTIEF, Facts.Status.FAILLIET);
                status.setItemLabelGenerator(each -> text(each == Facts.Status.FAILLIET ? "bankrupt.yes" : "bankrupt.no"));
                since.setVisible(false);
                since.setRequiredIndicatorVisible(true);
                status.addValueChangeListener(change -> since.setVisible(change.getValue() == Facts.Status.FAILLIET));
                yield List.of(status, since);
            }
        };
    }

    private Component evidence() {
        evidence.setLabel(text("field.evidence"));
        evidence.setHelperText(text("field.evidence-help"));
        evidence.setItems(documents());
        evidence.setItemLabelGenerator(Dossiers.Document::title);
        evidence.setRequiredIndicatorVisible(true);
        evidence.setWidthFull();
        return evidence;
    }

    private Component reason() {
        reason.setLabel(text("field.reason"));
        reason.setHelperText(text("field.reason-help"));
        reason.setRequiredIndicatorVisible(true);
        reason.setManualValidation(true);
        reason.setWidthFull();
        reason.setMinRows(2);
        return reason;
    }

    private List<Dossiers.Document> documents() {
        return dossiers.documents(question.dossier());
    }

    private Component upload() {
        FileUpload upload = FileUpload.ofScans(this::attach, AttachDocument.MOST_MEGABYTES, problem::setText).withoutList();
        upload.setMaxFiles(1);
        upload.setUploadButton(new Button(text("upload")));
        upload.setDropAllowed(false);
        return upload;
    }

    /** The proof is a document of the dossier at once, also when the facts are filled in later. */
    private void attach(String fileName, byte[] bytes) {
        problem.setText("");
        try {
            UUID document = attachDocument.attach(question.dossier(), "BIJLAGE", fileName.replaceFirst("\\.[A-Za-z0-9]{1,5}$", ""), fileName, bytes, null);
            List<Dossiers.Document> all = documents();
            evidence.setItems(all);
            all.stream().filter(each -> each.id().equals(document)).findFirst().ifPresent(evidence::setValue);
        } catch (Refused refused) {
            problem.setText(words(refused));
        }
    }

    private void save(AnswerByHand answerByHand, Runnable done) {
        problem.setText("");
        Map<String, HasValidationProperties> fields = new LinkedHashMap<>();
        fields.put("status", status);
        fields.put("since", since);
        fields.put("successor", successor);
        fields.put("debt", debt);
        fields.put("plan", plan);
        fields.put("evidence", evidence);
        fields.put("reason", reason);
        fields.values().forEach(field -> field.setInvalid(false));
        try {
            check();
            answerByHand.answer(question.id(), facts(), evidence.isEmpty() ? null : evidence.getValue().id(), reason.getValue());
            close();
            Answers.good(text("done"));
            done.run();
        } catch (Refused refused) {
            boolean marked = false;
            for (Refused.Field wrong : refused.fields()) {
                HasValidationProperties field = fields.get(wrong.name());
                if (field != null) {
                    field.setErrorMessage(getTranslation(wrong.key(), wrong.args()));
                    field.setInvalid(true);
                    marked = true;
                }
            }
            if (!marked) {
                problem.setText(words(refused));
            }
        }
    }

    /** For RegSol no day means no bankruptcy, so a forgotten choice or day must not pass for one. */
    private void check() {
        if (question.source() != Source.REGSOL) {
            return;
        }
        List<Refused.Field> wrong = new ArrayList<>();
        if (status.isEmpty()) {
            wrong.add(new Refused.Field("status", "sources.by-hand.bankrupt"));
        } else if (status.getValue() == Facts.Status.FAILLIET && since.isEmpty()) {
            wrong.add(new Refused.Field("since", "sources.by-hand.since"));
        }
        if (!wrong.isEmpty()) {
            throw new Refused("sources.by-hand.invalid", wrong);
        }
    }

    private Facts facts() {
        return switch (question.source()) {
            case KBO -> Facts.standing(status.getValue(), since.getValue(), text(successor), List.of(), List.of());
            case RSZ, FISCUS -> Facts.owing(debt.getValue(), plan.getValue());
            case REGSOL -> Facts.bankruptcy(status.getValue() == Facts.Status.FAILLIET ? since.getValue() : null);
        };
    }

    private static String text(HasValue<?, String> field) {
        return field.isEmpty() || field.getValue().isBlank() ? null : field.getValue().strip();
    }

    private String words(Refused refused) {
        Refused.Field first = refused.fields().isEmpty() ? null : refused.fields().get(0);
        return first == null ? getTranslation(refused.key(), refused.args()) : getTranslation(first.key(), first.args());
    }

    private String text(String key, Object... args) {
        return getTranslation("sources.by-hand." + key, args);
    }
}
