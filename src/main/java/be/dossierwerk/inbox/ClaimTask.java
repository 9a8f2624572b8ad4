package be.dossierwerk.inbox;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a task that nobody has; only for members of its groups. */
@Service
public class ClaimTask {

    private final Assignments assignments;
    private final AuditLog audit;
    private final CurrentActor currentActor;

    ClaimTask(Assignments assignments, AuditLog audit, CurrentActor currentActor) {
        this.assignments = assignments;
        this.audit = audit;
        this.currentActor = currentActor;
    }

    /**
     * Claiming one's own task again changes nothing.
     * @throws be.dossierwerk.shared.Refused inbox.claimed-by-colleague (names who has it), inbox.not-your-group, inbox.conflict, inbox.task-gone
     */
    @Transactional
    public void claim(String taskId) {
        claim(taskId, Route.NEMEN);
    }

    /** Gives the task, that is locked now and with the actor. */
    @Transactional
    Assignments.Held claim(String taskId, Route route) {
        Actor actor = currentActor.get();
        Assignments.Held held = assignments.lock(taskId);
        if (assignments.claim(held, actor, route)) {
            audit.record(AuditLog.Entry.of(held.task().dossier(), "TASK_CLAIMED", "%s nam de taak \"%s\" op zich.".formatted(actor.name(), held.task().name())));
        }
        return held.by(actor);
    }
}
