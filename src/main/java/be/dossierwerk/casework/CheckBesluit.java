package be.dossierwerk.casework;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.inbox.TaskAction;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The lawyer agrees with the draft or sends it back; never the drafter (procedures.md D13). */
@Service
class CheckBesluit implements TaskAction {

    private final CurrentActor currentActor;
    private final Processes processes;
    private final AuditLog audit;
    private final JdbcClient jdbc;

    CheckBesluit(CurrentActor currentActor, Processes processes, AuditLog audit, JdbcClient jdbc) {
        this.currentActor = currentActor;
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
        var checker = currentActor.require(Roles.LAWYER);
        String drafter = jdbc.sql("select drafter from besluit where dossier = ? and status = 'OPGESTELD'").param(task.dossier())
                .query(String.class).single();
        if (drafter.equals(checker.id())) {
            throw new Refused("casework.four-eyes-check");
        }
        boolean agreed = "JA".equals(data.get("akkoord"));
        jdbc.sql("update besluit set status = ?, checker = ?, checker_name = ?, check_remark = ? where dossier = ? and status = 'OPGESTELD'")
                .params(agreed ? "NAGEKEKEN" : "TERUGGESTUURD", checker.id(), checker.name(), data.get("opmerking"), task.dossier()).update();
        audit.record(AuditLog.Entry.of(task.dossier(), agreed ? "JURIDISCH_AKKOORD" : "JURIDISCH_TERUGGESTUURD", agreed
                ? "%s keek de beslissing na en ging akkoord.".formatted(checker.name())
                : "%s stuurde de ontwerpbeslissing terug.".formatted(checker.name())).because((String) data.get("opmerking")));
        processes.complete(task.id(), CaseworkModel.AGREED.with(agreed));
    }
}
