package be.dossierwerk.infringement;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.inbox.TaskAction;
import be.dossierwerk.security.CurrentActor;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The inspector checks on the spot or on paper whether the infringements are mended. */
@Service
class Reinspect implements TaskAction {

    private final CurrentActor currentActor;
    private final Processes processes;
    private final AuditLog audit;
    private final JdbcClient jdbc;

    Reinspect(CurrentActor currentActor, Processes processes, AuditLog audit, JdbcClient jdbc) {
        this.currentActor = currentActor;
        this.processes = processes;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    @Override
    public String formKey() {
        return "inbreukdossier/hercontrole";
    }

    @Override
    public void send(OpenTask task, Map<String, Object> data) {
        var actor = currentActor.get();
        String dossier = task.dossier();
        audit.lock(dossier);
        String found = (String) data.get("vaststelling");
        jdbc.sql("update infringement_case set regularisation = ? where dossier = ?").params(found, dossier).update();
        audit.record(AuditLog.Entry.of(dossier, "HERCONTROLE", found.equals("GEREGULARISEERD") ? "%s stelde vast dat de inbreuken rechtgezet zijn.".formatted(actor.name())
                : "%s stelde vast dat de inbreuken niet rechtgezet zijn.".formatted(actor.name())).because((String) data.get("bevindingen")));
        processes.complete(task.id(), Map.of());
    }
}
