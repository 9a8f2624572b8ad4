package be.dossierwerk.procedurechange.ui;

import be.dossierwerk.procedurechange.ChangePanel;
import be.dossierwerk.procedurechange.MoveBatch;
import be.dossierwerk.procedurechange.MoveProgress;
import be.dossierwerk.procedurechange.Proposal;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import com.vaadin.flow.component.Component;

/** The tab "Verhuis" of a change that was published: how far the running dossiers have followed. */
@org.springframework.stereotype.Component
class MovePanel implements ChangePanel {

    private final MoveBatch moveBatch;
    private final MoveProgress progress;
    private final CurrentActor currentActor;

    MovePanel(MoveBatch moveBatch, MoveProgress progress, CurrentActor currentActor) {
        this.moveBatch = moveBatch;
        this.progress = progress;
        this.currentActor = currentActor;
    }

    @Override
    public int order() {
        return 80;
    }

    @Override
    public String title() {
        return "procedurechange.move.title";
    }

    @Override
    public boolean shows(Proposal proposal) {
        return progress.of(proposal.change()).isPresent();
    }

    @Override
    public Component of(Proposal proposal) {
        return new MoveScreen(proposal.change(), moveBatch, progress, currentActor.get().has(Roles.MANAGER));
    }
}
