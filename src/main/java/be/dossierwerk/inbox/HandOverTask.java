package be.dossierwerk.inbox;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Refused;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives a task to a named colleague of its groups, with a reason. One's own task; who divides the work, anybody's. */
@Service
public class HandOverTask {

    static final int REASON_LIMIT = 500;

    private final Assignments assignments;
    private final Colleagues colleagues;
    private final AuditLog audit;
    private final CurrentActor currentActor;

    HandOverTask(Assignments assignments, Colleagues colleagues, AuditLog audit, CurrentActor currentActor) {
        this.assignments = assignments;
        this.colleagues = colleagues;
        this.audit = audit;
        this.currentActor = currentActor;
    }

    /** @throws Refused inbox.not-yours, inbox.not-your-group, inbox.colleague-not-in-group, inbox.conflict, inbox.reason-required, inbox.task-gone */
    @Transactional
    public void handOver(String taskId, String colleagueId, String reason) {
        handOver(taskId, held -> { }, colleagueId, reason);
    }

    /**
     * As the other, but only while the task is still with {@code from} (null: with nobody), as who divides the work saw it.
     * @throws Refused inbox.moved-already, inbox.moved-back, and as the other
     */
    @Transactional
    public void handOver(String taskId, String from, String colleagueId, String reason) {
        handOver(taskId, held -> held.requireWith(from), colleagueId, reason);
    }

    private void handOver(String taskId, Consumer<Assignments.Held> check, String colleagueId, String reason) {
        if (reason == null || reason.isBlank() || reason.length() > REASON_LIMIT) {
            throw new Refused("inbox.reason-required", List.of(new Refused.Field("reason", "inbox.reason-required", REASON_LIMIT)), REASON_LIMIT);
        }
        Actor actor = currentActor.get();
        var held = assignments.lock(taskId);
        check.accept(held);
        boolean may = OpenWork.dividesWork(actor) || held.isOf(actor) || held.isFree() && held.isFor(actor.roles());
        if (!may) {
            throw held.isFree() ? new Refused("inbox.not-your-group", held.task().name(), Assignments.groupNames(held.task()))
                    : new Refused("inbox.not-yours", held.task().name(), held.assigneeName());
        }
        Actor colleague = colleagues.find(colleagueId).filter(c -> held.isFor(c.roles()))
                .orElseThrow(() -> new Refused("inbox.colleague-not-in-group", held.task().name(), Assignments.groupNames(held.task())));
        if (held.isOf(colleague)) {
            return;
        }
        assignments.give(held, colleague, held.isOf(actor) || held.isFree() && held.isFor(actor.roles()) ? Route.OVERDRAGEN : Route.TOEWIJZEN);
        audit.record(told(actor, held, colleague, reason));
    }

    static AuditLog.Entry told(Actor actor, Assignments.Held held, Actor colleague, String reason) {
        String from = held.isFree() || held.isOf(actor) ? "" : " van " + held.assigneeName();
        return AuditLog.Entry.of(held.task().dossier(), "TASK_HANDED_OVER", "%s droeg de taak \"%s\"%s over aan %s."
                .formatted(actor.name(), held.task().name(), from, colleague.name())).because(reason.strip());
    }
}
