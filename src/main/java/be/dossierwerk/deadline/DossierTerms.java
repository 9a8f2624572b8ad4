package be.dossierwerk.deadline;

import com.vaadin.flow.component.Component;

/** How the terms of a dossier stand, drawn for the acting person; a Spring bean that other screens ask for it. */
public interface DossierTerms {

    Component of(String dossier);
}
