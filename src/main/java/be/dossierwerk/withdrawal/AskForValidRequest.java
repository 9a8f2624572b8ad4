package be.dossierwerk.withdrawal;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.casework.SendApplicantLetter;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.dossier.Dossiers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells an undertaking that its request does not count, because nobody who may bind it signed, and asks for a valid one. */
@Service
public class AskForValidRequest {

    private final VoluntaryRequests requests;
    private final SendApplicantLetter letter;
    private final Terms terms;
    private final Dossiers dossiers;
    private final AuditLog audit;
    private final Clock clock;

    AskForValidRequest(VoluntaryRequests requests, SendApplicantLetter letter, Terms terms, Dossiers dossiers, AuditLog audit, Clock clock) {
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
        letter.send(dossier, "intrekking-geldig-verzoek", "Wij vragen een geldig verzoek", Map.of("ondertekenaar", requests.get(dossier).signatory()));
        audit.record(AuditLog.Entry.of(dossier, "VERZOEK_NIET_ONTVANKELIJK",
                "Het verzoek is niet ontvankelijk. De onderneming kreeg een brief met de vraag om een geldig verzoek."));
        requests.end(dossier);
        terms.stopAll(dossier, today);
        dossiers.close(dossier, "NIET_ONTVANKELIJK", today);
    }
}
