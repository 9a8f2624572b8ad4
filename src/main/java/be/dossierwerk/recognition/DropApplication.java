package be.dossierwerk.recognition;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The applicant drops the application; possible at any moment before the decision is notified. */
@Service
public class DropApplication {

    private final CurrentActor currentActor;
    private final Processes processes;
    private final AuditLog audit;

    DropApplication(CurrentActor currentActor, Processes processes, AuditLog audit) {
        this.currentActor = currentActor;
        this.processes = processes;
        this.audit = audit;
    }

    public boolean available(String dossier) {
        return processes.awaits(RecognitionModel.DROPPED, dossier);
    }

    /** @throws Refused when the procedure has ended */
    @Transactional
    public void drop(String dossier, String reason) {
        var actor = currentActor.require(Roles.INTAKE, Roles.HANDLER);
        if (!available(dossier)) {
            throw new Refused("recognition.ended");
        }
        audit.record(AuditLog.Entry.of(dossier, "AANVRAAG_INGETROKKEN",
                "De aanvrager trok de aanvraag in; %s registreerde dit.".formatted(actor.name())).because(reason));
        processes.correlate(RecognitionModel.DROPPED, dossier, Map.of());
    }
}
