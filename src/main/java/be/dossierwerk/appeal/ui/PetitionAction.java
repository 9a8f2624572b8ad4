package be.dossierwerk.appeal.ui;

import be.dossierwerk.appeal.NotifiedDecisions;
import be.dossierwerk.dossier.DossierAction;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import org.springframework.stereotype.Component;

/** From a dossier with a signed decision to the petition against it. */
@Component
class PetitionAction implements DossierAction {

    private final NotifiedDecisions decisions;
    private final CurrentActor currentActor;

    PetitionAction(NotifiedDecisions decisions, CurrentActor currentActor) {
        this.decisions = decisions;
        this.currentActor = currentActor;
    }

    @Override
    public String label() {
        return "appeal.rvs.screen.title";
    }

    @Override
    public boolean offered(String dossier) {
        var actor = currentActor.get();
        return (actor.has(Roles.LAWYER) || actor.has(Roles.INTAKE)) && decisions.lastOf(dossier).isPresent();
    }

    @Override
    public void open(String dossier, Runnable done) {
        UI.getCurrent().navigate(PetitionView.PATH, QueryParameters.of(PetitionView.DOSSIER, dossier));
    }
}
