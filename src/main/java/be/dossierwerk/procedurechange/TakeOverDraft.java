package be.dossierwerk.procedurechange;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.procedurechange.Changes.Change;
import be.dossierwerk.security.Actor;
import be.dossierwerk.shared.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Brings a file back from the draft that a second person got of their own to the draft that it was made of. */
@Service
public class TakeOverDraft {

    private final OpenDraft openDraft;
    private final ChangeDrafts drafts;
    private final Changes changes;
    private final AuditLog audit;

    TakeOverDraft(OpenDraft openDraft, ChangeDrafts drafts, Changes changes, AuditLog audit) {
        this.openDraft = openDraft;
        this.drafts = drafts;
        this.changes = changes;
        this.audit = audit;
    }

    /**
     * What the first draft had stays one undo away.
     * @param own the draft of one's own
     * @throws Refused security.role-missing, procedurechange.not-open.*, procedurechange.unknown, procedurechange.draft.path
     */
    @Transactional
    public void takeOver(String own, String path) {
        Change fork = changes.get(own);
        if (fork.forkedFrom() == null || !drafts.heads(own).containsKey(path)) {
            throw new Refused("procedurechange.draft.path", path);
        }
        Change to = openDraft.lock(fork.forkedFrom(), ChangeState.ONTWERP);
        Actor actor = openDraft.manager();
        drafts.makeRoom(to.dossier(), path);
        drafts.copy(own, to.dossier(), path, "Overgenomen uit " + own, actor);
        audit.record(AuditLog.Entry.of(to.dossier(), "ONTWERP_OVERGENOMEN", "%s nam %s over uit \"%s\".".formatted(actor.name(), ProcedureFiles.words(path), fork.title())));
    }
}
