package be.dossierwerk.request.ui;

import be.dossierwerk.dossier.DossierList;
import be.dossierwerk.request.ComplainedAbout;
import be.dossierwerk.request.RegisterKlacht;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.ui.DateField;
import be.dossierwerk.shared.ui.FilingForm;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Collectors;

/** A complaint that came in: who complains, about what, and about which colleagues. */
@Route("klacht-registreren")
@Menu(title = "menu.klacht", order = 26)
@RolesAllowed({Roles.INTAKE, Roles.HANDLER, Roles.TEAM_LEAD})
@StyleSheet("context://inbox.css")
@StyleSheet("context://recognition.css")
class KlachtView extends Div implements HasDynamicTitle {

    private final UUID action = UUID.randomUUID();

    KlachtView(RegisterKlacht registerKlacht, ComplainedAbout complainedAbout, DossierList dossiers, Clock clock) {
        FilingForm form = new FilingForm(getPageTitle(), getTranslation("request.klacht.what"));
        RequestFields fields = new RequestFields(form, dossiers, LocalDate.now(clock));
        Checkbox anonymous = new Checkbox(getTranslation("request.klacht.anonymous-box"));
        Component who = fields.who();
        anonymous.addValueChangeListener(change -> who.setVisible(!change.getValue()));
        DateField happenedOn = form.required("happenedOn", new DateField(getTranslation("request.klacht.happenedOn")));
        happenedOn.setHelperText(getTranslation("request.klacht.happenedOn.help"));
        TextArea told = form.required("told", new TextArea(getTranslation("request.klacht.told")));
        told.setMinRows(5);
        MultiSelectComboBox<Actor> people = form.field("people", PeopleAction.choice(getTranslation("request.people.label"), complainedAbout));
        people.setHelperText(getTranslation("request.people.help"));
        form.group(getTranslation("request.klacht.group.who"), FilingForm.rows(anonymous, who));
        form.group(getTranslation("request.screen.group.how"), fields.how());
        form.group(getTranslation("request.klacht.group.told"), FilingForm.rows(happenedOn, told, people));
        form.group(getTranslation("request.screen.group.files"), form.attachments());
        form.send(getTranslation("request.klacht.send"), () -> registerKlacht.register(action, new RegisterKlacht.Klacht(fields.requester(), anonymous.getValue(),
                happenedOn.getValue(), told.getValue(), people.getValue().stream().map(Actor::id).collect(Collectors.toSet())), form.files()),
                dossier -> getTranslation("request.klacht.sent", dossier));
        add(form);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("request.klacht.register");
    }
}
