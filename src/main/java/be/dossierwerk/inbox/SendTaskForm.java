package be.dossierwerk.inbox;

import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.ReservedForms;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends the form of a task: checks who may, checks every field again, and lets the task's use case act.
 * All of it in one transaction, once per action id, however often the browser sends it.
 */
@Service
public class SendTaskForm {

    /** DONE now, or ALREADY_DONE by an earlier sending of the same action. */
    public enum Result { DONE, ALREADY_DONE }

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H.mm");

    private final JdbcClient jdbc;
    private final ClaimTask claimTask;
    private final FormSchemas schemas;
    private final TaskActions actions;
    private final RecordAnswers recordAnswers;
    private final StepClock stepClock;
    private final CurrentActor currentActor;
    private final Clock clock;

    SendTaskForm(JdbcClient jdbc, ClaimTask claimTask, FormSchemas schemas, TaskActions actions,
                 RecordAnswers recordAnswers, StepClock stepClock, CurrentActor currentActor, Clock clock) {
        this.jdbc = jdbc;
        this.claimTask = claimTask;
        this.schemas = schemas;
        this.actions = actions;
        this.recordAnswers = recordAnswers;
        this.stepClock = stepClock;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /**
     * @param action made by the client when it opened the form; the same for every try
     * @param raw what was typed, by form key: text (dates as yyyy-MM-dd), numbers, booleans, lists of codes
     * @throws Refused inbox.form-invalid with the wrong fields; inbox.only-for, inbox.looks-on; inbox.task-done naming who was first; those of claiming; those of the task's own use case
     */
    @Transactional
    public Result send(String taskId, UUID action, Map<String, Object> raw) {
        return send(taskId, action, raw, Route.VERSTUREN);
    }

    /** As {@link #send(String, UUID, Map)}; {@code route} is told when it is refused. */
    @Transactional
    public Result send(String taskId, UUID action, Map<String, Object> raw, Route route) {
        long began = System.nanoTime();
        Actor actor = currentActor.get();
        // A second sending that runs at the same time waits here for the first: done when it commits, our turn when it does not.
        int first = jdbc.sql("insert into sent_action (action_id, task_id, at, actor) values (?, ?, ?, ?) on conflict do nothing")
                .params(action, taskId, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), actor.id()).update();
        if (first == 0) {
            boolean same = jdbc.sql("select task_id = ? and actor = ? from sent_action where action_id = ?")
                    .params(taskId, actor.id(), action).query(Boolean.class).single();
            if (!same) {
                throw new Refused("inbox.action-id-used");
            }
            return Result.ALREADY_DONE;
        }
        var held = claimed(taskId, action, route);
        OpenTask task = held.task();
        whyNot(held, actor).ifPresent(refused -> {
            throw refused;
        });
        FormSchema form = schemas.of(held);
        Map<String, Object> data = form.typed(raw);
        var useCase = actions.of(task.formKey());
        if (useCase.isPresent()) {
            recordAnswers.beside(task, form, data, schemas.ofProduct(held).map(FormSchema::keys).orElse(form.keys()));
            useCase.get().send(task, data);
        } else {
            recordAnswers.complete(task, form, data);
        }
        stepClock.tellWhenDone(held.procedure(), began);
        return Result.DONE;
    }

    /** Of two who send at the same moment the second waits for the dossier, and then is told who was first. */
    private Assignments.Held claimed(String taskId, UUID action, Route route) {
        try {
            return claimTask.claim(taskId, route);
        } catch (Refused refused) {
            throw refused.key().equals("inbox.task-gone") ? doneBy(taskId, action).orElse(refused) : refused;
        }
    }

    private Optional<Refused> doneBy(String taskId, UUID action) {
        return jdbc.sql("""
                select coalesce(c.name, s.actor), s.at from sent_action s left join inbox_colleague c on c.id = s.actor
                where s.task_id = ? and s.action_id <> ? order by s.at limit 1""").params(taskId, action).query((row, i) -> {
                    var at = row.getObject(2, OffsetDateTime.class).atZoneSameInstant(MovableClock.BRUSSELS);
                    return new Refused("inbox.task-done", row.getString(1), Dates.prose(at.toLocalDate()), TIME.format(at));
                }).optional();
    }

    /**
     * The diagram says who may, because separation of duties is proven on it; where law or mandate says it, that too (ADR 0021). Use cases of tasks do not ask again.
     * Who got the task and lost the role since then holds it still, but does not send it.
     */
    static Optional<Refused> whyNot(Assignments.Held held, Actor actor) {
        List<String> as = held.groups().stream().filter(actor::has).toList();
        if (as.isEmpty()) {
            return Optional.of(new Refused("inbox.not-your-group", held.task().name(), Assignments.groupNames(held.task())));
        }
        String form = held.task().formKey();
        if (as.stream().anyMatch(group -> ReservedForms.allows(form, group))) {
            return Optional.empty();
        }
        Set<String> onlyFor = ReservedForms.onlyFor(form);
        return Optional.of(onlyFor.isEmpty() ? new Refused("inbox.looks-on", held.task().name(), Roles.either(as)) : new Refused("inbox.only-for", held.task().name(), Roles.either(onlyFor)));
    }
}
