package be.dossierwerk.procedurechange;

import be.dossierwerk.shared.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a file that was drawn elsewhere into a draft, through the same gate as what is drawn here. */
@Service
public class UploadDraft {

    private final SaveDraft saveDraft;
    private final Drafts drafts;
    private final OpenDraft openDraft;

    UploadDraft(SaveDraft saveDraft, Drafts drafts, OpenDraft openDraft) {
        this.saveDraft = saveDraft;
        this.drafts = drafts;
        this.openDraft = openDraft;
    }

    /** It takes the place of what the draft has now, which an undo brings back. @throws Refused as {@link SaveDraft#save} */
    @Transactional(noRollbackFor = Refused.class)
    public SaveDraft.Saved upload(String change, String path, byte[] content) {
        openDraft.lock(change, ChangeState.ONTWERP);
        return saveDraft.save(change, path, content, drafts.head(change, path), "Bestand opgeladen");
    }
}
