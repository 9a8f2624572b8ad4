package be.dossierwerk.shell;

import be.dossierwerk.shared.ui.PageLink;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;

/** What an error page says: what is wrong, and the ways out of it. */
class BackOut extends Div {

    BackOut(String title, String detail) {
        Button back = new Button(getTranslation("shell.back"), click -> getUI().ifPresent(ui -> ui.getPage().getHistory().back()));
        back.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Anchor start = new PageLink("", getTranslation("shell.to-start"));
        Div ways = new Div(back, start);
        ways.addClassName("dw-error-ways");
        add(new H1(title), new Paragraph(detail), ways);
        addClassName("dw-error");
    }
}
