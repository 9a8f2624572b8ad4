package be.dossierwerk.reimbursement.ui;

import be.dossierwerk.recognition.RecognisedUndertakings;
import be.dossierwerk.recognition.RecognisedUndertakings.Entry;
import be.dossierwerk.reimbursement.FileClaim;
import be.dossierwerk.reimbursement.FileClaim.Proof;
import be.dossierwerk.reimbursement.FileClaim.ProofKind;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.EnterpriseNumber;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.Answers;
import be.dossierwerk.shared.ui.Attachments;
import be.dossierwerk.shared.ui.DateField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A claim for reimbursement of training that came in, with its lessons and proof; sent with one button. */
@Route("terugbetaling-aanvragen")
@Menu(title = "menu.reimbursement-claim", order = 24)
@RolesAllowed({Roles.INTAKE, Roles.HANDLER, Roles.FUND_SECRETARIAT})
@StyleSheet("context://inbox.css")
@StyleSheet("context://recognition.css")
class ClaimView extends Div implements HasDynamicTitle {

    private static final Pattern LESSON = Pattern.compile("sessions\\[(\\d+)](?:\\.participants\\[(\\d+)])?(?:\\.(\\w+))?.*");
    private static final Map<String, String> LABELS = Map.of("training", "training", "date", "date", "start", "start", "end", "end", "trainer", "trainer",
            "trainerHours", "trainer-hours");

    private final transient FileClaim fileClaim;
    private final UUID action = UUID.randomUUID();
    private final Div summary = new Div();
    private final ComboBox<Entry> recognition = new ComboBox<>();
    private final DateField receivedOn;
    private final TextField beneficiary = new TextField();
    private final TextField iban = new TextField();
    private final TextField declaredBy = new TextField();
    private final Checkbox fundedElsewhere = new Checkbox();
    private final List<LessonFields> lessons = new ArrayList<>();
    private final Div rows = new Div();
    private final Attachments attendance = new Attachments();
    private final Attachments invoices = new Attachments();
    private final Attachments employment = new Attachments();
    private final Button send = new Button();

    ClaimView(RecognisedUndertakings undertakings, FileClaim fileClaim, Clock clock) {
        this.fileClaim = fileClaim;
        addClassName("dw-newapplication");
        recognition.setLabel(text("recognition"));
        recognition.setItemLabelGenerator(entry -> "%s · %s · %s".formatted(entry.name(), entry.recognitionNumber(), EnterpriseNumber.format(entry.enterpriseNumber())));
        recognition.setItems(query -> undertakings.search(query.getFilter().orElse(""), null, null, query.getOffset(), query.getLimit()).stream());
        receivedOn = new DateField(text("received"));
        receivedOn.setValue(LocalDate.now(clock));
        beneficiary.setLabel(text("beneficiary"));
        iban.setLabel(text("iban"));
        declaredBy.setLabel(text("declared-by"));
        fundedElsewhere.setLabel(text("funded-elsewhere"));
        summary.addClassName("dw-errors");
        summary.getElement().setAttribute("tabindex", "-1").setAttribute("role", "alert");
        summary.setVisible(false);
        send.setText(text("send"));
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        send.setDisableOnClick(true);
        send.addClickListener(click -> send());
        Div head = new Div(recognition, receivedOn, beneficiary, iban, declaredBy, fundedElsewhere);
        head.addClassName("dw-application-rows");
        Div foot = new Div(send);
        foot.addClassName("dw-application-foot");
        addLesson(null);
        Button same = new Button(text("same-lesson"), click -> addLesson(lessons.get(lessons.size() - 1)));
        Div more = new Div(new Button(text("add-lesson"), click -> addLesson(null)), same);
        more.addClassName("dw-application-foot");
        add(new H1(getPageTitle()), new Paragraph(text("what")), summary, group(text("group-claim"), head),
                group(text("group-lessons"), new Div(rows, more)), group(text("group-attendance"), attendance),
                group(text("group-invoices"), invoices), group(text("group-employment"), employment), foot);
    }

    @Override
    public String getPageTitle() {
        return text("title");
    }

    /** {@code like}: a lesson of the same training with the same people, on another day; or null. */
    private void addLesson(LessonFields like) {
        LessonFields lesson = new LessonFields(lessons.size() + 1, this::remove);
        if (like != null) {
            lesson.takeOver(like);
        }
        lessons.add(lesson);
        rows.add(lesson);
        if (lessons.size() > 1) {
            lesson.focus();
        }
    }

    /** The last one stays: a claim without a lesson is none. */
    private void remove(LessonFields lesson) {
        if (lessons.size() == 1) {
            return;
        }
        lessons.remove(lesson);
        rows.remove(lesson);
        for (int i = 0; i < lessons.size(); i++) {
            lessons.get(i).place(i + 1);
        }
    }

    private void send() {
        try {
            List<Proof> proofs = new ArrayList<>();
            attendance.files().forEach(file -> proofs.add(new Proof(ProofKind.AANWEZIGHEIDSLIJST, file.fileName(), file.content())));
            invoices.files().forEach(file -> proofs.add(new Proof(ProofKind.FACTUUR, file.fileName(), file.content())));
            employment.files().forEach(file -> proofs.add(new Proof(ProofKind.TEWERKSTELLING, file.fileName(), file.content())));
            Entry entry = recognition.getValue();
            String dossier = fileClaim.file(action, new FileClaim.Request(entry == null ? null : entry.dossier(), receivedOn.getValue(), beneficiary.getValue(), iban.getValue(),
                    fundedElsewhere.getValue(), declaredBy.getValue(), lessons.stream().map(LessonFields::lesson).toList()), proofs);
            Answers.good(text("sent", dossier));
            getUI().ifPresent(ui -> ui.navigate("dossier/" + dossier));
        } catch (Refused refused) {
            show(refused);
        } finally {
            send.setEnabled(true);
        }
    }

    /** Everything that was typed stays; each wrong line is named. */
    private void show(Refused refused) {
        summary.removeAll();
        summary.add(new H2(getTranslation(refused.key(), refused.args())));
        UnorderedList list = new UnorderedList();
        refused.fields().forEach(wrong -> list.add(new ListItem(where(wrong.name()) + getTranslation(wrong.key(), wrong.args()))));
        if (!refused.fields().isEmpty()) {
            summary.add(list);
        }
        summary.setVisible(true);
        summary.getElement().callJsFunction("focus");
        summary.scrollIntoView();
    }

    private String where(String field) {
        Matcher lesson = LESSON.matcher(field);
        if (!lesson.matches()) {
            return "";
        }
        int number = Integer.parseInt(lesson.group(1)) + 1;
        if (lesson.group(2) != null) {
            return text("in-participant", number, Integer.parseInt(lesson.group(2)) + 1) + " ";
        }
        String label = lesson.group(3) == null ? null : LABELS.get(lesson.group(3));
        return (label == null ? text("in-lesson", number) : text("in-field", number, text(label))) + " ";
    }

    private static Component group(String title, Component content) {
        Div group = new Div(new H2(title), content);
        group.addClassName("dw-form-group");
        group.getElement().setAttribute("role", "group").setAttribute("aria-label", title);
        return group;
    }

    private String text(String key, Object... args) {
        return getTranslation("reimbursement.screen." + key, args);
    }
}
