package be.dossierwerk.request;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.casework.Decisions;
import be.dossierwerk.casework.LegalTexts;
import be.dossierwerk.casework.SendApplicantLetter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The term, one of order, is over without an answer: who waits is told so, and where to go; the work goes on (procedures.md 4.1). */
@Service
public class TellDelay {

    private final Klachten klachten;
    private final SendApplicantLetter letter;
    private final LegalTexts legalTexts;
    private final AuditLog audit;
    private final Decisions decisions;
    private final Clock clock;

    TellDelay(Klachten klachten, SendApplicantLetter letter, LegalTexts legalTexts, AuditLog audit, Decisions decisions, Clock clock) {
        this.klachten = klachten;
        this.letter = letter;
        this.legalTexts = legalTexts;
        this.audit = audit;
        this.decisions = decisions;
        this.clock = clock;
    }

    @Transactional
    public void tell(String dossier) {
        boolean complaint = klachten.find(dossier).isPresent();
        // A decision that is signed is on its way: who waits hears it before this letter could come.
        boolean signed = decisions.signed(dossier);
        boolean write = !signed && klachten.canBeWrittenTo(dossier);
        audit.record(AuditLog.Entry.of(dossier, "TERMIJN_VERSTREKEN", "De termijn is verstreken zonder antwoord. %s".formatted(write
                ? "Wie wacht, kreeg een brief." : "Er vertrok geen brief.")));
        if (write) {
            letter.send(dossier, complaint ? "klacht-vertraging" : "openbaarheid-vertraging", complaint ? "Uw klacht duurt langer" : "Uw vraag om documenten duurt langer",
                    Map.of("uitweg", legalTexts.inForce(complaint ? "KLACHT_OMBUDSDIENST" : "OPENBAARHEID_GEEN_ANTWOORD", LocalDate.now(clock))));
        }
    }
}
