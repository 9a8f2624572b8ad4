package be.dossierwerk.inbox;

import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Refuses who is kept out of a task where the act itself is refused for another reason: that attempt counts too. */
@Service
public class CheckConflict {

    /** {@code whoCan}: names, or empty when nobody can. */
    public record KeptOut(String why, String whoCan) { }

    private final Assignments assignments;
    private final Conflicts conflicts;
    private final RefusedAttempts attempts;
    private final CurrentActor currentActor;

    CheckConflict(Assignments assignments, Conflicts conflicts, RefusedAttempts attempts, CurrentActor currentActor) {
        this.assignments = assignments;
        this.conflicts = conflicts;
        this.attempts = attempts;
        this.currentActor = currentActor;
    }

    /** @throws be.dossierwerk.shared.Refused inbox.conflict, inbox.task-gone */
    @Transactional
    public void check(String taskId, Route route) {
        assignments.refuseKeptOut(assignments.get(taskId), currentActor.get(), route);
    }

    /**
     * For an act on a dossier outside a task. {@code act}: what people call it; {@code group}: whose work it is.
     * @throws be.dossierwerk.shared.Refused inbox.conflict
     */
    @Transactional
    public void act(String dossier, String act, String group) {
        Actor actor = currentActor.get();
        Map<String, String> all = conflicts.keptOut(dossier);
        String why = all.get(actor.id());
        if (why != null) {
            attempts.tell(new OpenTask("", "", act, act, null, group, dossier, null, null), actor, Route.DOSSIER, why);
            throw conflicts.refusal(act, why, conflicts.whoCan(Set.of(group), all.keySet()));
        }
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
