package be.dossierwerk.procedurechange;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.engine.PublishedDiagrams;
import be.dossierwerk.security.Actor;
import be.dossierwerk.shared.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Another change was published in the same file: the author keeps the own version of it, or begins again with what now holds. */
@Service
public class SolveConflict {

    public enum Choice { MIJN_VERSIE, BEGIN_OPNIEUW }

    private final OpenDraft openDraft;
    private final ChangeDrafts drafts;
    private final PublishedDiagrams published;
    private final AuditLog audit;

    SolveConflict(OpenDraft openDraft, ChangeDrafts drafts, PublishedDiagrams published, AuditLog audit) {
        this.openDraft = openDraft;
        this.drafts = drafts;
        this.published = published;
        this.audit = audit;
    }

    /** Either is a save like any other, so it can be undone, and then the choice is there again. @throws Refused security.role-missing, procedurechange.not-open.*, procedurechange.draft.path */
    @Transactional
    public void solve(String change, String path, Choice choice) {
        openDraft.lock(change, ChangeState.ONTWERP);
        Actor actor = openDraft.manager();
        if (!drafts.outdated(change).contains(path)) {
            throw new Refused("procedurechange.draft.path", path);
        }
        if (choice == Choice.BEGIN_OPNIEUW) {
            drafts.addOnPublished(change, path, published.current().files().get(path), "Opnieuw begonnen met wat nu geldt", actor);
        } else {
            drafts.addOnPublished(change, path, drafts.file(change, path).orElse(null), "Eigen versie gehouden", actor);
        }
        audit.record(AuditLog.Entry.of(change, "ONTWERP_BIJGEWERKT", (choice == Choice.BEGIN_OPNIEUW ? "%s begon opnieuw met %s zoals het nu geldt."
                : "%s hield de eigen versie van %s, al werd intussen een andere bekendgemaakt.").formatted(actor.name(), ProcedureFiles.words(path))));
    }
}
