package be.dossierwerk.request.ui;

import be.dossierwerk.dossier.DossierList;
import be.dossierwerk.request.RegisterOpenbaarheid;
import be.dossierwerk.security.Roles;
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

/** A request for documents that came in: who asks, and which documents. */
@Route("documenten-aanvragen")
@Menu(title = "menu.openbaarheid", order = 27)
@RolesAllowed({Roles.INTAKE, Roles.HANDLER})
@StyleSheet("context://inbox.css")
@StyleSheet("context://recognition.css")
class OpenbaarheidView extends Div implements HasDynamicTitle {

    private final UUID action = UUID.randomUUID();

    OpenbaarheidView(RegisterOpenbaarheid registerOpenbaarheid, DossierList dossiers, Clock clock) {
        addClassName("dw-newapplication");
        RequestFields fields = new RequestFields(this, dossiers, LocalDate.now(clock));
        TextArea documents = fields.own("documents", new TextArea(getTranslation("request.openness.documents")), true);
        documents.setHelperText(getTranslation("request.openness.documents.help"));
        documents.setMinRows(4);
        add(new H1(getPageTitle()), new Paragraph(getTranslation("request.openness.what")), fields.summary(),
                fields.group("request.openness.group.who", fields.who()), fields.group("request.screen.group.how", fields.how()),
                fields.group("request.openness.group.documents", RequestFields.rows(documents)), fields.group("request.screen.group.files", fields.files()),
                fields.foot("request.openness.send", "request.openness.sent", () -> registerOpenbaarheid.register(action,
                        new RegisterOpenbaarheid.Openbaarheid(fields.requester(), documents.getValue()), fields.attachments())));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("request.openness.register");
    }
}
