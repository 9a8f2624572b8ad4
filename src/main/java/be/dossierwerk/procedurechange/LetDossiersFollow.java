package be.dossierwerk.procedurechange;

import be.dossierwerk.procedurechange.Changes.Change;
import be.dossierwerk.procedurechange.Changes.Publication;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** After the publication: the running dossiers that follow are moved, and the dossier of the change closes. */
@Service
public class LetDossiersFollow {

    private final Changes changes;
    private final CloseChange closeChange;
    private final ObjectProvider<FollowChange> followChange;

    LetDossiersFollow(Changes changes, CloseChange closeChange, ObjectProvider<FollowChange> followChange) {
        this.changes = changes;
        this.closeChange = closeChange;
        this.followChange = followChange;
    }

    @Transactional
    public void follow(String dossier) {
        Change change = changes.get(dossier);
        Publication publication = changes.publication(dossier).orElseThrow();
        followChange.ifAvailable(move -> move.begin(dossier, publication.previous(), publication.deployment(), change.rollout(), changes.chosen(dossier), change.submittedBy()));
        closeChange.close(dossier);
    }
}
