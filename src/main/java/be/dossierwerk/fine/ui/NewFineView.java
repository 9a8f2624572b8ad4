package be.dossierwerk.fine.ui;

import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.fine.RegisterFine;
import be.dossierwerk.infringement.InfringementFile;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.EnterpriseNumber;
import be.dossierwerk.shared.ui.DateField;
import be.dossierwerk.shared.ui.FilingForm;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A report of offences that may lead to a fine, registered by the cell or sent on from an infringement file. */
@Route(NewFineView.PATH)
@RolesAllowed({Roles.FINES, Roles.HANDLER})
@StyleSheet("context://inbox.css")
@StyleSheet("context://recognition.css")
class NewFineView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String PATH = "proces-verbaal-registreren";

    private final transient RegisterFine registerFine;
    private final transient InfringementFile infringements;
    private final transient Dossiers dossiers;
    private final FilingForm form = new FilingForm(getPageTitle(), text("what"));
    private final TextField number = new TextField(text("number"));
    private final DateField on = new DateField(text("on"));
    private final TextField enterpriseNumber = new TextField(text("enterprise-number"));
    private final TextField name = new TextField(text("name"));
    private final MultiSelectComboBox<String> offences = new MultiSelectComboBox<>(text("offences"));
    private final TextArea facts = new TextArea(text("facts"));
    private final DateField prosecutorOn = new DateField(text("prosecutor-on"));
    private final Paragraph origin = new Paragraph();
    private String from;

    NewFineView(RegisterFine registerFine, InfringementFile infringements, Dossiers dossiers) {
        this.registerFine = registerFine;
        this.infringements = infringements;
        this.dossiers = dossiers;
        Map<String, String> names = infringements.kinds();
        offences.setItems(names.keySet());
        offences.setItemLabelGenerator(code -> code + " " + names.get(code));
        offences.setWidthFull();
        facts.setWidthFull();
        facts.setMinHeight("8rem");
        enterpriseNumber.setHelperText(text("enterprise-number.help"));
        name.setHelperText(text("name.help"));
        prosecutorOn.setHelperText(text("prosecutor-on.help"));
        form.required("number", number);
        form.required("on", on);
        form.required("enterpriseNumber", enterpriseNumber);
        form.field("name", name);
        form.required("offences", offences);
        form.required("facts", facts);
        form.field("prosecutorOn", prosecutorOn);
        origin.setVisible(false);
        form.group(text("group.report"), origin, FilingForm.rows(number, on), offences, facts);
        form.group(text("group.offender"), FilingForm.rows(enterpriseNumber, name));
        form.group(text("group.prosecutor"), FilingForm.rows(prosecutorOn));
        form.send(text("send"), this::register, dossier -> text("sent", dossier));
        add(form);
    }

    @Override
    public String getPageTitle() {
        return text("title");
    }

    /** With an infringement file in the address, what it knows is filled in. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getLocation().getQueryParameters().getSingleParameter("dossier").flatMap(dossiers::find).ifPresent(dossier -> {
            from = dossier.number();
            origin.setText(text("from", dossier.number(), dossier.subject()));
            origin.setVisible(true);
            enterpriseNumber.setValue(EnterpriseNumber.isValid(dossier.enterpriseNumber()) ? EnterpriseNumber.format(dossier.enterpriseNumber()) : "");
            name.setValue(dossier.subject());
            infringements.of(from).ifPresent(file -> {
                facts.setValue(file.facts());
                offences.setValue(file.infringements().stream().map(InfringementFile.Found::code).collect(Collectors.toSet()));
            });
        });
    }

    private String register() {
        return registerFine.register(new RegisterFine.Report(number.getValue(), on.getValue(), enterpriseNumber.getValue(), name.getValue(),
                List.copyOf(offences.getSelectedItems()), facts.getValue(), prosecutorOn.getValue(), from));
    }

    private String text(String key, Object... args) {
        return getTranslation("fine.new." + key, args);
    }
}
