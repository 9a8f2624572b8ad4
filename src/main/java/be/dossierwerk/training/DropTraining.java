package be.dossierwerk.training;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.casework.Decisions;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The applicant drops one training; possible until the decision about it is signed. */
@Service
public class DropTraining {

    private static final int REASON_LIMIT = 2_000;

    private final Trainings trainings;
    private final CurrentActor currentActor;
    private final Processes processes;
    private final AuditLog audit;
    private final Decisions decisions;

    DropTraining(Trainings trainings, CurrentActor currentActor, Processes processes, AuditLog audit, Decisions decisions) {
        this.trainings = trainings;
        this.currentActor = currentActor;
        this.processes = processes;
        this.audit = audit;
        this.decisions = decisions;
    }

    public boolean available(String dossier) {
        return processes.awaits(TrainingModel.DROPPED, dossier)
                && !decisions.signed(dossier);
    }

    /** @throws Refused training.drop.too-late, or training.drop.reason with the field reason */
    @Transactional
    public void drop(String dossier, String reason) {
        var actor = currentActor.require(Roles.INTAKE, Roles.HANDLER, Roles.FUND_SECRETARIAT);
        audit.lock(dossier);
        if (!available(dossier)) {
            throw new Refused("training.drop.too-late");
        }
        if (reason == null || reason.isBlank() || reason.length() > REASON_LIMIT) {
            throw new Refused("training.drop.reason", List.of(new Refused.Field("reason", "training.drop.reason", REASON_LIMIT)), REASON_LIMIT);
        }
        audit.record(AuditLog.Entry.of(dossier, "AANVRAAG_INGETROKKEN", "De aanvrager trok de aanvraag voor de opleiding \"%s\" in; %s registreerde dit."
                .formatted(trainings.get(dossier).title(), actor.name())).because(reason.strip()));
        processes.correlate(TrainingModel.DROPPED, dossier, Map.of());
    }
}
