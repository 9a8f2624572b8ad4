package be.dossierwerk.infringement;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.inbox.TaskAction;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Registers the proof that the infringements are mended. */
@Service
class RegisterRegularisationProof implements TaskAction {

    private final CurrentActor currentActor;
    private final Processes processes;
    private final AuditLog audit;
    private final Terms terms;
    private final JdbcClient jdbc;
    private final Clock clock;

    RegisterRegularisationProof(CurrentActor currentActor, Processes processes, AuditLog audit, Terms terms, JdbcClient jdbc, Clock clock) {
        this.currentActor = currentActor;
        this.processes = processes;
        this.audit = audit;
        this.terms = terms;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String formKey() {
        return "inbreukdossier/bewijs-registreren";
    }

    @Override
    public void send(OpenTask task, Map<String, Object> data) {
        var actor = currentActor.get();
        String dossier = task.dossier();
        audit.lock(dossier);
        LocalDate on = (LocalDate) data.get("ontvangenOp");
        if (on.isAfter(LocalDate.now(clock))) {
            throw new Refused("infringement.future", List.of(new Refused.Field("ontvangenOp", "infringement.future")));
        }
        terms.stop(dossier, InfringementModel.REGULARISATION_TERM, on);
        jdbc.sql("update infringement_case set regularisation = 'BEWIJS_ONTVANGEN' where dossier = ?").param(dossier).update();
        audit.record(AuditLog.Entry.of(dossier, "BEWIJS_ONTVANGEN", "%s registreerde het bewijs van regularisatie dat op %s aankwam.".formatted(actor.name(), Dates.prose(on)))
                .because((String) data.get("samenvatting")));
        processes.complete(task.id(), Map.of());
    }
}
