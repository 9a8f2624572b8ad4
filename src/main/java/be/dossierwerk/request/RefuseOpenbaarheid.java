package be.dossierwerk.request;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.casework.LegalTexts;
import be.dossierwerk.casework.SendApplicantLetter;
import be.dossierwerk.correspondence.Letters;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.dossier.Dossiers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells why a request for documents is not looked at any further: because a person said so, or because it was never made clear. */
@Service
public class RefuseOpenbaarheid {

    private static final String LETTER = "openbaarheid-niet-ontvankelijk";

    private final OpenbaarheidRequests requests;
    private final RecordNotification notification;
    private final SendApplicantLetter letter;
    private final Letters letters;
    private final LegalTexts legalTexts;
    private final Terms terms;
    private final Dossiers dossiers;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    RefuseOpenbaarheid(OpenbaarheidRequests requests, RecordNotification notification, SendApplicantLetter letter, Letters letters, LegalTexts legalTexts, Terms terms, Dossiers dossiers, AuditLog audit,
                       JdbcClient jdbc, Clock clock) {
        this.requests = requests;
        this.notification = notification;
        this.letter = letter;
        this.letters = letters;
        this.legalTexts = legalTexts;
        this.terms = terms;
        this.dossiers = dossiers;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional
    public void refuse(String dossier) {
        LocalDate today = LocalDate.now(clock);
        if (requests.get(dossier).refusal() == null) {
            jdbc.sql("update openbaarheid set refusal = 'TE_ALGEMEEN' where dossier = ?").param(dossier).update();
            audit.record(AuditLog.Entry.of(dossier, "NIET_VERDUIDELIJKT", "De verzoeker verduidelijkte het verzoek niet binnen de termijn."));
        }
        OpenbaarheidRequests.Openbaarheid request = requests.get(dossier);
        Map<String, Object> facts = new HashMap<>(Map.of("reden", request.refusal().inWords(), "beroepsclausule", legalTexts.inForce("BEROEPSCLAUSULE_OPENBAARHEID", today)));
        facts.put("toelichting", request.explanation());
        facts.put("rechtsgrond", legalTexts.inForce("RECHTSGROND_OPENBAARHEID", today));
        letter.send(dossier, LETTER, "Wij kunnen uw vraag om documenten niet behandelen", facts);
        terms.expire(dossier, OpenbaarheidModel.CLARIFICATION_TERM);
        terms.stopAll(dossier, today);
        // The answer is a decision too: its appeal term outlives the file.
        notification.startAppeal(dossier, letters.of(dossier).stream().filter(each -> each.kind().equals(LETTER)).reduce((earlier, later) -> later).orElseThrow());
        dossiers.close(dossier, "NIET_ONTVANKELIJK", today);
    }
}
