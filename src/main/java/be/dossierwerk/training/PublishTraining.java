package be.dossierwerk.training;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.casework.Decisions;
import be.dossierwerk.shared.Dates;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A signed approval: the training comes into the public list and its dossier closes; sessions count from the day of filing (H6). */
@Service
public class PublishTraining {

    private final Trainings trainings;
    private final CloseTraining closeTraining;
    private final Decisions decisions;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    PublishTraining(Trainings trainings, CloseTraining closeTraining, Decisions decisions, AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.trainings = trainings;
        this.closeTraining = closeTraining;
        this.decisions = decisions;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional
    public void publish(String dossier) {
        audit.lock(dossier);
        Training training = trainings.get(dossier);
        LocalDate signedOn = decisions.of(dossier).stream().map(Decisions.Decision::signedOn).filter(Objects::nonNull).findFirst().orElseThrow();
        jdbc.sql("update training set status = 'GOEDGEKEURD', approved_on = ? where dossier = ?").params(signedOn, dossier).update();
        audit.record(AuditLog.Entry.of(dossier, "OPLEIDING_BEKENDGEMAAKT",
                "De opleiding \"%s\" staat in de openbare lijst. Sessies vanaf %s komen in aanmerking.".formatted(training.title(),
                        Dates.prose(training.eligibleFrom()))));
        closeTraining.close(dossier, TrainingStatus.GOEDGEKEURD, LocalDate.now(clock));
    }
}
