package be.dossierwerk.procedurechange;

import be.dossierwerk.shared.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes one save of a file back. The save stays: it can be done again, also from another browser on another day. */
@Service
public class UndoDraft {

    private final OpenDraft openDraft;
    private final ChangeDrafts drafts;

    UndoDraft(OpenDraft openDraft, ChangeDrafts drafts) {
        this.openDraft = openDraft;
        this.drafts = drafts;
    }

    /**
     * @param base what the editor shows, as in {@link SaveChangeDraft}
     * @return where the file now stands, null at what is published
     * @throws Refused security.role-missing, procedurechange.not-open.*; procedurechange.draft.moved when a colleague saved in between;
     *                 procedurechange.draft.nothing-to-undo
     */
    @Transactional
    public Long undo(String change, String path, Long base) {
        openDraft.lock(change, ChangeState.ONTWERP);
        Long head = drafts.seen(change, path, base);
        if (head == null) {
            throw new Refused("procedurechange.draft.nothing-to-undo");
        }
        Long before = drafts.parent(head);
        drafts.stand(change, path, before);
        return before;
    }
}
