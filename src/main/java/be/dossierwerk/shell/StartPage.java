package be.dossierwerk.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.menu.MenuConfiguration;
import jakarta.annotation.security.PermitAll;

/** The bare address: leads to the first page of the menu. */
@Route("")
@PermitAll
class StartPage extends Div implements BeforeEnterObserver, HasDynamicTitle {

    StartPage() {
        add(new H1(getTranslation("shell.product")), new Paragraph(getTranslation("shell.start.nothing")));
        addClassName("dw-error");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        MenuConfiguration.getMenuEntries().stream().findFirst().ifPresent(first -> event.forwardTo(first.path()));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shell.product");
    }
}
