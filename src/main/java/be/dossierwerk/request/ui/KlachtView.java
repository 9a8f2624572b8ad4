package be.dossierwerk.request.ui;

import be.dossierwerk.dossier.DossierList;
import be.dossierwerk.request.ComplainedAbout;
import be.dossierwerk.request.RegisterKlacht;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.ui.DateField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
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
        addClassName("dw-newapplication");
        RequestFields fields = new RequestFields(this, dossiers, LocalDate.now(clock));
        Checkbox anonymous = new Checkbox(getTranslation("request.klacht.anonymous-box"));
        Component who = fields.who();
        anonymous.addValueChangeListener(change -> who.setVisible(!change.getValue()));
        DateField happenedOn = fields.own("happenedOn", new DateField(getTranslation("request.klacht.happenedOn")), true);
        happenedOn.setHelperText(getTranslation("request.klacht.happenedOn.help"));
        TextArea told = fields.own("told", new TextArea(getTranslation("request.klacht.told")), true);
        told.setMinRows(5);
        MultiSelectComboBox<Actor> people = fields.own("people", PeopleAction.choice(getTranslation("request.people.label"), complainedAbout), false);
        people.setHelperText(getTranslation("request.people.help"));
        add(new H1(getPageTitle()), new Paragraph(getTranslation("request.klacht.what")), fields.summary(),
                fields.group("request.klacht.group.who", RequestFields.rows(anonymous, who)), fields.group("request.screen.group.how", fields.how()),
                fields.group("request.klacht.group.told", RequestFields.rows(happenedOn, told, people)), fields.group("request.screen.group.files", fields.files()),
                fields.foot("request.klacht.send", "request.klacht.sent", () -> registerKlacht.register(action, new RegisterKlacht.Klacht(fields.requester(),
                        anonymous.getValue(), happenedOn.getValue(), told.getValue(), people.getValue().stream().map(Actor::id).collect(Collectors.toSet())),
                        fields.attachments())));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("request.klacht.register");
    }
}
