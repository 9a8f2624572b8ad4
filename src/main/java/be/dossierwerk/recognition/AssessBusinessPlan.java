package be.dossierwerk.recognition;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.inbox.TaskAction;
import be.dossierwerk.security.CurrentActor;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The handler judges the business plan (C12, art. 2sexies §1, 4°). */
@Service
class AssessBusinessPlan implements TaskAction {

    private final CurrentActor currentActor;
    private final Processes processes;
    private final AuditLog audit;
    private final JdbcClient jdbc;

    AssessBusinessPlan(CurrentActor currentActor, Processes processes, AuditLog audit, JdbcClient jdbc) {
        this.currentActor = currentActor;
        this.processes = processes;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    @Override
    public String formKey() {
        return "erkenning/ondernemingsplan-beoordelen";
    }

    @Override
    public void send(OpenTask task, Map<String, Object> data) {
        var handler = currentActor.get();
        jdbc.sql("update recognition set plan_judgement = ?, plan_reasons = ? where dossier = ?")
                .params(data.get("oordeel"), data.get("motivering"), task.dossier()).update();
        audit.record(AuditLog.Entry.of(task.dossier(), "ONDERNEMINGSPLAN_BEOORDEELD", "%s vond het ondernemingsplan %s."
                .formatted(handler.name(), "GUNSTIG".equals(data.get("oordeel")) ? "gunstig" : "onvoldoende"))
                .because((String) data.get("motivering")));
        processes.complete(task.id(), Map.of());
    }
}
