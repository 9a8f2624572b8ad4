package be.dossierwerk.procedurechange;

import com.vaadin.flow.component.Component;

/** A part of the page of a change: comparison, impact, simulation and others. Every bean of this type becomes a tab, in the order it asks for. */
public interface ChangePanel {

    int order();

    /** The key of the tab's name in the messages. */
    String title();

    /** False where there is nothing to say, for example test rows without a decision table. */
    default boolean shows(Proposal proposal) {
        return true;
    }

    /** Asked only when the tab is opened. */
    Component of(Proposal proposal);
}
