package be.dossierwerk.request;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.casework.LegalTexts;
import be.dossierwerk.casework.SendApplicantLetter;
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

    private final OpenbaarheidRequests requests;
    private final SendApplicantLetter letter;
    private final LegalTexts legalTexts;
    private final Terms terms;
    private final Dossiers dossiers;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    RefuseOpenbaarheid(OpenbaarheidRequests requests, SendApplicantLetter letter, LegalTexts legalTexts, Terms terms, Dossiers dossiers, AuditLog audit,
                       JdbcClient jdbc, Clock clock) {
        this.requests = requests;
        this.letter = letter;
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
        letter.send(dossier, "openbaarheid-niet-ontvankelijk", "Wij kunnen uw vraag om documenten niet behandelen", facts);
        terms.expire(dossier, OpenbaarheidModel.CLARIFICATION_TERM);
        terms.stopAll(dossier, today);
        // The answer is a decision too: its appeal term outlives the file.
        terms.start(dossier, OpenbaarheidModel.APPEAL_TERM, today);
        dossiers.close(dossier, "NIET_ONTVANKELIJK", today);
    }
}
