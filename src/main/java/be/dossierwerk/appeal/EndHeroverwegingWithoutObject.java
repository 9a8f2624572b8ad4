package be.dossierwerk.appeal;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.casework.SendApplicantLetter;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.Processes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The contested decision fell away while a reconsideration ran: there is nothing left to reconsider (procedures.md 1.10). An answer that was signed goes its way. */
@Service
public class EndHeroverwegingWithoutObject {

    private static final String OUTCOME = "ZONDER_VOORWERP";

    private final DropHeroverweging dropHeroverweging;
    private final Processes processes;
    private final SendApplicantLetter letter;
    private final Terms terms;
    private final Dossiers dossiers;
    private final AuditLog audit;
    private final Clock clock;

    EndHeroverwegingWithoutObject(DropHeroverweging dropHeroverweging, Processes processes, SendApplicantLetter letter, Terms terms, Dossiers dossiers, AuditLog audit,
                                  Clock clock) {
        this.dropHeroverweging = dropHeroverweging;
        this.processes = processes;
        this.letter = letter;
        this.terms = terms;
        this.dossiers = dossiers;
        this.audit = audit;
        this.clock = clock;
    }

    /** Who calls holds the lock of the dossier. */
    @Transactional(propagation = Propagation.MANDATORY)
    void end(String dossier, String because) {
        if (dropHeroverweging.available(dossier)) {
            audit.record(AuditLog.Entry.of(dossier, "ZONDER_VOORWERP", "De bestreden beslissing geldt niet meer. Er is niets meer te heroverwegen.").because(because));
            processes.correlate(HeroverwegingModel.FELL_AWAY, dossier, Map.of());
        }
    }

    /** What follows in the procedure: a letter, and the dossier closes. */
    @Transactional
    public void close(String dossier) {
        LocalDate today = LocalDate.now(clock);
        letter.send(dossier, "heroverweging-zonder-voorwerp", "Uw vraag om heroverweging is zonder voorwerp", Map.of());
        terms.stopAll(dossier, today);
        dossiers.close(dossier, OUTCOME, today);
    }
}
