package be.dossierwerk.dossier;

import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Refused;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives a document to who may read it. */
@Service
public class ReadDocument {

    public record Opened(Dossiers.Document document, byte[] content) { }

    private final Dossiers dossiers;
    private final CurrentActor currentActor;

    ReadDocument(Dossiers dossiers, CurrentActor currentActor) {
        this.dossiers = dossiers;
        this.currentActor = currentActor;
    }

    /** @throws Refused dossier.document.unknown, dossier.document.confidential or security.role-missing */
    @Transactional(readOnly = true)
    public Opened read(UUID id) {
        Actor actor = currentActor.require(DossierRoles.READERS);
        Dossiers.Document document = dossiers.document(id).orElseThrow(() -> new Refused("dossier.document.unknown"));
        if (Dossiers.CONFIDENTIAL_KIND.equals(document.kind()) && !DossierRoles.holds(actor, DossierRoles.CONFIDENTIAL)) {
            throw new Refused("dossier.document.confidential");
        }
        return new Opened(document, dossiers.content(id));
    }
}
