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
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
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
class NewInfringementView extends Div implements HasDynamicTitle {

    private final transient ReceiveInspectionReport receive;
    private final transient List<InspectionReport.Attachment> attachments = new ArrayList<>();
    private final TextField number = new TextField(text("number"));
    private final TextField reference = new TextField(text("reference"));
    private final ComboBox<String> origin = new ComboBox<>(text("origin"), "VSI", "KLACHT", "RISICOSIGNAAL");
    private final DateField dated = new DateField(text("dated"));
    private final TextArea facts = new TextArea(text("facts"));
    private final MultiSelectComboBox<String> kinds = new MultiSelectComboBox<>(text("kinds"));
    private final Checkbox addToOpen = new Checkbox(text("add-to-open"));
    private final Paragraph problem = new Paragraph();

    NewInfringementView(ReceiveInspectionReport receive, InfringementFile files) {
        this.receive = receive;
        Map<String, String> names = files.kinds();
        kinds.setItems(names.keySet());
        kinds.setItemLabelGenerator(code -> code + " " + names.get(code));
        origin.setItemLabelGenerator(code -> text("origin." + code));
        List.<Component>of(number, reference, facts, kinds, origin).forEach(field -> field.getElement().getStyle().set("width", "100%"));
        Upload upload = new Upload(UploadHandler.inMemory((file, content) -> attachments.add(new InspectionReport.Attachment(file.fileName(), content))));
        upload.setUploadButton(new Button(text("files")));
        problem.getElement().setAttribute("role", "alert");
        Button send = new Button(text("send"), click -> send());
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(new H1(getPageTitle()), new Paragraph(text("what")), problem, number, reference, origin, dated, facts, kinds, upload, new Div(addToOpen), send);
        getElement().getStyle().set("max-width", "45rem");
    }

    @Override
    public String getPageTitle() {
        return text("title");
    }

    private void send() {
        Map<String, Component> fields = Map.of("enterpriseNumber", number, "reference", reference, "origin", origin, "dated", dated, "facts", facts);
        fields.values().forEach(field -> ((HasValidation) field).setInvalid(false));
        problem.setText("");
        try {
            String dossier = receive.receive(new InspectionReport(reference.getValue(), origin.getValue(), number.getValue(), dated.getValue(), facts.getValue(),
                    kinds.getSelectedItems().stream().sorted().map(code -> new InspectionReport.Reported(code, null, null, null, null, null)).toList(),
                    List.copyOf(attachments), addToOpen.getValue())).dossier();
            Answers.good(text("sent", dossier));
            getUI().ifPresent(ui -> ui.navigate("dossier/" + dossier));
        } catch (Refused refused) {
            problem.setText(getTranslation(refused.key(), refused.args()));
            refused.fields().stream().filter(wrong -> fields.containsKey(wrong.name())).forEach(wrong -> {
                HasValidation field = (HasValidation) fields.get(wrong.name());
                field.setErrorMessage(getTranslation(wrong.key(), wrong.args()));
                field.setInvalid(true);
            });
        }
    }

    private String text(String key, Object... args) {
        return getTranslation("infringement.new." + key, args);
    }
}
