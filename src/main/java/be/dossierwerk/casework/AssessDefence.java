package be.dossierwerk.casework;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.inbox.TaskAction;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Dates;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The handler answers the defence; the answer goes into the reasons of the decision (wet 29-7-1991). */
@Service
class AssessDefence implements TaskAction {

    private final CurrentActor currentActor;
    private final Procedures procedures;
    private final Processes processes;
    private final AuditLog audit;
    private final JdbcClient jdbc;

    AssessDefence(CurrentActor currentActor, Procedures procedures, Processes processes, AuditLog audit, JdbcClient jdbc) {
        this.currentActor = currentActor;
        this.procedures = procedures;
        this.processes = processes;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    @Override
    public String formKey() {
        return "bouwstenen/verweer-beoordelen";
    }

    /** What has to be answered. */
    @Override
    public Map<String, Object> prefill(OpenTask task) {
        return jdbc.sql("select received_on, summary from hearing where dossier = ? and received_on is not null order by announced_on desc limit 1").param(task.dossier())
                .query((row, i) -> Map.<String, Object>of("reactie", "%s: %s".formatted(Dates.prose(row.getObject(1, LocalDate.class)), row.getString(2))))
                .optional().orElse(Map.of());
    }

    @Override
    public void send(OpenTask task, Map<String, Object> data) {
        var actor = currentActor.get();
        String outlook = (String) data.get("vooruitzicht");
        jdbc.sql("""
                update hearing set answer = ? where dossier = ?
                and announced_on = (select max(announced_on) from hearing h where h.dossier = hearing.dossier)""").params(data.get("antwoord"), task.dossier()).update();
        procedures.of(task.dossier()).outlook(task.dossier(), outlook);
        audit.record(AuditLog.Entry.of(task.dossier(), "VERWEER_BEOORDEELD",
                "%s beoordeelde het verweer.".formatted(actor.name())).because((String) data.get("antwoord")));
        processes.complete(task.id(), CaseworkModel.OUTLOOK.with(outlook));
    }
}
