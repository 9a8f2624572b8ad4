package be.dossierwerk.deadline;

import com.vaadin.flow.component.Component;

/** How the terms of a dossier stand, drawn for the acting person; a Spring bean that other screens ask for it. */
public interface DossierTerms {

    /** {@code changed} is run when the person changed something. */
    Component of(String dossier, Runnable changed);
}
