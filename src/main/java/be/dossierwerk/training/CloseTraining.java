package be.dossierwerk.training;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.dossier.Dossiers;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Closes the dossier of one training, and the group file after its last one. */
@Component
class CloseTraining {

    private final Trainings trainings;
    private final Terms terms;
    private final Dossiers dossiers;
    private final AuditLog audit;

    CloseTraining(Trainings trainings, Terms terms, Dossiers dossiers, AuditLog audit) {
        this.trainings = trainings;
        this.terms = terms;
        this.dossiers = dossiers;
        this.audit = audit;
    }

    void close(String dossier, TrainingStatus outcome, LocalDate on) {
        Training training = trainings.get(dossier);
        terms.stopAll(dossier, on);
        dossiers.close(dossier, outcome.name(), on);
        if (training.inGroup()) {
            // Two trainings that end at once: the second one sees the first, and closes the file.
            audit.lock(training.file());
            if (trainings.ofFile(training.file()).stream().allMatch(each -> each.status().ended())) {
                dossiers.close(training.file(), TrainingModel.GROUP_CLOSED, on);
            }
        }
    }
}
