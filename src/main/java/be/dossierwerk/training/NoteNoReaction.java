package be.dossierwerk.training;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.deadline.PauseGround;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.dossier.Dossiers;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The applicant let the 14 days pass: the clock goes on the day after the last of them, however much later that is noticed (T-OF-04). */
@Service
public class NoteNoReaction {

    private final Terms terms;
    private final Dossiers dossiers;
    private final AuditLog audit;
    private final Clock clock;

    NoteNoReaction(Terms terms, Dossiers dossiers, AuditLog audit, Clock clock) {
        this.terms = terms;
        this.dossiers = dossiers;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public void note(String dossier) {
        audit.lock(dossier);
        LocalDate today = LocalDate.now(clock);
        LocalDate due = terms.due(dossier, TrainingModel.REACTION_TERM);
        terms.expire(dossier, TrainingModel.REACTION_TERM);
        terms.resume(dossier, PauseGround.REACTIE_ADVIES, due != null && due.isBefore(today) ? due : today, "geen reactie binnen veertien dagen");
        dossiers.state(dossier, "IN_BEHANDELING");
        audit.record(AuditLog.Entry.of(dossier, "GEEN_REACTIE", "De aanvrager reageerde niet binnen veertien dagen op het negatieve advies."));
    }
}
