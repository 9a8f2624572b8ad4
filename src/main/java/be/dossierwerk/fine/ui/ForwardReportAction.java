package be.dossierwerk.fine.ui;

import be.dossierwerk.dossier.DossierAction;
import be.dossierwerk.infringement.InfringementFile;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import org.springframework.stereotype.Component;

/** From an infringement file to the form that registers its report for a fine. */
@Component
class ForwardReportAction implements DossierAction {

    private final InfringementFile infringements;
    private final CurrentActor currentActor;

    ForwardReportAction(InfringementFile infringements, CurrentActor currentActor) {
        this.infringements = infringements;
        this.currentActor = currentActor;
    }

    @Override
    public String label() {
        return "fine.forward.title";
    }

    @Override
    public boolean offered(String dossier) {
        var actor = currentActor.get();
        return (actor.has(Roles.HANDLER) || actor.has(Roles.FINES)) && infringements.has(dossier);
    }

    @Override
    public void open(String dossier, Runnable done) {
        UI.getCurrent().navigate(NewFineView.PATH, QueryParameters.of("dossier", dossier));
    }
}
