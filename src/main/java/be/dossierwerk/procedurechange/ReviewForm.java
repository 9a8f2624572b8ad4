package be.dossierwerk.procedurechange;

import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.inbox.TaskAction;
import be.dossierwerk.procedurechange.Changes.Change;
import be.dossierwerk.shared.Dates;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The task "Wijziging beoordelen", for a second manager. */
@Component
class ReviewForm implements TaskAction {

    private final Changes changes;
    private final ChangeDrafts drafts;
    private final ApproveChange approveChange;
    private final SendBackChange sendBackChange;

    ReviewForm(Changes changes, ChangeDrafts drafts, ApproveChange approveChange, SendBackChange sendBackChange) {
        this.changes = changes;
        this.drafts = drafts;
        this.approveChange = approveChange;
        this.sendBackChange = sendBackChange;
    }

    @Override
    public String formKey() {
        return "procedurewijziging/wijziging-beoordelen";
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        Change change = changes.get(task.dossier());
        Map<String, Object> shown = new HashMap<>();
        shown.put("reden", change.reason());
        shown.put("wat", drafts.proposal(task.dossier()).changed().stream().map(ProcedureFiles::words).collect(Collectors.joining("\n")));
        if (change.fromDay() != null) {
            shown.put("wanneer", "Vanaf %s %s.".formatted(Dates.prose(change.fromDay()), SubmitChange.words(change.rollout(), changes.chosen(task.dossier()).size())));
        }
        shown.put("bericht", change.notes());
        shown.put("voorsteller", change.submittedByName());
        return shown;
    }

    @Override
    public void send(OpenTask task, Map<String, Object> data) {
        if ("JA".equals(data.get("akkoord"))) {
            // What is laid before again is another task, so this one was read as it is.
            approveChange.approve(task.dossier(), changes.laidBefore(task.dossier()));
        } else {
            sendBackChange.sendBack(task.dossier(), (String) data.get("opmerking"));
        }
    }
}
