package be.dossierwerk.reimbursement;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.inbox.TaskAction;
import be.dossierwerk.security.CurrentActor;
import java.util.Map;
import org.springframework.stereotype.Service;

/** An amount was missing; somebody recorded it and has the claim computed again. */
@Service
class RetryComputation implements TaskAction {

    private final ReimbursementClaims claims;
    private final CurrentActor currentActor;
    private final Processes processes;
    private final AuditLog audit;

    RetryComputation(ReimbursementClaims claims, CurrentActor currentActor, Processes processes, AuditLog audit) {
        this.claims = claims;
        this.currentActor = currentActor;
        this.processes = processes;
        this.audit = audit;
    }

    @Override
    public String formKey() {
        return "opleiding-terugbetaling/bedragen-noteren";
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        return Map.of("ontbreekt", claims.get(task.dossier()).missing());
    }

    @Override
    public void send(OpenTask task, Map<String, Object> data) {
        var actor = currentActor.get();
        audit.record(AuditLog.Entry.of(task.dossier(), "BEREKENING_GEVRAAGD", "%s liet de aanvraag opnieuw berekenen.".formatted(actor.name()))
                .because((String) data.get("opmerking")));
        processes.complete(task.id(), Map.of());
    }
}
