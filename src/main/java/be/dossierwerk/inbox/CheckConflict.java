package be.dossierwerk.inbox;

import be.dossierwerk.security.CurrentActor;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Refuses who is kept out of a task where the act itself is refused for another reason: that attempt counts too. */
@Service
public class CheckConflict {

    /** {@code whoCan}: names, or empty when nobody can. */
    public record KeptOut(String why, String whoCan) { }

    private final Assignments assignments;
    private final Conflicts conflicts;
    private final CurrentActor currentActor;

    CheckConflict(Assignments assignments, Conflicts conflicts, CurrentActor currentActor) {
        this.assignments = assignments;
        this.conflicts = conflicts;
        this.currentActor = currentActor;
    }

    /** @throws be.dossierwerk.shared.Refused inbox.conflict, inbox.task-gone */
    @Transactional
    public void check(String taskId, Route route) {
        assignments.refuseKeptOut(assignments.get(taskId), currentActor.get(), route);
    }

    /** Why the acting person may not do this task and who can, before anything is tried; empty when a rule says nothing, or without the task. */
    @Transactional(readOnly = true)
    public Optional<KeptOut> why(String taskId) {
        return assignments.find(taskId).flatMap(this::why);
    }

    Optional<KeptOut> why(Assignments.Held held) {
        Map<String, String> all = conflicts.keptOut(held.task().dossier());
        return Optional.ofNullable(all.get(currentActor.get().id()))
                .map(why -> new KeptOut(why, Conflicts.names(conflicts.whoCan(held.groups(), all.keySet()))));
    }
}
