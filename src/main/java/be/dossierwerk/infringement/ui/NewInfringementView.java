package be.dossierwerk.infringement.ui;

import be.dossierwerk.infringement.InfringementFile;
import be.dossierwerk.infringement.InspectionReport;
import be.dossierwerk.infringement.ReceiveInspectionReport;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.Answers;
import be.dossierwerk.shared.ui.Attachments;
import be.dossierwerk.shared.ui.DateField;
import be.dossierwerk.shared.ui.RefusalSummary;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;

/** A report, a complaint or a risk signal that is entered by hand: opens an infringement file, or adds to the one that is open. */
@Route("nieuw-inbreukdossier")
@Menu(title = "menu.new-infringement", order = 25)
@RolesAllowed({Roles.INSPECTOR, Roles.HANDLER})
@StyleSheet("context://inbox.css")
@StyleSheet("context://recognition.css")
class NewInfringementView extends Div implements HasDynamicTitle {

    private final transient ReceiveInspectionReport receive;
    private final Attachments attachments = new Attachments();
    private final RefusalSummary summary = new RefusalSummary();
    private final TextField number = new TextField(text("number"));
    private final TextField reference = new TextField(text("reference"));
    private final ComboBox<String> origin = new ComboBox<>(text("origin"), "VSI", "KLACHT", "RISICOSIGNAAL");
    private final DateField dated = new DateField(text("dated"));
    private final TextArea facts = new TextArea(text("facts"));
    private final MultiSelectComboBox<String> kinds = new MultiSelectComboBox<>(text("kinds"));
    private final Checkbox addToOpen = new Checkbox(text("add-to-open"));
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
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        send.setDisableOnClick(true);
        send.addClickListener(click -> send());
        Div rows = new Div(number, reference, origin, dated);
        rows.addClassName("dw-application-rows");
        Div foot = new Div(send);
        foot.addClassName("dw-application-foot");
        add(new H1(getPageTitle()), new Paragraph(text("what")), summary, group("group.report", rows, addToOpen), group("group.facts", facts, kinds),
                group("group.files", attachments), foot);
    }

    @Override
    public String getPageTitle() {
        return text("title");
    }

    private void send() {
        try {
            String dossier = receive.receive(new InspectionReport(reference.getValue(), origin.getValue(), number.getValue(), dated.getValue(), facts.getValue(),
                    kinds.getSelectedItems().stream().sorted().map(code -> new InspectionReport.Reported(code, null, null, null, null, null)).toList(),
                    attachments.files().stream().map(file -> new InspectionReport.Attachment(file.name(), file.content())).toList(), addToOpen.getValue())).dossier();
            Answers.good(text("sent", dossier));
            getUI().ifPresent(ui -> ui.navigate("dossier/" + dossier));
        } catch (Refused refused) {
            summary.show(refused, Map.of("enterpriseNumber", number, "reference", reference, "origin", origin, "dated", dated, "facts", facts), attachments);
        } finally {
            send.setEnabled(true);
        }
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
