package be.dossierwerk.shell;

import be.dossierwerk.shared.DatabaseStanding;
import be.dossierwerk.shared.Incidents;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;

/** Something broke while a page was opening; its number stands in the log. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class BrokenPage extends Div implements HasErrorParameter<Exception>, HasDynamicTitle {

    private final transient Incidents incidents;
    private final transient DatabaseStanding database;

    BrokenPage(Incidents incidents, DatabaseStanding database) {
        this.incidents = incidents;
        this.database = database;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> error) {
        removeAll();
        String number = incidents.log(error.getCaughtException(), "/" + event.getLocation().getPath());
        var trouble = database.met(error.getCaughtException());
        add(new BackOut(getPageTitle(), trouble.map(what -> getTranslation(what.key())).orElseGet(() -> getTranslation("shell.incident.detail", number))));
        return trouble.isPresent() ? HttpServletResponse.SC_SERVICE_UNAVAILABLE : HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shell.incident");
    }
}
