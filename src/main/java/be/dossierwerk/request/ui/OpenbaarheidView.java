package be.dossierwerk.request.ui;

import be.dossierwerk.dossier.DossierList;
import be.dossierwerk.request.RegisterOpenbaarheid;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.ui.FilingForm;
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

/** A request for documents that came in: who asks, and which documents. */
@Route("documenten-aanvragen")
@Menu(title = "menu.openbaarheid", order = 27)
@RolesAllowed({Roles.INTAKE, Roles.HANDLER})
@StyleSheet("context://inbox.css")
@StyleSheet("context://recognition.css")
class OpenbaarheidView extends Div implements HasDynamicTitle {

    private final UUID action = UUID.randomUUID();

    OpenbaarheidView(RegisterOpenbaarheid registerOpenbaarheid, DossierList dossiers, Clock clock) {
        FilingForm form = new FilingForm(getPageTitle(), getTranslation("request.openness.what"));
        RequestFields fields = new RequestFields(form, dossiers, LocalDate.now(clock));
        TextArea documents = form.required("documents", new TextArea(getTranslation("request.openness.documents")));
        documents.setHelperText(getTranslation("request.openness.documents.help"));
        documents.setMinRows(4);
        form.group(getTranslation("request.openness.group.who"), fields.who());
        form.group(getTranslation("request.screen.group.how"), fields.how());
        form.group(getTranslation("request.openness.group.documents"), FilingForm.rows(documents));
        form.group(getTranslation("request.screen.group.files"), form.attachments());
        form.send(getTranslation("request.openness.send"), () -> registerOpenbaarheid.register(action,
                new RegisterOpenbaarheid.Openbaarheid(fields.requester(), documents.getValue()), form.files()),
                dossier -> getTranslation("request.openness.sent", dossier));
        add(form);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("request.openness.register");
    }
}
