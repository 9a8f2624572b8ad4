package be.dossierwerk.inbox;

import be.dossierwerk.security.CurrentActor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Refuses who is kept out of a task where the act itself is refused for another reason: that attempt counts too. */
@Service
public class CheckConflict {

    private final Assignments assignments;
    private final CurrentActor currentActor;

    CheckConflict(Assignments assignments, CurrentActor currentActor) {
        this.assignments = assignments;
        this.currentActor = currentActor;
    }

    /** @throws be.dossierwerk.shared.Refused inbox.conflict, inbox.task-gone */
    @Transactional
    public void check(String taskId, Route route) {
        assignments.refuseKeptOut(assignments.get(taskId), currentActor.get(), route);
    }
}
