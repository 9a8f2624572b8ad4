package be.dossierwerk.procedurechange;

import be.dossierwerk.audit.AuditLog;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Nobody reviewed a change within the term: it goes back to its author, who can lay it before others again. */
@Service
public class TakeBackChange {

    private final Changes changes;
    private final DraftAgain draftAgain;
    private final AuditLog audit;

    TakeBackChange(Changes changes, DraftAgain draftAgain, AuditLog audit) {
        this.changes = changes;
        this.draftAgain = draftAgain;
        this.audit = audit;
    }

    @Transactional
    public void takeBack(String change) {
        audit.lock(change);
        draftAgain.draft(change, "WIJZIGING_NIET_BEOORDEELD", "De wijziging ging terug naar %s: niemand beoordeelde ze op tijd.".formatted(changes.get(change).submittedByName()),
                "Niemand beoordeelde de wijziging op tijd. Leg ze opnieuw voor, of spreek een collega aan.");
    }
}
