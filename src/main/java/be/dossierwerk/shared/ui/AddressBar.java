package be.dossierwerk.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Location;

/** The address of what a screen shows, for a bookmark and for Back, when the screen stays and only its choice changes. */
public final class AddressBar {

    private AddressBar() {
    }

    /**
     * Replaces the address, so that Back does not walk through every letter that was typed. Told to the browser alone:
     * while Vaadin's router goes along with a new address, the next navigation can be lost.
     */
    public static void replace(Component screen, Location address) {
        screen.getElement().executeJs("history.replaceState(history.state, '', $0)", address.getPathWithQueryParameters());
    }
}
