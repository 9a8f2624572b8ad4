package be.dossierwerk.inbox;

import com.vaadin.flow.component.Component;

/** What stands beside a task's form: the dossier's facts, documents and timeline. Given by the module that shows dossiers. */
public interface DossierPanel {

    Component of(String dossierNumber);
}
