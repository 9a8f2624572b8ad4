package be.dossierwerk.shared.ui;

import com.vaadin.flow.component.html.Anchor;

/** To another page of the product, without loading the whole screen again. */
public class PageLink extends Anchor {

    public PageLink(String to, String words) {
        super(to, words);
        getElement().setAttribute("router-link", true);
    }
}
