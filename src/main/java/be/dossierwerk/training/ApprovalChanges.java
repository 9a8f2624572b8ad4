package be.dossierwerk.training;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The changes of approvals, proposed and decided; asks no role. */
@Service
public class ApprovalChanges {

    private final JdbcClient jdbc;

    ApprovalChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest first. */
    public List<ApprovalChange> of(String training) {
        return jdbc.sql("""
                select kind, last_day, registered_from, registered_to, reasons, heard, proposed_by, proposed_by_name, proposed_at, agreed, remark, decided_by_name, decided_at
                from training_approval_change where training = ? order by proposed_at desc""").param(training).query((row, i) -> new ApprovalChange(
                ApprovalChange.Kind.valueOf(row.getString(1)), row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class),
                row.getObject(4, LocalDate.class), row.getString(5), row.getString(6), row.getString(7), row.getString(8),
                row.getObject(9, OffsetDateTime.class).toInstant(), row.getObject(10, Boolean.class), row.getString(11), row.getString(12),
                row.getObject(13) == null ? null : row.getObject(13, OffsetDateTime.class).toInstant())).list();
    }

    /** The change that waits for its decision. */
    public Optional<ApprovalChange> open(String training) {
        return of(training).stream().filter(change -> change.agreed() == null).findFirst();
    }
}
