package be.dossierwerk.dossier;

import com.vaadin.flow.component.Component;

/** A part of the dossier page that another module gives. Every bean of this type becomes a tab, in the order it asks for. */
public interface DossierSection {

    int order();

    /** The key of the tab's name in the messages. */
    String title();

    /** False where the section has nothing to say, for example a section of another procedure. */
    default boolean shows(String dossierNumber) {
        return true;
    }

    /** Asked only when the tab is opened. */
    Component of(String dossierNumber);
}
