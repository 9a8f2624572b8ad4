package be.dossierwerk.inbox;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The substitute takes a task of the colleague who is away. From then on it is the substitute's own: who decides counts as oneself. */
@Service
public class TakeOverForAbsent {

    private final Assignments assignments;
    private final Absences absences;
    private final AuditLog audit;
    private final CurrentActor currentActor;

    TakeOverForAbsent(Assignments assignments, Absences absences, AuditLog audit, CurrentActor currentActor) {
        this.assignments = assignments;
        this.absences = absences;
        this.audit = audit;
        this.currentActor = currentActor;
    }

    /** @throws Refused inbox.absence.free, inbox.absence.not-substitute, inbox.not-your-group, inbox.conflict, inbox.task-gone */
    @Transactional
    public void takeOver(String taskId) {
        Actor actor = currentActor.get();
        var held = assignments.lock(taskId);
        if (held.isOf(actor)) {
            return;
        }
        if (held.isFree()) {
            throw new Refused("inbox.absence.free", held.task().name());
        }
        Absences.Absence absence = absences.of(held.assignee()).filter(one -> one.substitute().equals(actor.id()))
                .orElseThrow(() -> new Refused("inbox.absence.not-substitute", held.task().name(), held.assigneeName()));
        if (!held.isFor(actor.roles())) {
            throw new Refused("inbox.not-your-group", held.task().name(), Assignments.groupNames(held.task()));
        }
        assignments.give(held, actor, Route.VERVANGEN);
        audit.record(AuditLog.Entry.of(held.task().dossier(), "TASK_TAKEN_OVER", "%s nam de taak \"%s\" over namens %s, die afwezig is van %s tot en met %s."
                .formatted(actor.name(), held.task().name(), absence.personName(), Dates.prose(absence.firstDay()), Dates.prose(absence.lastDay())))
                .insteadOf(absence.person()));
    }
}
