package be.dossierwerk.deadline.ui;

import be.dossierwerk.deadline.AdjustTerm;
import be.dossierwerk.deadline.DossierTerms;
import be.dossierwerk.deadline.Escalations;
import be.dossierwerk.deadline.ExplainDelay;
import be.dossierwerk.deadline.PauseByHand;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.security.CurrentActor;
import com.vaadin.flow.component.Component;
import java.time.Clock;

/** Makes a panel for each page that shows one. */
@org.springframework.stereotype.Component
class TermsPanels implements DossierTerms {

    /** What a panel and its dialogs ask and do. */
    record Services(Terms terms, Escalations escalations, PauseByHand pauseByHand, ExplainDelay explainDelay, AdjustTerm adjustTerm,
                    CurrentActor currentActor, Clock clock) { }

    private final Services services;

    TermsPanels(Terms terms, Escalations escalations, PauseByHand pauseByHand, ExplainDelay explainDelay, AdjustTerm adjustTerm,
                CurrentActor currentActor, Clock clock) {
        this.services = new Services(terms, escalations, pauseByHand, explainDelay, adjustTerm, currentActor, clock);
    }

    @Override
    public Component of(String dossier, Runnable changed) {
        return new TermsPanel(dossier, services, changed);
    }
}
