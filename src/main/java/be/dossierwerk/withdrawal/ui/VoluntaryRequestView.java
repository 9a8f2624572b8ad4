package be.dossierwerk.withdrawal.ui;

import be.dossierwerk.recognition.RecognisedUndertakings;
import be.dossierwerk.recognition.RecognisedUndertakings.Entry;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.EnterpriseNumber;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.Answers;
import be.dossierwerk.shared.ui.DateField;
import be.dossierwerk.withdrawal.FileVoluntaryRequest;
import be.dossierwerk.withdrawal.VoluntaryReason;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadHandler;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A request to withdraw a recognition that came in: filled in by intake or handler, sent with one button. */
@Route("intrekking-aanvragen")
@Menu(title = "menu.voluntary-request", order = 22)
@RolesAllowed({Roles.INTAKE, Roles.HANDLER})
@StyleSheet("context://inbox.css")
@StyleSheet("context://recognition.css")
class VoluntaryRequestView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int MEGABYTES = 25;
    private static final int KIB = 1024;

    private final transient RecognisedUndertakings undertakings;
    private final transient FileVoluntaryRequest fileVoluntaryRequest;
    private final UUID action = UUID.randomUUID();

    private final Div summary = new Div();
    private final ComboBox<Entry> recognition = new ComboBox<>();
    private final DateField receivedOn;
    private final DateField effectiveOn;
    private final ComboBox<VoluntaryReason> reason = new ComboBox<>();
    private final TextArea explanation = new TextArea();
    private final TextField successor = new TextField();
    private final TextField signatory = new TextField();
    private final UnorderedList attached = new UnorderedList();
    private final Div fileProblem = new Div();
    private final transient List<FileVoluntaryRequest.Attachment> attachments = new ArrayList<>();
    private final Button send = new Button();

    VoluntaryRequestView(RecognisedUndertakings undertakings, FileVoluntaryRequest fileVoluntaryRequest, Clock clock) {
        this.undertakings = undertakings;
        this.fileVoluntaryRequest = fileVoluntaryRequest;
        addClassName("dw-newapplication");
        receivedOn = new DateField(text("receivedOn"));
        receivedOn.setValue(LocalDate.now(clock));
        effectiveOn = new DateField(text("effectiveOn"));
        summary.addClassName("dw-errors");
        summary.getElement().setAttribute("tabindex", "-1").setAttribute("role", "alert");
        summary.setVisible(false);
        send.setText(text("send"));
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        send.setDisableOnClick(true);
        send.addClickListener(click -> send());
        Div foot = new Div(send);
        foot.addClassName("dw-application-foot");
        add(new H1(getPageTitle()), new Paragraph(text("what")), summary, group("group.recognition", recognition()), group("group.request", request()),
                group("group.files", files()), foot);
    }

    @Override
    public String getPageTitle() {
        return text("title");
    }

    /** With a recognition number in the address, that recognition is chosen. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getLocation().getQueryParameters().getSingleParameter("erkenning").flatMap(number ->
                undertakings.search(number, null, null, 0, 1).stream().filter(entry -> entry.recognitionNumber().equals(number)).findFirst())
                .ifPresent(recognition::setValue);
    }

    private Component recognition() {
        recognition.setLabel(text("recognition"));
        recognition.setHelperText(text("help.recognition"));
        recognition.setItemLabelGenerator(entry -> "%s · %s · %s".formatted(entry.name(), entry.recognitionNumber(), EnterpriseNumber.format(entry.enterpriseNumber())));
        recognition.setItems(query -> undertakings.search(query.getFilter().orElse(""), null, null, query.getOffset(), query.getLimit()).stream());
        required(recognition);
        recognition.setWidthFull();
        return recognition;
    }

    private Component request() {
        reason.setLabel(text("reason"));
        reason.setItems(VoluntaryReason.values());
        reason.setItemLabelGenerator(code -> text("reason." + code));
        required(reason);
        explanation.setLabel(text("explanation"));
        successor.setLabel(text("successor"));
        successor.setHelperText(text("successor.help"));
        successor.setVisible(false);
        reason.addValueChangeListener(change -> successor.setVisible(change.getValue() == VoluntaryReason.FUSIE_OVERNAME));
        signatory.setLabel(text("signatory"));
        required(signatory);
        receivedOn.setHelperText(text("receivedOn.help"));
        required(receivedOn);
        effectiveOn.setHelperText(text("effectiveOn.help"));
        required(effectiveOn);
        Div fields = new Div(receivedOn, effectiveOn, reason, successor, signatory, explanation);
        fields.addClassName("dw-application-rows");
        return fields;
    }

    private Component files() {
        Upload upload = new Upload(UploadHandler.inMemory((file, content) -> keep(file.fileName(), content)));
        upload.setAcceptedFileTypes("application/pdf", "image/png", "image/jpeg", "image/tiff", ".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff");
        upload.setMaxFileSize(MEGABYTES * KIB * KIB);
        upload.setUploadButton(new Button(text("files.choose")));
        upload.setDropLabel(new Span(text("files.drop")));
        upload.setI18n(new UploadI18N().setError(new UploadI18N.Error().setFileIsTooBig(text("files.wrong")).setIncorrectFileType(text("files.wrong"))
                .setTooManyFiles(text("files.wrong"))));
        upload.addFileRejectedListener(rejected -> fileProblem.setText(rejected.getErrorMessage()));
        upload.addAllFinishedListener(finished -> upload.clearFileList());
        attached.addClassName("dw-application-filelist");
        fileProblem.addClassName("dw-application-problem");
        fileProblem.getElement().setAttribute("role", "alert");
        return new Div(attached, fileProblem, upload);
    }

    private void keep(String name, byte[] content) {
        getUI().ifPresent(ui -> ui.access(() -> {
            fileProblem.setText("");
            FileVoluntaryRequest.Attachment file = new FileVoluntaryRequest.Attachment(name, content);
            attachments.add(file);
            ListItem item = new ListItem();
            Button remove = new Button(text("files.remove"), click -> {
                attachments.remove(file);
                attached.remove(item);
            });
            remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            remove.setAriaLabel(text("files.remove-one", name));
            item.add(new Div(new Span(name)), remove);
            attached.add(item);
        }));
    }

    private void send() {
        try {
            Entry entry = recognition.getValue();
            String dossier = fileVoluntaryRequest.file(action, new FileVoluntaryRequest.Request(entry == null ? null : entry.dossier(), receivedOn.getValue(),
                    reason.getValue(), explanation.getValue(), reason.getValue() == VoluntaryReason.FUSIE_OVERNAME ? successor.getValue() : null,
                    effectiveOn.getValue(), signatory.getValue()), attachments);
            Answers.good(text("sent", dossier));
            getUI().ifPresent(ui -> ui.navigate("dossier/" + dossier));
        } catch (Refused refused) {
            showRefusal(refused);
        } finally {
            send.setEnabled(true);
        }
    }

    /** Everything that was typed stays; each wrong field says what is wrong. */
    private void showRefusal(Refused refused) {
        Map<String, HasValidation> fields = Map.of("recognition", recognition, "receivedOn", receivedOn, "effectiveOn", effectiveOn, "reason", reason,
                "explanation", explanation, "successor", successor, "signatory", signatory);
        fields.values().forEach(field -> field.setInvalid(false));
        fileProblem.setText("");
        Map<String, Component> places = new HashMap<>();
        fields.forEach((name, field) -> places.put(name, (Component) field));
        summary.removeAll();
        summary.add(new H2(getTranslation(refused.key(), refused.args())));
        UnorderedList list = new UnorderedList();
        for (Refused.Field wrong : refused.fields()) {
            String says = getTranslation(wrong.key(), wrong.args());
            if (fields.containsKey(wrong.name())) {
                fields.get(wrong.name()).setErrorMessage(says);
                fields.get(wrong.name()).setInvalid(true);
            } else {
                fileProblem.setText(says);
            }
            String label = text(wrong.name());
            Button jump = new Button((label.endsWith("?") ? label + " " : label + ": ") + says, click -> {
                if (places.get(wrong.name()) instanceof com.vaadin.flow.component.Focusable<?> field) {
                    field.focus();
                }
            });
            jump.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
            list.add(new ListItem(jump));
        }
        if (!refused.fields().isEmpty()) {
            summary.add(list);
        }
        summary.setVisible(true);
        summary.getElement().callJsFunction("focus");
        summary.scrollIntoView();
    }

    /** The indicator, without the component's own check: the use case says what is wrong. */
    private static void required(Component field) {
        field.getElement().setProperty("required", true);
    }

    private Component group(String title, Component content) {
        H2 heading = new H2(text(title));
        Div group = new Div(heading, content);
        group.addClassName("dw-form-group");
        group.getElement().setAttribute("role", "group").setAttribute("aria-label", heading.getText());
        return group;
    }

    private String text(String key, Object... args) {
        return getTranslation("withdrawal.screen." + key, args);
    }
}
