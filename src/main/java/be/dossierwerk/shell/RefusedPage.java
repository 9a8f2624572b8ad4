package be.dossierwerk.shell;

import be.dossierwerk.shared.Refused;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;

/** The product said no while a page was opening. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class RefusedPage extends Div implements HasErrorParameter<Refused>, HasDynamicTitle {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Refused> error) {
        removeAll();
        add(new BackOut(getPageTitle(), getTranslation(error.getException().key(), error.getException().args())));
        return HttpServletResponse.SC_FORBIDDEN;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shell.refused");
    }
}
