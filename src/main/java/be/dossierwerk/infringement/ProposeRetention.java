package be.dossierwerk.infringement;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.inbox.TaskAction;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The handler proposes what the issuing company holds back meanwhile (procedures.md 1.4, retention). */
@Service
class ProposeRetention implements TaskAction {

    private final CurrentActor currentActor;
    private final Processes processes;
    private final AuditLog audit;
    private final Cases cases;
    private final JdbcClient jdbc;

    ProposeRetention(CurrentActor currentActor, Processes processes, AuditLog audit, Cases cases, JdbcClient jdbc) {
        this.currentActor = currentActor;
        this.processes = processes;
        this.audit = audit;
        this.cases = cases;
        this.jdbc = jdbc;
    }

    @Override
    public String formKey() {
        return "inbreukdossier/inhouding-voorstellen";
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        return Map.of("soort", "ZWAAR".equals(cases.of(task.dossier()).severity()) ? "INHOUDING_VOLLEDIG" : "INHOUDING_5EUR");
    }

    @Override
    public void send(OpenTask task, Map<String, Object> data) {
        var actor = currentActor.require(Roles.HANDLER);
        String dossier = task.dossier();
        audit.lock(dossier);
        jdbc.sql("update infringement_case set retention_wanted = ?, retention_reason = ? where dossier = ?").params(data.get("soort"), data.get("motieven"), dossier).update();
        audit.record(AuditLog.Entry.of(dossier, "INHOUDING_VOORGESTELD", "%s stelde een inhouding voor: %s.".formatted(actor.name(),
                Retentions.inWords((String) data.get("soort")))).because((String) data.get("motieven")));
        processes.complete(task.id(), Map.of());
    }
}
