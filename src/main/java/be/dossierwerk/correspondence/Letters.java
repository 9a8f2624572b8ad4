package be.dossierwerk.correspondence;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Makes, seals and sends letters. STUB: the correspondence module replaces this body; the signatures stay. */
@Service
public class Letters {

    /** A letter as screens list it; status: ONTWERP, TE_ONDERTEKENEN, ONDERTEKEND, KLAAR_VOOR_VERZENDING, VERZONDEN, MISLUKT. */
    public record Letter(UUID id, String dossier, String kind, String title, String status, UUID document, String channel,
                         LocalDate sentOn, LocalDate receivedOn, LocalDate appealFrom, LocalDate appealUntil, String proof) { }

    /** Makes the PDF/A from template {@code letters/<kind>.html} with these facts, keeps it as a document of the dossier. */
    public UUID make(String dossier, String kind, String title, Map<String, Object> facts) { throw new IllegalStateException("stub"); }
    /** Seals the letter's PDF with a digital signature in the name of the acting signatory. */
    public void sign(UUID letter) { throw new IllegalStateException("stub"); }
    /** Puts the letter in the outbox; channel: POST_AANGETEKEND, POST, MAIL or PORTAAL. Sent after the commit, exactly once. */
    public void send(UUID letter, String channel) { throw new IllegalStateException("stub"); }
    /** A person handed the registered letter to the post on that day: proof and, for a decision, the appeal term. */
    public void posted(UUID letter, LocalDate on, String trackingNumber) { throw new IllegalStateException("stub"); }
    public List<Letter> of(String dossier) { throw new IllegalStateException("stub"); }
    public Letter get(UUID letter) { throw new IllegalStateException("stub"); }
    /** A message to another system (issuing company, inspection): delivered after the commit, exactly once. */
    public void notifySystem(String dossier, String system, String message, Map<String, Object> facts) { throw new IllegalStateException("stub"); }
}
