package be.dossierwerk.inbox;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.inbox.Assignments.Held;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives many tasks to one colleague in one transaction, as {@link HandOverTask} gives one; each dossier's history tells it. */
@Service
public class HandOverTasks {

    private final Assignments assignments;
    private final Conflicts conflicts;
    private final Colleagues colleagues;
    private final AuditLog audit;
    private final CurrentActor currentActor;

    HandOverTasks(Assignments assignments, Conflicts conflicts, Colleagues colleagues, AuditLog audit, CurrentActor currentActor) {
        this.assignments = assignments;
        this.conflicts = conflicts;
        this.colleagues = colleagues;
        this.audit = audit;
        this.currentActor = currentActor;
    }

    /**
     * Gives the ids of the tasks that went. One that nothing can be said about at once (somebody works in its dossier, it went elsewhere, a rule keeps the
     * colleague out) stays as it is, for {@link HandOverTask} to try and to say why.
     *
     * @param from who has each task, by its id; null is nobody
     * @throws be.dossierwerk.shared.Refused security.role-missing
     */
    @Transactional
    public Set<String> handOver(Map<String, String> from, String colleagueId, String reason) {
        Actor actor = currentActor.require(Roles.TEAM_LEAD, Roles.HEAD);
        Optional<Actor> colleague = colleagues.find(colleagueId);
        if (colleague.isEmpty() || reason == null || reason.isBlank() || reason.length() > HandOverTask.REASON_LIMIT) {
            return Set.of();
        }
        Actor to = colleague.get();
        List<Held> possible = assignments.lockFree(from.keySet()).stream()
                .filter(held -> Objects.equals(held.assignee(), from.get(held.task().id())) && held.isFor(to.roles()) && !held.isOf(to)).toList();
        Set<String> closed = conflicts.closedFor(to.id(), possible.stream().map(held -> held.task().dossier()).collect(Collectors.toSet()));
        List<Held> going = possible.stream().filter(held -> !closed.contains(held.task().dossier())).toList();
        assignments.giveAll(going, to);
        audit.recordAll(going.stream().map(held -> HandOverTask.told(actor, held, to, reason)).toList());
        return going.stream().map(held -> held.task().id()).collect(Collectors.toSet());
    }
}
