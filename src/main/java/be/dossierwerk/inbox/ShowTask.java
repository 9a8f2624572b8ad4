package be.dossierwerk.inbox;

import be.dossierwerk.dossier.RecordReading;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Everything the page of one task shows: the task, its form, what was proposed and what was typed. */
@Service
public class ShowTask {

    /**
     * {@code values}: raw values by form key, the draft over the proposals. {@code draft} is null when nobody typed.
     * {@code mayWork}: the actor has the task, or may take it by starting. {@code keptOut}: why the actor may not do it and who can, or null.
     * {@code reserved}: why the actor would be refused when sending, or null; only told to who has the task or could take it.
     * {@code standsInFor}: the name of who has the task and is away, when the actor stands in; null otherwise.
     */
    public record Sheet(OpenWork.Row task, FormSchema form, Map<String, Object> values, Drafts.Draft draft, boolean mine, boolean mayWork,
                        boolean mayHandOver, CheckConflict.KeptOut keptOut, Refused reserved, String standsInFor) {

        /** The same task, now with the acting person. */
        public Sheet taken() {
            return new Sheet(task, form, values, draft, true, true, true, keptOut, null, null);
        }
    }

    private final OpenWork openWork;
    private final Drafts drafts;
    private final Assignments assignments;
    private final FormSchemas schemas;
    private final TaskActions actions;
    private final CheckConflict checkConflict;
    private final Absences absences;
    private final RecordReading recordReading;
    private final TransactionTemplate showing;
    private final CurrentActor currentActor;

    ShowTask(OpenWork openWork, Drafts drafts, Assignments assignments, FormSchemas schemas, TaskActions actions,
             CheckConflict checkConflict, Absences absences, RecordReading recordReading, PlatformTransactionManager transactions, CurrentActor currentActor) {
        this.openWork = openWork;
        this.drafts = drafts;
        this.assignments = assignments;
        this.schemas = schemas;
        this.actions = actions;
        this.checkConflict = checkConflict;
        this.absences = absences;
        this.recordReading = recordReading;
        this.showing = new TransactionTemplate(transactions);
        this.currentActor = currentActor;
    }

    /** @throws Refused inbox.task-gone, inbox.not-your-group */
    public Sheet show(String taskId) {
        Actor actor = currentActor.get();
        var held = assignments.get(taskId);
        boolean member = held.isFor(actor.roles());
        boolean mine = held.isOf(actor);
        if (!member && !mine && !OpenWork.dividesWork(actor) && !actor.has(Roles.AUDITOR)) {
            throw new Refused("inbox.not-your-group", held.task().name(), Assignments.groupNames(held.task()));
        }
        recordReading.record(held.task().dossier(), RecordReading.What.TAAK, taskId, held.task().name());
        // Not read-only: the engine writes down which decision table proposed what.
        return showing.execute(status -> sheet(taskId, held, actor, member, mine));
    }

    private Sheet sheet(String taskId, Assignments.Held held, Actor actor, boolean member, boolean mine) {
        FormSchema form = schemas.of(held);
        Map<String, Object> values = new HashMap<>(form.defaults());
        // What a decision table proposes is written down, so it is asked for who does the work and not for an auditor who looks.
        (actor.onlyLooks() ? Optional.<TaskAction>empty() : actions.of(held.task().formKey())).ifPresent(useCase -> values.putAll(FormSchema.raw(useCase.prefill(held.task()))));
        Drafts.Draft draft = drafts.of(taskId).orElse(null);
        if (draft != null) {
            // A field that was emptied on purpose stays empty: the draft knows every key that was shown.
            Map<String, Object> typed = new HashMap<>(draft.fields());
            // What only the product fills in is always of now.
            typed.keySet().removeAll(form.readonlyKeys());
            values.putAll(typed);
        }
        CheckConflict.KeptOut keptOut = checkConflict.why(held).orElse(null);
        boolean takes = mine || held.isFree() && member;
        Refused reserved = takes ? SendTaskForm.whyNot(held, actor).orElse(null) : null;
        boolean standsIn = member && !mine && !held.isFree() && absences.of(held.assignee()).filter(away -> away.substitute().equals(actor.id())).isPresent();
        return new Sheet(openWork.find(taskId).orElseThrow(() -> new Refused("inbox.task-gone")), form, values, draft, mine,
                takes && keptOut == null && reserved == null, takes || OpenWork.dividesWork(actor), keptOut, reserved,
                standsIn ? held.assigneeName() : null);
    }
}
