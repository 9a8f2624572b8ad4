package be.dossierwerk.fine;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.inbox.TaskAction;
import be.dossierwerk.security.CurrentActor;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Whether a fine makes sense here, and why (procedures.md 1.6: not opportune or imposed). */
@Service
class JudgeOpportunity implements TaskAction {

    private final CurrentActor currentActor;
    private final Fines fines;
    private final Dossiers dossiers;
    private final Processes processes;
    private final AuditLog audit;
    private final JdbcClient jdbc;

    JudgeOpportunity(CurrentActor currentActor, Fines fines, Dossiers dossiers, Processes processes, AuditLog audit, JdbcClient jdbc) {
        this.currentActor = currentActor;
        this.fines = fines;
        this.dossiers = dossiers;
        this.processes = processes;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    @Override
    public String formKey() {
        return "administratieve-geldboete/opportuniteit-beoordelen";
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        return Map.of("procesVerbaal", fines.get(task.dossier()).report().facts());
    }

    @Override
    public void send(OpenTask task, Map<String, Object> data) {
        var actor = currentActor.get();
        String dossier = task.dossier();
        fines.locked(dossier);
        boolean opportune = "OPPORTUUN".equals(data.get("oordeel"));
        String because = (String) data.get("motivering");
        jdbc.sql("update fine set opportune = ?, opportune_because = ? where dossier = ?").params(opportune, because, dossier).update();
        dossiers.handler(dossier, actor.id(), actor.name());
        audit.record(AuditLog.Entry.of(dossier, "OPPORTUNITEIT_BEOORDEELD", (opportune ? "%s vond een geldboete opportuun." : "%s vond een geldboete niet opportuun.")
                .formatted(actor.name())).because(because));
        processes.complete(task.id(), FineModel.OPPORTUNE.with(opportune));
    }
}
