package be.dossierwerk.training;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.deadline.Terms;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Two months passed without advice: this training goes on without it, whatever the others of its file wait for (T-OF-03). */
@Service
public class NoteMissingTrainingAdvice {

    private final Terms terms;
    private final Trainings trainings;
    private final AuditLog audit;
    private final Clock clock;

    NoteMissingTrainingAdvice(Terms terms, Trainings trainings, AuditLog audit, Clock clock) {
        this.terms = terms;
        this.trainings = trainings;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public void note(String dossier) {
        audit.lock(dossier);
        LocalDate today = LocalDate.now(clock);
        LocalDate due = terms.due(dossier, TrainingModel.ADVICE_TERM);
        terms.expire(dossier, TrainingModel.ADVICE_TERM);
        terms.start(dossier, TrainingModel.AFTER_ADVICE_TERM, due != null && due.isBefore(today) ? due : today);
        trainings.status(dossier, TrainingStatus.GEADVISEERD);
        audit.record(AuditLog.Entry.of(dossier, "ADVIES_NIET_TIJDIG",
                "De commissie opleidingsfonds gaf geen advies binnen twee maanden. De opleiding gaat verder zonder advies."));
    }
}
