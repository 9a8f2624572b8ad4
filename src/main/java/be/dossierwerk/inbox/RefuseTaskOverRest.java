package be.dossierwerk.inbox;

import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tasks are done on the screens only, where one knows who acts: a system that asks for one is refused, and the dossier tells it. */
@Service
public class RefuseTaskOverRest {

    private final Assignments assignments;
    private final RefusedAttempts attempts;
    private final CurrentActor currentActor;

    RefuseTaskOverRest(Assignments assignments, RefusedAttempts attempts, CurrentActor currentActor) {
        this.assignments = assignments;
        this.attempts = attempts;
        this.currentActor = currentActor;
    }

    /** @throws Refused always: inbox.task-gone, inbox.screen-only */
    @Transactional
    public void refuse(String taskId) {
        attempts.tell(assignments.get(taskId).task(), currentActor.get(), Route.REST, "Taken worden alleen op het scherm gedaan.");
        throw new Refused("inbox.screen-only");
    }
}
