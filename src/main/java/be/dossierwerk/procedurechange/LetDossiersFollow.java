package be.dossierwerk.procedurechange;

import be.dossierwerk.procedurechange.Changes.Change;
import be.dossierwerk.procedurechange.Changes.Publication;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** After the publication: the running dossiers that follow are moved, and the dossier of the change closes. */
@Service
public class LetDossiersFollow {

    private final Changes changes;
    private final CloseChange closeChange;
    private final MoveBatch moveBatch;

    LetDossiersFollow(Changes changes, CloseChange closeChange, MoveBatch moveBatch) {
        this.changes = changes;
        this.closeChange = closeChange;
        this.moveBatch = moveBatch;
    }

    @Transactional
    public void follow(String dossier) {
        Change change = changes.get(dossier);
        Publication publication = changes.publication(dossier).orElseThrow();
        moveBatch.begin(dossier, publication.previous(), publication.deployment(), change.rollout(), changes.chosen(dossier), change.submittedBy());
        closeChange.close(dossier);
    }
}
