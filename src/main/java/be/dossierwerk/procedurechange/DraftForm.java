package be.dossierwerk.procedurechange;

import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.inbox.TaskAction;
import be.dossierwerk.procedurechange.Changes.Change;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The task "Ontwerp uitwerken": the draft itself is on the page of the change, laying it before a colleague can be done from both. */
@Component
class DraftForm implements TaskAction {

    private final Changes changes;
    private final SubmitChange submitChange;

    DraftForm(Changes changes, SubmitChange submitChange) {
        this.changes = changes;
        this.submitChange = submitChange;
    }

    @Override
    public String formKey() {
        return "procedurewijziging/ontwerp-uitwerken";
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        Change change = changes.get(task.dossier());
        Map<String, Object> shown = new HashMap<>();
        shown.put("reden", change.reason());
        shown.put("opmerking", change.remark());
        // What is typed on the page of the change stands here too.
        DraftPlan.Typed plan = changes.plan(task.dossier()).map(DraftPlan::typed)
                .orElseGet(() -> new DraftPlan.Typed(change.fromDay(), change.rollout(), String.join("\n", changes.chosen(task.dossier())), change.notes()));
        shown.put("vanaf", plan.fromDay());
        shown.put("voorWie", plan.rollout() == null ? null : plan.rollout().name());
        shown.put("dossiers", plan.chosen());
        shown.put("bericht", plan.notes() == null ? change.notes() : plan.notes());
        return shown;
    }

    @Override
    public void send(OpenTask task, Map<String, Object> data) {
        String rollout = (String) data.get("voorWie");
        submitChange.submit(task.dossier(), new SubmitChange.Plan((LocalDate) data.get("vanaf"), rollout == null ? null : Rollout.valueOf(rollout),
                SubmitChange.Plan.numbers((String) data.get("dossiers")), (String) data.get("bericht")));
    }
}
