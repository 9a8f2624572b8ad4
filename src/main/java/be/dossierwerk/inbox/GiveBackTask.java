package be.dossierwerk.inbox;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Refused;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts a task back with its group, by who has it or by who divides the work. What was typed stays with the task. */
@Service
public class GiveBackTask {

    private final Assignments assignments;
    private final AuditLog audit;
    private final CurrentActor currentActor;

    GiveBackTask(Assignments assignments, AuditLog audit, CurrentActor currentActor) {
        this.assignments = assignments;
        this.audit = audit;
        this.currentActor = currentActor;
    }

    /** @throws Refused inbox.not-yours, inbox.task-gone */
    @Transactional
    public void giveBack(String taskId) {
        giveBack(taskId, held -> { });
    }

    /** As the other, but only while the task is still with {@code from}. @throws Refused inbox.moved-already, inbox.moved-back, and as the other */
    @Transactional
    public void giveBack(String taskId, String from) {
        giveBack(taskId, held -> held.requireWith(from));
    }

    private void giveBack(String taskId, Consumer<Assignments.Held> check) {
        Actor actor = currentActor.get();
        var held = assignments.lock(taskId);
        check.accept(held);
        if (held.isFree()) {
            return;
        }
        if (!held.isOf(actor) && !OpenWork.dividesWork(actor)) {
            throw new Refused("inbox.not-yours", held.task().name(), held.assigneeName());
        }
        assignments.free(held);
        String sentence = held.isOf(actor)
                ? "%s gaf de taak \"%s\" terug aan de groep.".formatted(actor.name(), held.task().name())
                : "%s gaf de taak \"%s\" van %s terug aan de groep.".formatted(actor.name(), held.task().name(), held.assigneeName());
        audit.record(AuditLog.Entry.of(held.task().dossier(), "TASK_GIVEN_BACK", sentence));
    }
}
