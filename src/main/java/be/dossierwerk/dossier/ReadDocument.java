package be.dossierwerk.dossier;

import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Refused;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Gives a document to who may read it. */
@Service
public class ReadDocument {

    public record Opened(Dossiers.Document document, byte[] content) { }

    private final Dossiers dossiers;
    private final RecordReading recordReading;
    private final CurrentActor currentActor;

    ReadDocument(Dossiers dossiers, RecordReading recordReading, CurrentActor currentActor) {
        this.dossiers = dossiers;
        this.recordReading = recordReading;
        this.currentActor = currentActor;
    }

    /** @throws Refused dossier.document.unknown, dossier.document.confidential or security.role-missing */
    public Opened read(UUID id) {
        currentActor.require(DossierRoles.READERS);
        Dossiers.Document document = dossiers.document(id).orElseThrow(() -> new Refused("dossier.document.unknown"));
        requireFor(document.kind());
        recordReading.record(document.dossier(), RecordReading.What.DOCUMENT, id.toString(), Dossiers.CONFIDENTIAL_KIND.equals(document.kind()) ? null : document.title());
        return new Opened(document, dossiers.content(id));
    }

    /** @throws Refused dossier.document.confidential, for who may not read documents of this kind */
    public void requireFor(String kind) {
        if (Dossiers.CONFIDENTIAL_KIND.equals(kind) && !DossierRoles.holds(currentActor.get(), DossierRoles.CONFIDENTIAL)) {
            throw new Refused("dossier.document.confidential");
        }
    }
}
