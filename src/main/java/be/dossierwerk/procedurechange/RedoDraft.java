package be.dossierwerk.procedurechange;

import be.dossierwerk.shared.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Does again what was undone last, whoever undid it and in whichever browser. */
@Service
public class RedoDraft {

    private final OpenDraft openDraft;
    private final ChangeDrafts drafts;

    RedoDraft(OpenDraft openDraft, ChangeDrafts drafts) {
        this.openDraft = openDraft;
        this.drafts = drafts;
    }

    /**
     * @param base what the editor shows, as in {@link SaveChangeDraft}
     * @return where the file now stands, null at what is published
     * @throws Refused security.role-missing, procedurechange.not-open.*; procedurechange.draft.moved when a colleague saved in between;
     *                 procedurechange.draft.nothing-to-redo
     */
    @Transactional
    public Long redo(String change, String path, Long base) {
        openDraft.lock(change, ChangeState.ONTWERP);
        Long head = drafts.seen(change, path, base);
        Long next = drafts.next(change, path, head);
        if (next == null) {
            throw new Refused("procedurechange.draft.nothing-to-redo");
        }
        drafts.stand(change, path, next);
        return next;
    }
}
