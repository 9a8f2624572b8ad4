package be.dossierwerk.fine.ui;

import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.fine.RegisterFine;
import be.dossierwerk.infringement.InfringementFile;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.EnterpriseNumber;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.Answers;
import be.dossierwerk.shared.ui.DateField;
import be.dossierwerk.shared.ui.RefusalSummary;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
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
    private final RefusalSummary summary = new RefusalSummary();
    private final TextField number = new TextField(text("number"));
    private final DateField on = new DateField(text("on"));
    private final TextField enterpriseNumber = new TextField(text("enterprise-number"));
    private final TextField name = new TextField(text("name"));
    private final MultiSelectComboBox<String> offences = new MultiSelectComboBox<>(text("offences"));
    private final TextArea facts = new TextArea(text("facts"));
    private final DateField prosecutorOn = new DateField(text("prosecutor-on"));
    private final Button send = new Button(text("send"));
    private final Paragraph origin = new Paragraph();
    private String from;

    NewFineView(RegisterFine registerFine, InfringementFile infringements, Dossiers dossiers) {
        this.registerFine = registerFine;
        this.infringements = infringements;
        this.dossiers = dossiers;
        addClassName("dw-newapplication");
        Map<String, String> names = infringements.kinds();
        offences.setItems(names.keySet());
        offences.setItemLabelGenerator(code -> code + " " + names.get(code));
        offences.setWidthFull();
        facts.setWidthFull();
        facts.setMinHeight("8rem");
        enterpriseNumber.setHelperText(text("enterprise-number.help"));
        name.setHelperText(text("name.help"));
        prosecutorOn.setHelperText(text("prosecutor-on.help"));
        // The indicator, without the component's own check: the use case says what is wrong.
        List.<Component>of(number, on, enterpriseNumber, offences, facts).forEach(field -> field.getElement().setProperty("required", true));
        origin.setVisible(false);
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        send.setDisableOnClick(true);
        send.addClickListener(click -> send());
        Div foot = new Div(send);
        foot.addClassName("dw-application-foot");
        add(new H1(getPageTitle()), new Paragraph(text("what")), origin, summary, group("group.report", rows(number, on), offences, facts),
                group("group.offender", rows(enterpriseNumber, name)), group("group.prosecutor", rows(prosecutorOn)), foot);
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

    private void send() {
        try {
            String dossier = registerFine.register(new RegisterFine.Report(number.getValue(), on.getValue(), enterpriseNumber.getValue(), name.getValue(),
                    List.copyOf(offences.getSelectedItems()), facts.getValue(), prosecutorOn.getValue(), from));
            Answers.good(text("sent", dossier));
            getUI().ifPresent(ui -> ui.navigate("dossier/" + dossier));
        } catch (Refused refused) {
            summary.show(refused, Map.of("number", number, "on", on, "enterpriseNumber", enterpriseNumber, "name", name, "offences", offences, "facts", facts,
                    "prosecutorOn", prosecutorOn));
        } finally {
            send.setEnabled(true);
        }
    }

    private static Div rows(Component... fields) {
        Div rows = new Div(fields);
        rows.addClassName("dw-application-rows");
        return rows;
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
        return getTranslation("fine.new." + key, args);
    }
}
