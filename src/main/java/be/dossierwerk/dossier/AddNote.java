package be.dossierwerk.dossier;

import be.dossierwerk.security.CurrentActor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A colleague writes a note in a dossier. A note stays: it is never changed. */
@Service
public class AddNote {

    private final Dossiers dossiers;
    private final CurrentActor currentActor;

    AddNote(Dossiers dossiers, CurrentActor currentActor) {
        this.dossiers = dossiers;
        this.currentActor = currentActor;
    }

    /** @throws be.dossierwerk.shared.Refused dossier.note.empty, dossier.note.too-long, dossier.unknown or security.role-missing */
    @Transactional
    public void add(String number, String text) {
        currentActor.require(DossierRoles.WRITERS);
        dossiers.note(number, text);
    }
}
