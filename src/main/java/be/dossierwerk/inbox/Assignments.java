package be.dossierwerk.inbox;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.security.Actor;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who has which task: the one place that changes it, always as a compare-and-set. */
@Component
class Assignments {

    /** A task of a dossier in that procedure, with who has it. */
    record Held(OpenTask task, String procedure, String assignee, String assigneeName) {

        boolean isFree() {
            return assignee == null;
        }

        boolean isOf(Actor actor) {
            return actor.id().equals(assignee);
        }

        boolean isFor(Set<String> roles) {
            return groups().stream().anyMatch(roles::contains);
        }

        Set<String> groups() {
            return Set.copyOf(List.of(task.group().split(",")));
        }
    }

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Conflicts conflicts;
    private final RefusedAttempts attempts;
    private final Clock clock;

    Assignments(JdbcClient jdbc, AuditLog audit, Conflicts conflicts, RefusedAttempts attempts, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.conflicts = conflicts;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** Locks the dossier and the row until the end of the transaction. @throws Refused inbox.task-gone */
    @Transactional(propagation = Propagation.MANDATORY)
    Held lock(String taskId) {
        audit.lock(get(taskId).task().dossier());
        return read(taskId, " for update");
    }

    /** @throws Refused inbox.task-gone */
    Held get(String taskId) {
        return read(taskId, "");
    }

    Optional<Held> find(String taskId) {
        return look(taskId, "");
    }

    private Held read(String taskId, String lock) {
        return look(taskId, lock).orElseThrow(() -> new Refused("inbox.task-gone"));
    }

    private Optional<Held> look(String taskId, String lock) {
        return jdbc.sql("""
                select task_id, process, task_key, task_name, form_key, groups, dossier, opened_at, assignee, assignee_name,
                       procedure, deployment
                from inbox_row where task_id = ?""" + lock).param(taskId)
                .query((row, i) -> new Held(new OpenTask(row.getString(1), row.getString(2), row.getString(3), row.getString(4),
                        row.getString(5), row.getString(6), row.getString(7), row.getObject(8, OffsetDateTime.class).toInstant(), row.getString(12)),
                        row.getString(11), row.getString(9), row.getString(10)))
                .optional();
    }

    /**
     * Gives the task to the actor when nobody has it; true when it changed hands, false when the actor had it already.
     * Also who has it already may not go on once a rule keeps them out.
     * @throws Refused naming the colleague who has it, or the group it is for; inbox.conflict
     */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean claim(String taskId, Actor actor, Route route) {
        audit.lock(get(taskId).task().dossier());
        Held held = get(taskId);
        if (!held.isFor(actor.roles()) && !held.isOf(actor)) {
            throw new Refused("inbox.not-your-group", held.task().name(), groupNames(held.task()));
        }
        refuseKeptOut(held, actor, route);
        if (held.isFree() && move(taskId, null, actor)) {
            return true;
        }
        Held now = get(taskId);
        if (now.isOf(actor)) {
            return false;
        }
        throw new Refused("inbox.claimed-by-colleague", now.task().name(), now.assigneeName() == null ? "" : now.assigneeName());
    }

    /** From whoever has it to this person. @throws Refused inbox.conflict */
    @Transactional(propagation = Propagation.MANDATORY)
    void give(Held held, Actor to, Route route) {
        refuseKeptOut(held, to, route);
        move(held.task().id(), held.assignee(), to);
    }

    /** From whoever has it to nobody. */
    @Transactional(propagation = Propagation.MANDATORY)
    void free(Held held) {
        move(held.task().id(), held.assignee(), null);
    }

    /** Refuses a person whom a rule keeps out of the dossier, says who can, and leaves a trace of the attempt. @throws Refused inbox.conflict */
    @Transactional(propagation = Propagation.MANDATORY)
    void refuseKeptOut(Held held, Actor person, Route route) {
        Map<String, String> keptOut = conflicts.keptOut(held.task().dossier());
        String why = keptOut.get(person.id());
        if (why != null) {
            attempts.tell(held.task(), person, route, why);
            throw conflicts.refusal(held.task().name(), why, conflicts.whoCan(held.groups(), keptOut.keySet()));
        }
    }

    /** True when the task was still with {@code from} (null: with nobody) and is now with {@code to} (null: with nobody). */
    private boolean move(String taskId, String from, Actor to) {
        int changed = jdbc.sql("""
                update inbox_row set assignee = ?, assignee_name = ?, claimed_at = ?, version = version + 1
                where task_id = ? and assignee is not distinct from ?""")
                .params(to == null ? null : to.id(), to == null ? null : to.name(),
                        to == null ? null : OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), taskId, from)
                .update();
        if (changed == 1) {
            jdbc.sql("update inbox_row_group set free = ? where task_id = ?").params(to == null, taskId).update();
        }
        return changed == 1;
    }

    static String groupNames(OpenTask task) {
        return java.util.Arrays.stream(task.group().split(",")).map(be.dossierwerk.security.Roles::name)
                .collect(java.util.stream.Collectors.joining(", "));
    }
}
