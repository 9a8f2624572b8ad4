package be.dossierwerk.recognition;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Files a recognition application and starts the procedure. STUB: the integrator replaces this body; the signature stays. */
@Service
public class SubmitApplication {

    /** A file that came with it; kind: AANVRAAGFORMULIER, BEWIJS_BORGSOM, ONDERNEMINGSPLAN, STATUTEN, ATTEST_INFOSESSIE or BIJLAGE. */
    public record Attachment(String kind, String fileName, byte[] content) { }

    /**
     * How it came in. {@code source}: PORTAAL or PAPIER. {@code receivedOn}: the legal date, not the day of scanning.
     * {@code handler}: actor id or null. {@code actionId}: sent twice, it makes one dossier.
     */
    public record Receipt(String source, LocalDate receivedOn, String handler, UUID actionId, List<Attachment> attachments) { }

    /**
     * @return the dossier number
     * @throws be.dossierwerk.shared.Refused {@code recognition.application.invalid} with every wrong field by its JSON path
     *         ({@code undertaking.enterpriseNumber}, {@code persons[0].nationalNumber}, ...), or {@code recognition.application.open}
     */
    public String submit(Application application, Receipt receipt) { throw new IllegalStateException("stub"); }
}
