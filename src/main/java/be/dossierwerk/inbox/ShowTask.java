package be.dossierwerk.inbox;

import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everything the page of one task shows: the task, its form, what was proposed and what was typed. */
@Service
public class ShowTask {

    /**
     * {@code values}: raw values by form key, the draft over the proposals. {@code draft} is null when nobody typed.
     * {@code mayWork}: the actor has the task, or may take it by starting. {@code keptOut}: why the actor may not do it and who can, or null.
     * {@code standsInFor}: the name of who has the task and is away, when the actor stands in; null otherwise.
     */
    public record Sheet(OpenWork.Row task, FormSchema form, Map<String, Object> values, Drafts.Draft draft, boolean mine, boolean mayWork,
                        boolean mayHandOver, CheckConflict.KeptOut keptOut, String standsInFor) {

        /** The same task, now with the acting person. */
        public Sheet taken() {
            return new Sheet(task, form, values, draft, true, true, true, keptOut, null);
        }
    }

    private final OpenWork openWork;
    private final Drafts drafts;
    private final Assignments assignments;
    private final FormSchemas schemas;
    private final ObjectProvider<TaskAction> actions;
    private final CheckConflict checkConflict;
    private final Absences absences;
    private final CurrentActor currentActor;

    ShowTask(OpenWork openWork, Drafts drafts, Assignments assignments, FormSchemas schemas, ObjectProvider<TaskAction> actions,
             CheckConflict checkConflict, Absences absences, CurrentActor currentActor) {
        this.openWork = openWork;
        this.drafts = drafts;
        this.assignments = assignments;
        this.schemas = schemas;
        this.actions = actions;
        this.checkConflict = checkConflict;
        this.absences = absences;
        this.currentActor = currentActor;
    }

    /** @throws Refused inbox.task-gone, inbox.not-your-group */
    // Not read-only: the engine writes down which decision table proposed what.
    @Transactional
    public Sheet show(String taskId) {
        Actor actor = currentActor.get();
        var held = assignments.get(taskId);
        boolean member = held.isFor(actor.roles());
        boolean mine = held.isOf(actor);
        if (!member && !mine && !OpenWork.dividesWork(actor) && !actor.has(Roles.AUDITOR)) {
            throw new Refused("inbox.not-your-group", held.task().name(), Assignments.groupNames(held.task()));
        }
        FormSchema form = schemas.of(held);
        Map<String, Object> values = new HashMap<>(form.defaults());
        SendTaskForm.actionOf(actions, held.task().formKey()).ifPresent(useCase -> values.putAll(FormSchema.raw(useCase.prefill(held.task()))));
        Drafts.Draft draft = drafts.of(taskId).orElse(null);
        if (draft != null) {
            // A field that was emptied on purpose stays empty: the draft knows every key that was shown.
            Map<String, Object> typed = new HashMap<>(draft.fields());
            // What only the product fills in is always of now.
            typed.keySet().removeAll(form.readonlyKeys());
            values.putAll(typed);
        }
        CheckConflict.KeptOut keptOut = checkConflict.why(held).orElse(null);
        boolean standsIn = member && !mine && !held.isFree() && absences.of(held.assignee()).filter(away -> away.substitute().equals(actor.id())).isPresent();
        return new Sheet(openWork.find(taskId).orElseThrow(() -> new Refused("inbox.task-gone")), form, values, draft, mine,
                (mine || held.isFree() && member) && keptOut == null, mine || OpenWork.dividesWork(actor) || held.isFree() && member, keptOut,
                standsIn ? held.assigneeName() : null);
    }
}
