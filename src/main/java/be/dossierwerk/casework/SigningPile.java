package be.dossierwerk.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Everything that waits for a signature, the longest wait first. */
@Service
public class SigningPile {

    /** A decision to sign; {@code document} is the PDF to read, {@code due} the last day of the dossier's decision term. */
    public record Waiting(String taskId, String dossier, String subject, String outcome, UUID letter, UUID document, String drafter,
                          String checker, Instant since, LocalDate due) { }

    private final JdbcClient jdbc;

    SigningPile(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Waiting> all() {
        return jdbc.sql("""
                select r.task_id, r.dossier, r.subject, b.outcome, b.letter, l.document, b.drafter_name, b.checker_name, r.opened_at, r.due_on
                from inbox_row r join besluit b on b.dossier = r.dossier and b.status = 'TE_ONDERTEKENEN'
                join letter l on l.id = b.letter
                where r.task_key = 'UserTask_Ondertekenen' order by r.opened_at""")
                .query((row, n) -> new Waiting(row.getString(1), row.getString(2), row.getString(3), row.getString(4),
                        row.getObject(5, UUID.class), row.getObject(6, UUID.class), row.getString(7), row.getString(8),
                        row.getObject(9, OffsetDateTime.class).toInstant(), row.getObject(10, LocalDate.class))).list();
    }
}
