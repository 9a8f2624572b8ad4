package be.dossierwerk.request;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.casework.SendApplicantLetter;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.dossier.Dossiers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks what an unclear request means; the term to decide ends here and starts anew with the clear request (own rule, see T-OPB-03). */
@Service
public class AskClarification {

    private final OpenbaarheidRequests requests;
    private final SendApplicantLetter letter;
    private final Terms terms;
    private final Dossiers dossiers;
    private final AuditLog audit;
    private final Clock clock;

    AskClarification(OpenbaarheidRequests requests, SendApplicantLetter letter, Terms terms, Dossiers dossiers, AuditLog audit, Clock clock) {
        this.requests = requests;
        this.letter = letter;
        this.terms = terms;
        this.dossiers = dossiers;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public void ask(String dossier) {
        LocalDate today = LocalDate.now(clock);
        terms.stop(dossier, OpenbaarheidModel.TERM, today, "Het verzoek is niet duidelijk. Met het duidelijke verzoek begint de termijn opnieuw.");
        terms.start(dossier, OpenbaarheidModel.CLARIFICATION_TERM, today);
        letter.send(dossier, "openbaarheid-verduidelijking", "Wilt u uw vraag verduidelijken?", Map.of("vraag", requests.get(dossier).question(),
                "uiterlijk", terms.due(dossier, OpenbaarheidModel.CLARIFICATION_TERM)));
        audit.record(AuditLog.Entry.of(dossier, "VERDUIDELIJKING_GEVRAAGD", "De verzoeker kreeg een brief met de vraag om het verzoek te verduidelijken."));
        dossiers.state(dossier, "WACHT_OP_AANVRAGER");
    }
}
