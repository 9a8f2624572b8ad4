package be.dossierwerk.infringement.ui;

import be.dossierwerk.infringement.InfringementFile;
import be.dossierwerk.infringement.InspectionReport;
import be.dossierwerk.infringement.ReceiveInspectionReport;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.Answers;
import be.dossierwerk.shared.ui.DateField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
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
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadHandler;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A report, a complaint or a risk signal that is entered by hand: opens an infringement file, or adds to the one that is open. */
@Route("nieuw-inbreukdossier")
@Menu(title = "menu.new-infringement", order = 25)
@RolesAllowed({Roles.INSPECTOR, Roles.HANDLER})
@StyleSheet("context://inbox.css")
@StyleSheet("context://recognition.css")
class NewInfringementView extends Div implements HasDynamicTitle {

    private static final int MEGABYTES = 25;
    private static final int KIB = 1024;

    private final transient ReceiveInspectionReport receive;
    private final transient List<InspectionReport.Attachment> attachments = new ArrayList<>();
    private final Div summary = new Div();
    private final TextField number = new TextField(text("number"));
    private final TextField reference = new TextField(text("reference"));
    private final ComboBox<String> origin = new ComboBox<>(text("origin"), "VSI", "KLACHT", "RISICOSIGNAAL");
    private final DateField dated = new DateField(text("dated"));
    private final TextArea facts = new TextArea(text("facts"));
    private final MultiSelectComboBox<String> kinds = new MultiSelectComboBox<>(text("kinds"));
    private final Checkbox addToOpen = new Checkbox(text("add-to-open"));
    private final UnorderedList attached = new UnorderedList();
    private final Div fileProblem = new Div();
    private final Button send = new Button(text("send"));

    NewInfringementView(ReceiveInspectionReport receive, InfringementFile files) {
        this.receive = receive;
        addClassName("dw-newapplication");
        Map<String, String> names = files.kinds();
        kinds.setItems(names.keySet());
        kinds.setItemLabelGenerator(code -> code + " " + names.get(code));
        kinds.setHelperText(text("kinds.help"));
        kinds.setWidthFull();
        facts.setWidthFull();
        facts.setMinHeight("8rem");
        number.setHelperText(text("number.help"));
        origin.setItemLabelGenerator(code -> text("origin." + code));
        // The indicator, without the component's own check: the use case says what is wrong.
        List.<Component>of(number, reference, origin, dated, facts).forEach(field -> field.getElement().setProperty("required", true));
        summary.addClassName("dw-errors");
        summary.getElement().setAttribute("tabindex", "-1").setAttribute("role", "alert");
        summary.setVisible(false);
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        send.setDisableOnClick(true);
        send.addClickListener(click -> send());
        Div rows = new Div(number, reference, origin, dated);
        rows.addClassName("dw-application-rows");
        Div foot = new Div(send);
        foot.addClassName("dw-application-foot");
        add(new H1(getPageTitle()), new Paragraph(text("what")), summary, group("group.report", rows, addToOpen), group("group.facts", facts, kinds),
                group("group.files", files()), foot);
    }

    @Override
    public String getPageTitle() {
        return text("title");
    }

    private Component files() {
        Upload upload = new Upload(UploadHandler.inMemory((file, content) -> keep(file.fileName(), content)));
        upload.setAcceptedFileTypes("application/pdf", "image/png", "image/jpeg", "image/tiff", ".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff");
        upload.setMaxFileSize(MEGABYTES * KIB * KIB);
        upload.setUploadButton(new Button(text("files")));
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
            InspectionReport.Attachment file = new InspectionReport.Attachment(name, content);
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
            String dossier = receive.receive(new InspectionReport(reference.getValue(), origin.getValue(), number.getValue(), dated.getValue(), facts.getValue(),
                    kinds.getSelectedItems().stream().sorted().map(code -> new InspectionReport.Reported(code, null, null, null, null, null)).toList(),
                    List.copyOf(attachments), addToOpen.getValue())).dossier();
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
        Map<String, Component> fields = Map.of("enterpriseNumber", number, "reference", reference, "origin", origin, "dated", dated, "facts", facts);
        fields.values().forEach(field -> ((HasValidation) field).setInvalid(false));
        fileProblem.setText("");
        summary.removeAll();
        summary.add(new H2(getTranslation(refused.key(), refused.args())));
        UnorderedList list = new UnorderedList();
        for (Refused.Field wrong : refused.fields()) {
            String says = wrong.name().equals("origin") ? text("origin.needed") : getTranslation(wrong.key(), wrong.args());
            if (fields.get(wrong.name()) instanceof HasValidation field) {
                field.setErrorMessage(says);
                field.setInvalid(true);
                Button jump = new Button(fields.get(wrong.name()).getElement().getProperty("label") + ": " + says, click -> {
                    if (fields.get(wrong.name()) instanceof com.vaadin.flow.component.Focusable<?> target) {
                        target.focus();
                    }
                });
                jump.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
                list.add(new ListItem(jump));
            } else {
                fileProblem.setText(says);
                list.add(new ListItem(says));
            }
        }
        // One field that says what the heading says needs no list.
        if (refused.fields().stream().anyMatch(wrong -> !wrong.key().equals(refused.key()))) {
            summary.add(list);
        }
        summary.setVisible(true);
        summary.getElement().callJsFunction("focus");
        summary.scrollIntoView();
    }

    private Component group(String title, Component... content) {
        H2 heading = new H2(text(title));
        Div group = new Div(heading);
        group.add(content);
        group.addClassName("dw-form-group");
        group.getElement().setAttribute("role", "group").setAttribute("aria-label", heading.getText());
        return group;
    }

    private String text(String key, Object... args) {
        return getTranslation("infringement.new." + key, args);
    }
}
