package be.dossierwerk.appeal.ui;

import be.dossierwerk.appeal.NotifiedDecisions;
import be.dossierwerk.dossier.DossierAction;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import org.springframework.stereotype.Component;

/** From a dossier with a notified decision to the request to reconsider it. */
@Component
class AskHeroverwegingAction implements DossierAction {

    private final NotifiedDecisions decisions;
    private final CurrentActor currentActor;

    AskHeroverwegingAction(NotifiedDecisions decisions, CurrentActor currentActor) {
        this.decisions = decisions;
        this.currentActor = currentActor;
    }

    @Override
    public String label() {
        return "appeal.heroverweging.title";
    }

    @Override
    public boolean offered(String dossier) {
        var actor = currentActor.get();
        return (actor.has(Roles.INTAKE) || actor.has(Roles.HANDLER)) && decisions.lastOf(dossier).isPresent();
    }

    @Override
    public void open(String dossier, Runnable done) {
        UI.getCurrent().navigate(HeroverwegingView.ROUTE, QueryParameters.of(HeroverwegingView.DOSSIER, dossier));
    }
}
