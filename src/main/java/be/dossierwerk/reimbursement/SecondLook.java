package be.dossierwerk.reimbursement;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.inbox.TaskAction;
import be.dossierwerk.reimbursement.ReimbursementClaims.Filed;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.Refused;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Another person than who checked the claim looks at it too, and agrees or sends it back. */
@Service
class SecondLook implements TaskAction {

    private final ReimbursementClaims claims;
    private final CurrentActor currentActor;
    private final Processes processes;
    private final AuditLog audit;

    SecondLook(ReimbursementClaims claims, CurrentActor currentActor, Processes processes, AuditLog audit) {
        this.claims = claims;
        this.currentActor = currentActor;
        this.processes = processes;
        this.audit = audit;
    }

    @Override
    public String formKey() {
        return "opleiding-terugbetaling/tweede-controle";
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        Filed claim = claims.get(task.dossier());
        return Map.of("waarom", claim.secondBecause(), "berekening", claim.inWords(), "controle", claim.reviewedByName() + ": " + claim.review());
    }

    @Override
    public void send(OpenTask task, Map<String, Object> data) {
        var second = currentActor.get();
        Filed claim = claims.get(task.dossier());
        if (second.id().equals(claim.reviewedBy())) {
            throw new Refused("reimbursement.four-eyes");
        }
        boolean agreed = "JA".equals(data.get("akkoord"));
        audit.record(AuditLog.Entry.of(task.dossier(), "AANVRAAG_TWEEDE_CONTROLE", agreed
                ? "%s keek mee en ging akkoord met %s.".formatted(second.name(), Euros.prose(claim.granted()))
                : "%s keek mee en stuurde de aanvraag terug naar de controle.".formatted(second.name())).because((String) data.get("opmerking")));
        processes.complete(task.id(), ReimbursementModel.SECOND_AGREES.with(agreed));
    }
}
