package be.dossierwerk.inbox;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.engine.DossierMoved;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.TaskMoved;
import be.dossierwerk.security.Actor;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps open work equal to a task that another version of the procedure names, fills in or gives out otherwise. Who has it keeps it with what was
 * typed, unless the new version gives it to others only.
 */
@Component
class FollowMovedTask {

    private final JdbcClient jdbc;
    private final Assignments assignments;
    private final Colleagues colleagues;
    private final AuditLog audit;

    FollowMovedTask(JdbcClient jdbc, Assignments assignments, Colleagues colleagues, AuditLog audit) {
        this.jdbc = jdbc;
        this.assignments = assignments;
        this.colleagues = colleagues;
        this.audit = audit;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void moved(TaskMoved event) {
        OpenTask task = event.task();
        jdbc.sql("update inbox_row set task_name = ?, form_key = ?, groups = ?, version = version + 1 where task_id = ?")
                .params(task.name(), task.formKey(), task.group(), task.id()).update();
        if (task.group().equals(event.before().group())) {
            return;
        }
        jdbc.sql("delete from inbox_row_group where task_id = ?").param(task.id()).update();
        jdbc.sql("""
                insert into inbox_row_group (task_id, grp, due_sort, opened_at, free, waits)
                select task_id, unnest(string_to_array(groups, ',')), due_sort, opened_at, assignee is null, waits
                from inbox_row where task_id = ?""").param(task.id()).update();
        assignments.find(task.id()).filter(held -> !held.isFree() && !mayKeep(held)).ifPresent(held -> {
            assignments.free(held);
            audit.record(AuditLog.Entry.of(task.dossier(), "TASK_GIVEN_BACK", "De taak \"%s\" ging van %s terug naar de groep: in de nieuwe versie van de procedure is ze voor %s."
                    .formatted(task.name(), held.assigneeName(), Assignments.groupNames(task))));
        });
    }

    /** The forms of the new version count from now on, also for tasks that did not change themselves. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void moved(DossierMoved event) {
        jdbc.sql("update inbox_row set deployment = ? where dossier = ?").params(event.deployment(), event.dossier()).update();
    }

    private boolean mayKeep(Assignments.Held held) {
        return colleagues.find(held.assignee()).map(Actor::roles).filter(held::isFor).isPresent();
    }
}
