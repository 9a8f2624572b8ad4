package be.dossierwerk.casework;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.inbox.TaskAction;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Refused;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The lawyer agrees with the draft or sends it back; never the drafter (procedures.md D13). */
@Service
class CheckBesluit implements TaskAction {

    private record Draft(String drafter, String outcome) { }

    private final CurrentActor currentActor;
    private final Procedures procedures;
    private final Processes processes;
    private final AuditLog audit;
    private final JdbcClient jdbc;

    CheckBesluit(CurrentActor currentActor, Procedures procedures, Processes processes, AuditLog audit, JdbcClient jdbc) {
        this.currentActor = currentActor;
        this.procedures = procedures;
        this.processes = processes;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    @Override
    public String formKey() {
        return "bouwstenen/juridisch-nazicht";
    }

    @Override
    public void send(OpenTask task, Map<String, Object> data) {
        var checker = currentActor.get();
        Draft draft = jdbc.sql("select drafter, outcome from besluit where dossier = ? and status = 'OPGESTELD'").param(task.dossier()).query(Draft.class).single();
        if (draft.drafter.equals(checker.id())) {
            throw new Refused("casework.four-eyes-check");
        }
        boolean agreed = "JA".equals(data.get("akkoord"));
        jdbc.sql("update besluit set status = ?, checker = ?, checker_name = ?, check_remark = ? where dossier = ? and status = 'OPGESTELD'")
                .params(agreed ? "NAGEKEKEN" : "TERUGGESTUURD", checker.id(), checker.name(), data.get("opmerking"), task.dossier()).update();
        audit.record(AuditLog.Entry.of(task.dossier(), agreed ? "JURIDISCH_AKKOORD" : "JURIDISCH_TERUGGESTUURD", agreed
                ? "%s keek de beslissing na en ging akkoord.".formatted(checker.name())
                : "%s stuurde de ontwerpbeslissing terug.".formatted(checker.name())).because((String) data.get("opmerking")));
        Map<String, Object> variables = new HashMap<>(CaseworkModel.AGREED.with(agreed));
        variables.putAll(CaseworkModel.HEAD_APPROVES.with(procedures.of(task.dossier()).headApproves(task.dossier(), draft.outcome)));
        processes.complete(task.id(), variables);
    }
}
