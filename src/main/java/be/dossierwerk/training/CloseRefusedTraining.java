package be.dossierwerk.training;

import be.dossierwerk.audit.AuditLog;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A signed refusal of one training; the others of its file go their own way. */
@Service
public class CloseRefusedTraining {

    private final Trainings trainings;
    private final CloseTraining closeTraining;
    private final AuditLog audit;
    private final Clock clock;

    CloseRefusedTraining(Trainings trainings, CloseTraining closeTraining, AuditLog audit, Clock clock) {
        this.trainings = trainings;
        this.closeTraining = closeTraining;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public void close(String dossier) {
        audit.lock(dossier);
        trainings.status(dossier, TrainingStatus.GEWEIGERD);
        closeTraining.close(dossier, TrainingStatus.GEWEIGERD, LocalDate.now(clock));
    }
}
