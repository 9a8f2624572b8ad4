package be.dossierwerk.training;

import be.dossierwerk.reimbursement.ApprovedTrainings;
import be.dossierwerk.reimbursement.Claim;
import be.dossierwerk.reimbursement.TrainingType;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells reimbursement which trainings are approved; the code is the number of the training's dossier. */
@Component
class TrainingsForReimbursement implements ApprovedTrainings {

    private final JdbcClient jdbc;

    TrainingsForReimbursement(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A day on which who gives the training had no quality registration does not qualify (procedures.md 1.7). */
    @Override
    public Optional<Claim.Training> on(String code, LocalDate day) {
        return jdbc.sql("""
                select dossier, title, kind, eligible_from, valid_to from training
                where dossier = ? and status = 'GOEDGEKEURD' and suspended_on is null and eligible_from <= ? and (valid_to is null or valid_to >= ?)
                  and (registered_from is null or ? between registered_from and coalesce(registered_to, date '9999-12-31'))""").params(code, day, day, day)
                .query((row, i) -> new Claim.Training(row.getString(1), row.getString(2), TrainingType.valueOf(row.getString(3)), row.getObject(4, LocalDate.class),
                        row.getObject(5, LocalDate.class))).optional();
    }
}
