package be.dossierwerk.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Opens and changes dossiers. STUB: the dossier module replaces this body; the signatures stay. */
@Service
public class Dossiers {

    /** {@code source}: PORTAAL, PAPIER, AMBTSHALVE, VSI or KLACHT. {@code prefix}: the middle of the number, ERK for recognition. */
    public record NewDossier(String procedure, String prefix, String subject, String enterpriseNumber, String municipality,
                             String source, LocalDate receivedOn, String handler, String email) { }

    /** state: a Dutch code such as IN_BEHANDELING, WACHT_OP_AANVRAGER, GESLOTEN; outcome: null until decided. */
    public record Details(String number, String procedure, String subject, String enterpriseNumber, String municipality, String source,
                          LocalDate receivedOn, Instant registeredAt, String handler, String handlerName, String email,
                          String state, String outcome, LocalDate closedOn) { }

    public record Party(UUID id, String kind, String name, String role, String nationalNumber, String address) { }

    public record Document(UUID id, String dossier, String kind, String title, String fileName, String mediaType, long bytes,
                           String sha256, LocalDate dated, Instant addedAt, String addedByName) { }

    /** Opens a dossier and gives its number, such as DC-ERK-2026-00001. */
    public String open(NewDossier dossier) { throw new IllegalStateException("stub"); }
    /** @throws be.dossierwerk.shared.Refused dossier.unknown */
    public Details get(String number) { throw new IllegalStateException("stub"); }
    public Optional<Details> find(String number) { throw new IllegalStateException("stub"); }
    public void state(String number, String state) { throw new IllegalStateException("stub"); }
    public void handler(String number, String actorId, String actorName) { throw new IllegalStateException("stub"); }
    public void close(String number, String outcome, LocalDate on) { throw new IllegalStateException("stub"); }
    public void party(String number, Party party) { throw new IllegalStateException("stub"); }
    public List<Party> parties(String number) { throw new IllegalStateException("stub"); }
    /** Checks the type by content (PDF, PNG, JPEG, TIFF), the size (25 MB), stores content and SHA-256. @throws Refused */
    public UUID attach(String number, String kind, String title, String fileName, byte[] content, LocalDate dated) { throw new IllegalStateException("stub"); }
    public List<Document> documents(String number) { throw new IllegalStateException("stub"); }
    public byte[] content(UUID document) { throw new IllegalStateException("stub"); }
    public void note(String number, String text) { throw new IllegalStateException("stub"); }
}
