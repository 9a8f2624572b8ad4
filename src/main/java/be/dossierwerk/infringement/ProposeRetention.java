package be.dossierwerk.infringement;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.engine.DecisionTables;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.inbox.TaskAction;
import be.dossierwerk.security.CurrentActor;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The handler proposes what the issuing company holds back meanwhile; it cannot wait, so the undertaking is heard while it holds (procedures.md 1.4, D12). */
@Service
class ProposeRetention implements TaskAction {

    private final CurrentActor currentActor;
    private final Processes processes;
    private final AuditLog audit;
    private final Cases cases;
    private final DecisionTables tables;
    private final JdbcClient jdbc;

    ProposeRetention(CurrentActor currentActor, Processes processes, AuditLog audit, Cases cases, DecisionTables tables, JdbcClient jdbc) {
        this.currentActor = currentActor;
        this.processes = processes;
        this.audit = audit;
        this.cases = cases;
        this.tables = tables;
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
        var actor = currentActor.get();
        String dossier = task.dossier();
        audit.lock(dossier);
        // A retention keeps money from leaving: whoever waits for the defence comes too late.
        Map<String, Object> duty = tables.ask("hoorplicht", dossier,
                Map.of("nadelig", true, "gebonden", false, "feitenVaststaand", false, "dringend", true)).get(0);
        jdbc.sql("update infringement_case set retention_wanted = ?, retention_reason = ?, retention_hearing = ? where dossier = ?")
                .params(data.get("soort"), data.get("motieven"), duty.get("wijze"), dossier).update();
        audit.record(AuditLog.Entry.of(dossier, "INHOUDING_VOORGESTELD", "%s stelde een inhouding voor: %s. %s".formatted(actor.name(),
                Retentions.inWords((String) data.get("soort")), duty.get("uitleg"))).because((String) data.get("motieven")));
        processes.complete(task.id(), Map.of());
    }
}
