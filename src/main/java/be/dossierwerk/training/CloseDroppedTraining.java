package be.dossierwerk.training;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.casework.SendApplicantLetter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What follows when the applicant dropped one training: a letter, and its dossier closes; the others of its file go their own way. */
@Service
public class CloseDroppedTraining {

    private final Trainings trainings;
    private final CloseTraining closeTraining;
    private final SendApplicantLetter letter;
    private final AuditLog audit;
    private final Clock clock;

    CloseDroppedTraining(Trainings trainings, CloseTraining closeTraining, SendApplicantLetter letter, AuditLog audit, Clock clock) {
        this.trainings = trainings;
        this.closeTraining = closeTraining;
        this.letter = letter;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public void close(String dossier) {
        audit.lock(dossier);
        LocalDate today = LocalDate.now(clock);
        letter.send(dossier, "opleiding-ingetrokken", "U trok uw aanvraag in", Map.of("ingetrokkenOp", today));
        trainings.status(dossier, TrainingStatus.INGETROKKEN_DOOR_AANVRAGER);
        closeTraining.close(dossier, TrainingStatus.INGETROKKEN_DOOR_AANVRAGER, today);
    }
}
