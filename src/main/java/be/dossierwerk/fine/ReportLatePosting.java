package be.dossierwerk.fine;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A fine that was signed in time but did not leave before the last day was over does not count: the procedure ends (procedures.md 1.6, 5 U21). */
@Service
public class ReportLatePosting {

    private final CurrentActor currentActor;
    private final Fines fines;
    private final FineTerm fineTerm;
    private final FineCourse course;
    private final AuditLog audit;
    private final Clock clock;

    ReportLatePosting(CurrentActor currentActor, Fines fines, FineTerm fineTerm, FineCourse course, AuditLog audit, Clock clock) {
        this.currentActor = currentActor;
        this.fines = fines;
        this.fineTerm = fineTerm;
        this.course = course;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether the letter is still to leave while the last day is over. */
    public boolean possible(String dossier) {
        return fineTerm.lastDay(dossier).filter(last -> LocalDate.now(clock).isAfter(last)).isPresent() && course.awaits(FineModel.POSTED_TOO_LATE, dossier);
    }

    /** @throws Refused security.role-missing; fine.unknown, fine.late.not */
    @Transactional
    public void report(String dossier) {
        var actor = currentActor.require(Roles.FINES, Roles.LAWYER);
        fines.locked(dossier);
        if (!possible(dossier)) {
            throw new Refused("fine.late.not");
        }
        audit.record(AuditLog.Entry.of(dossier, "TE_LAAT_VERZONDEN", "%s stelde vast dat de beslissing niet op tijd verzonden werd.".formatted(actor.name())));
        course.tell(FineModel.POSTED_TOO_LATE, dossier);
    }
}
