package be.dossierwerk.trainingbudget;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.inbox.TaskAction;
import be.dossierwerk.security.CurrentActor;
import java.util.Map;
import org.springframework.stereotype.Service;

/** The task "Verdeling nazien en vastleggen": the bookkeeper records the proposal or sends it back. */
@Service
class ReviewBudget implements TaskAction {

    private final RecordBudget recordBudget;
    private final BudgetVersions versions;
    private final CurrentActor currentActor;
    private final Processes processes;
    private final AuditLog audit;

    ReviewBudget(RecordBudget recordBudget, BudgetVersions versions, CurrentActor currentActor, Processes processes, AuditLog audit) {
        this.recordBudget = recordBudget;
        this.versions = versions;
        this.currentActor = currentActor;
        this.processes = processes;
        this.audit = audit;
    }

    @Override
    public String formKey() {
        return "opleidingsbudget/verdeling-nazien";
    }

    @Override
    public void send(OpenTask task, Map<String, Object> data) {
        var actor = currentActor.get();
        boolean agreed = "JA".equals(data.get("akkoord"));
        int year = versions.year(task.dossier()).orElseThrow();
        if (agreed) {
            recordBudget.record(year, (String) data.get("vastleggingsnummer"));
        } else {
            audit.record(AuditLog.Entry.of(task.dossier(), "VERDELING_TERUGGESTUURD", "%s stuurde versie %d van de verdeling terug.".formatted(actor.name(),
                    versions.newest(year).version())).because((String) data.get("opmerking")));
        }
        processes.complete(task.id(), BudgetModel.AGREED.with(agreed));
    }
}
