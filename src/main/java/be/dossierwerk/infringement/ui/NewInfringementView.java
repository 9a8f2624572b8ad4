package be.dossierwerk.infringement.ui;

import be.dossierwerk.infringement.InfringementFile;
import be.dossierwerk.infringement.InspectionReport;
import be.dossierwerk.infringement.ReceiveInspectionReport;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.ui.DateField;
import be.dossierwerk.shared.ui.FilingForm;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;

/** A report, a complaint or a risk signal that is entered by hand: opens an infringement file, or adds to the one that is open. */
@Route("nieuw-inbreukdossier")
@Menu(title = "menu.new-infringement", order = 25)
@RolesAllowed({Roles.INSPECTOR, Roles.HANDLER})
@StyleSheet("context://inbox.css")
@StyleSheet("context://recognition.css")
class NewInfringementView extends Div implements HasDynamicTitle {

    private final transient ReceiveInspectionReport receive;
    private final FilingForm form = new FilingForm(getPageTitle(), text("what"));
    private final TextField number = new TextField(text("number"));
    private final TextField reference = new TextField(text("reference"));
    private final ComboBox<String> origin = new ComboBox<>(text("origin"), "VSI", "KLACHT", "RISICOSIGNAAL");
    private final DateField dated = new DateField(text("dated"));
    private final TextArea facts = new TextArea(text("facts"));
    private final MultiSelectComboBox<String> kinds = new MultiSelectComboBox<>(text("kinds"));
    private final Checkbox addToOpen = new Checkbox(text("add-to-open"));

    NewInfringementView(ReceiveInspectionReport receive, InfringementFile files) {
        this.receive = receive;
        Map<String, String> names = files.kinds();
        kinds.setItems(names.keySet());
        kinds.setItemLabelGenerator(code -> code + " " + names.get(code));
        kinds.setHelperText(text("kinds.help"));
        kinds.setWidthFull();
        facts.setWidthFull();
        facts.setMinHeight("8rem");
        number.setHelperText(text("number.help"));
        origin.setItemLabelGenerator(code -> text("origin." + code));
        form.required("enterpriseNumber", number);
        form.required("reference", reference);
        form.required("origin", origin);
        form.required("dated", dated);
        form.required("facts", facts);
        form.group(text("group.report"), FilingForm.rows(number, reference, origin, dated), addToOpen);
        form.group(text("group.facts"), facts, kinds);
        form.group(text("group.files"), form.attachments());
        form.send(text("send"), this::file, dossier -> text("sent", dossier));
        add(form);
    }

    @Override
    public String getPageTitle() {
        return text("title");
    }

    private String file() {
        return receive.receive(new InspectionReport(reference.getValue(), origin.getValue(), number.getValue(), dated.getValue(), facts.getValue(),
                kinds.getSelectedItems().stream().sorted().map(code -> new InspectionReport.Reported(code, null, null, null, null, null)).toList(),
                form.files(), addToOpen.getValue())).dossier();
    }

    private String text(String key, Object... args) {
        return getTranslation("infringement.new." + key, args);
    }
}
