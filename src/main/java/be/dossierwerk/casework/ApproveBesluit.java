package be.dossierwerk.casework;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.inbox.TaskAction;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Refused;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The head approves a draft that takes something away, or sends it back; never who drafted or checked it (procedures.md D13). */
@Service
class ApproveBesluit implements TaskAction {

    private record Draft(String drafter, String checker) { }

    private final CurrentActor currentActor;
    private final Processes processes;
    private final AuditLog audit;
    private final JdbcClient jdbc;

    ApproveBesluit(CurrentActor currentActor, Processes processes, AuditLog audit, JdbcClient jdbc) {
        this.currentActor = currentActor;
        this.processes = processes;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    @Override
    public String formKey() {
        return "bouwstenen/beslissing-goedkeuren";
    }

    @Override
    public void send(OpenTask task, Map<String, Object> data) {
        var head = currentActor.get();
        Draft draft = jdbc.sql("select drafter, checker from besluit where dossier = ? and status = 'NAGEKEKEN'").param(task.dossier()).query(Draft.class).single();
        if (head.id().equals(draft.drafter) || head.id().equals(draft.checker)) {
            throw new Refused("casework.four-eyes-approve");
        }
        boolean approved = "JA".equals(data.get("goedgekeurd"));
        jdbc.sql("update besluit set status = ?, approver = ?, approver_name = ?, approve_remark = ? where dossier = ? and status = 'NAGEKEKEN'")
                .params(approved ? "GOEDGEKEURD" : "TERUGGESTUURD", head.id(), head.name(), data.get("opmerking"), task.dossier()).update();
        audit.record(AuditLog.Entry.of(task.dossier(), approved ? "BESLISSING_GOEDGEKEURD" : "BESLISSING_NIET_GOEDGEKEURD", approved
                ? "%s keurde de ontwerpbeslissing goed.".formatted(head.name())
                : "%s stuurde de ontwerpbeslissing terug.".formatted(head.name())).because((String) data.get("opmerking")));
        processes.complete(task.id(), CaseworkModel.APPROVED.with(approved));
    }
}
