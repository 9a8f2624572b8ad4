package be.dossierwerk.training;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.casework.MissingItems;
import be.dossierwerk.casework.SendApplicantLetter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Two months passed and the file of this training is still not complete: it closes without follow-up (T-OF-02). */
@Service
public class CloseTrainingWithoutFollowUp {

    private final Trainings trainings;
    private final CloseTraining closeTraining;
    private final MissingItems missingItems;
    private final SendApplicantLetter letter;
    private final AuditLog audit;
    private final Clock clock;

    CloseTrainingWithoutFollowUp(Trainings trainings, CloseTraining closeTraining, MissingItems missingItems, SendApplicantLetter letter, AuditLog audit,
                                 Clock clock) {
        this.trainings = trainings;
        this.closeTraining = closeTraining;
        this.missingItems = missingItems;
        this.letter = letter;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public void close(String dossier) {
        audit.lock(dossier);
        letter.send(dossier, "opleiding-zonder-gevolg", "Wij sluiten uw dossier af", Map.of("ontbreekt", missingItems.openInWords(dossier)));
        audit.record(AuditLog.Entry.of(dossier, "ZONDER_GEVOLG", "De aanvrager maakte het dossier niet volledig binnen twee maanden. De opleiding krijgt geen gevolg."));
        trainings.status(dossier, TrainingStatus.ZONDER_GEVOLG);
        closeTraining.close(dossier, TrainingStatus.ZONDER_GEVOLG, LocalDate.now(clock));
    }
}
