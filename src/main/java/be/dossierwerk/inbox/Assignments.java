package be.dossierwerk.inbox;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.security.Actor;
import be.dossierwerk.shared.Refused;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

        Held by(Actor actor) {
            return new Held(task, procedure, actor.id(), actor.name());
        }

        /** Who acts on what was on a screen meant this holder (null: nobody). @throws Refused inbox.moved-already, inbox.moved-back */
        void requireWith(String holder) {
            if (!Objects.equals(assignee, holder)) {
                throw isFree() ? new Refused("inbox.moved-back", task.name(), task.dossier())
                        : new Refused("inbox.moved-already", task.name(), task.dossier(), assigneeName);
            }
        }
    }

    private static final String HELD = """
            select task_id, process, task_key, task_name, form_key, groups, dossier, opened_at, assignee, assignee_name, procedure, deployment
            from inbox_row\s""";

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

    /** Locks those of these tasks in whose dossier nobody else works, and waits for none: what is gone or busy is left out. In the order of the ids. */
    @Transactional(propagation = Propagation.MANDATORY)
    List<Held> lockFree(Collection<String> taskIds) {
        String[] ids = taskIds.toArray(String[]::new);
        String[] dossiers = audit.tryLock(jdbc.sql("select distinct dossier from inbox_row where task_id = any(?)").param(ids).query(String.class).list()).toArray(String[]::new);
        return jdbc.sql(HELD + "where task_id = any(?) and dossier = any(?) order by task_id for update skip locked").params(ids, dossiers).query(Assignments::held).list();
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
        return jdbc.sql(HELD + "where task_id = ?" + lock).param(taskId).query(Assignments::held).optional();
    }

    private static Held held(ResultSet row, int number) throws SQLException {
        return new Held(new OpenTask(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5), row.getString(6), row.getString(7),
                row.getObject(8, OffsetDateTime.class).toInstant(), row.getString(12)), row.getString(11), row.getString(9), row.getString(10));
    }

    /**
     * Gives a task that is locked to the actor when nobody has it; true when it changed hands, false when the actor had it already.
     * Also who has it already may not go on once a rule keeps them out.
     * @throws Refused naming the colleague who has it, or the group it is for; inbox.conflict
     */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean claim(Held held, Actor actor, Route route) {
        if (!held.isFor(actor.roles()) && !held.isOf(actor)) {
            throw new Refused("inbox.not-your-group", held.task().name(), groupNames(held.task()));
        }
        refuseKeptOut(held, actor, route);
        if (held.isOf(actor)) {
            return false;
        }
        if (!held.isFree()) {
            throw new Refused("inbox.claimed-by-colleague", held.task().name(), held.assigneeName() == null ? "" : held.assigneeName());
        }
        move(held.task().id(), null, actor);
        return true;
    }

    /** From whoever has it to this person. @throws Refused inbox.conflict */
    @Transactional(propagation = Propagation.MANDATORY)
    void give(Held held, Actor to, Route route) {
        refuseKeptOut(held, to, route);
        move(held.task().id(), held.assignee(), to);
    }

    /** As {@link #give} for many tasks that are locked; no rule keeps this person out of any of them. */
    @Transactional(propagation = Propagation.MANDATORY)
    void giveAll(List<Held> held, Actor to) {
        String[] ids = held.stream().map(each -> each.task().id()).toArray(String[]::new);
        jdbc.sql("update inbox_row set assignee = ?, assignee_name = ?, claimed_at = ?, version = version + 1 where task_id = any(?)")
                .params(to.id(), to.name(), OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), ids).update();
        jdbc.sql("update inbox_row_group set free = false where task_id = any(?)").param(ids).update();
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

    /** To {@code to} (null: to nobody), when the task is still with {@code from} (null: with nobody); one statement for the row and for what its groups see. */
    private void move(String taskId, String from, Actor to) {
        jdbc.sql("""
                with moved as (
                    update inbox_row set assignee = ?, assignee_name = ?, claimed_at = ?, version = version + 1
                    where task_id = ? and assignee is not distinct from ? returning task_id, assignee is null as free)
                update inbox_row_group g set free = m.free from moved m where g.task_id = m.task_id""")
                .params(to == null ? null : to.id(), to == null ? null : to.name(),
                        to == null ? null : OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), taskId, from)
                .update();
    }

    static String groupNames(OpenTask task) {
        return java.util.Arrays.stream(task.group().split(",")).map(be.dossierwerk.security.Roles::name)
                .collect(java.util.stream.Collectors.joining(", "));
    }
}
