package be.dossierwerk.procedurechange;

import be.dossierwerk.shared.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a file that was drawn elsewhere into a draft, through the same gate as what is drawn here. */
@Service
public class UploadDraft {

    private final SaveChangeDraft saveChangeDraft;
    private final ChangeDrafts drafts;
    private final OpenDraft openDraft;

    UploadDraft(SaveChangeDraft saveChangeDraft, ChangeDrafts drafts, OpenDraft openDraft) {
        this.saveChangeDraft = saveChangeDraft;
        this.drafts = drafts;
        this.openDraft = openDraft;
    }

    /** It takes the place of what the draft has now, which an undo brings back. @throws Refused as {@link SaveChangeDraft#save} */
    @Transactional(noRollbackFor = Refused.class)
    public SaveChangeDraft.Saved upload(String change, String path, byte[] content) {
        openDraft.lockToDraw(change);
        return saveChangeDraft.save(change, path, content, drafts.head(change, path), "Bestand opgeladen", true);
    }
}
