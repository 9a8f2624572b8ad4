package be.dossierwerk.procedurechange;

import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives a file of a draft to draw on elsewhere. */
@Service
public class DownloadDraft {

    private final ChangeDrafts drafts;
    private final Changes changes;
    private final CurrentActor currentActor;

    DownloadDraft(ChangeDrafts drafts, Changes changes, CurrentActor currentActor) {
        this.drafts = drafts;
        this.changes = changes;
        this.currentActor = currentActor;
    }

    /** @throws Refused security.role-missing, procedurechange.unknown, procedurechange.draft.unknown-file */
    @Transactional(readOnly = true)
    public byte[] download(String change, String path) {
        currentActor.require(ChangeReaders.WITH_TOOLS);
        changes.get(change);
        return drafts.file(change, path).orElseThrow(() -> new Refused("procedurechange.draft.unknown-file", path));
    }
}
