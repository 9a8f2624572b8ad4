package be.dossierwerk.dossier;

import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A colleague adds a document to a dossier. */
@Service
public class AttachDocument {

    /** What people choose from; letters and decisions come into a dossier by their own use cases. */
    public static final List<String> KINDS = List.of("AANVRAAGFORMULIER", "BEWIJS_BORGSOM", "ONDERNEMINGSPLAN", "STATUTEN", "ATTEST_INFOSESSIE",
            "AANVULLING", "VERWEER", "ADVIES", "BRIEFWISSELING", "MEMORIE", Dossiers.CONFIDENTIAL_KIND, "BIJLAGE");
    /** Of the largest file that is taken. */
    public static final int MOST_MEGABYTES = DocumentType.MOST_MEGABYTES;

    private static final int TITLE_LIMIT = 200;

    private final Dossiers dossiers;
    private final CurrentActor currentActor;
    private final Clock clock;

    AttachDocument(Dossiers dossiers, CurrentActor currentActor, Clock clock) {
        this.dossiers = dossiers;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /**
     * {@code dated}: the day that the document carries, or null.
     * @throws Refused with the fields kind, title, file and dated
     */
    @Transactional
    public UUID attach(String number, String kind, String title, String fileName, byte[] content, LocalDate dated) {
        Actor actor = currentActor.require(DossierRoles.FILERS);
        List<Refused.Field> wrong = new ArrayList<>();
        if (content == null) {
            wrong.add(new Refused.Field("file", "dossier.attach.file-required"));
        }
        if (!KINDS.contains(kind)) {
            wrong.add(new Refused.Field("kind", "dossier.attach.kind-required"));
        } else if (kind.equals(Dossiers.CONFIDENTIAL_KIND) && !DossierRoles.holds(actor, DossierRoles.CONFIDENTIAL)) {
            wrong.add(new Refused.Field("kind", "dossier.attach.confidential"));
        }
        if (title == null || title.isBlank()) {
            wrong.add(new Refused.Field("title", "dossier.attach.title-required"));
        } else if (title.length() > TITLE_LIMIT) {
            wrong.add(new Refused.Field("title", "dossier.attach.title-too-long", TITLE_LIMIT));
        }
        if (dated != null && dated.isAfter(LocalDate.now(clock))) {
            wrong.add(new Refused.Field("dated", "dossier.attach.dated-future"));
        }
        if (!wrong.isEmpty()) {
            throw new Refused("dossier.attach.invalid", wrong);
        }
        return dossiers.attach(number, kind, title.strip(), fileName, content, dated);
    }
}
