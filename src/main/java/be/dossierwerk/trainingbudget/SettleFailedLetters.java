package be.dossierwerk.trainingbudget;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.inbox.TaskAction;
import be.dossierwerk.security.CurrentActor;
import java.util.Map;
import org.springframework.stereotype.Service;

/** The task "Mislukte brieven nazien": letters that could not be made are tried again, or a person sent them. */
@Service
class SettleFailedLetters implements TaskAction {

    private final BudgetLetters letters;
    private final BudgetVersions versions;
    private final CurrentActor currentActor;
    private final Processes processes;
    private final AuditLog audit;

    SettleFailedLetters(BudgetLetters letters, BudgetVersions versions, CurrentActor currentActor, Processes processes, AuditLog audit) {
        this.letters = letters;
        this.versions = versions;
        this.currentActor = currentActor;
        this.processes = processes;
        this.audit = audit;
    }

    @Override
    public String formKey() {
        return "opleidingsbudget/brieven-nazien";
    }

    @Override
    public void send(OpenTask task, Map<String, Object> data) {
        var actor = currentActor.get();
        boolean again = "OPNIEUW".equals(data.get("keuze"));
        int settled = letters.settle(versions.year(task.dossier()).orElseThrow(), again);
        audit.record(AuditLog.Entry.of(task.dossier(), "BUDGETBRIEVEN_NAGEZIEN", (again ? "%s liet %s opnieuw maken." : "%s noteerde dat een collega %s zelf verstuurde.")
                .formatted(actor.name(), ShareWords.counted(settled, "mislukte brief", "mislukte brieven"))).because((String) data.get("toelichting")));
        processes.complete(task.id(), Map.of());
    }
}
