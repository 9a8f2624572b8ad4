package be.dossierwerk.casework;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.inbox.TaskAction;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Dates;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Registers the applicant's answer to the intention. */
@Service
class RegisterDefence implements TaskAction {

    private final CurrentActor currentActor;
    private final Procedures procedures;
    private final Terms terms;
    private final Processes processes;
    private final AuditLog audit;
    private final JdbcClient jdbc;

    RegisterDefence(CurrentActor currentActor, Procedures procedures, Terms terms, Processes processes, AuditLog audit, JdbcClient jdbc) {
        this.currentActor = currentActor;
        this.procedures = procedures;
        this.terms = terms;
        this.processes = processes;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    @Override
    public String formKey() {
        return "bouwstenen/verweer-registreren";
    }

    @Override
    public void send(OpenTask task, Map<String, Object> data) {
        var actor = currentActor.get();
        LocalDate receivedOn = (LocalDate) data.get("ontvangenOp");
        jdbc.sql("""
                update hearing set received_on = ?, channel = ?, summary = ? where dossier = ?
                and announced_on = (select max(announced_on) from hearing h where h.dossier = hearing.dossier)""")
                .params(receivedOn, data.get("kanaal"), data.get("samenvatting"), task.dossier()).update();
        terms.stop(task.dossier(), Hearing.TERM, receivedOn);
        audit.record(AuditLog.Entry.of(task.dossier(), "VERWEER_ONTVANGEN",
                "%s registreerde het verweer dat op %s aankwam.".formatted(actor.name(), Dates.prose(receivedOn))));
        processes.complete(task.id(), Map.of());
    }
}
