package be.dossierwerk.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The files of a committee session with how long they wait and how the term of the advice stands. */
@Service
public class SessionFiles {

    /**
     * {@code taskId} is the open task that records the advice, null once it is given. {@code since}: on the agenda from that day.
     * {@code daysLeft}: calendar days to the last day of the advice term, negative when late, null without one.
     */
    public record Line(String dossier, String subject, String procedure, String advice, LocalDate givenOn, String taskId, LocalDate since,
                       LocalDate due, Integer daysLeft, LocalDate pausedSince, String assignee, String assigneeName) { }

    private final JdbcClient jdbc;
    private final Clock clock;

    SessionFiles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those without advice first, the most urgent on top. */
    public List<Line> on(LocalDate session) {
        return jdbc.sql("""
                select i.dossier, d.subject, d.procedure, i.advice, i.given_on, r.task_id, r.opened_at, r.due_on, r.paused_since, r.assignee,
                       r.assignee_name
                from committee_item i join dossier d on d.number = i.dossier
                left join inbox_row r on i.advice is null and r.dossier = i.dossier and r.task_key = :task
                where i.session_on = :session
                order by i.advice is not null, r.due_on nulls last, i.dossier""")
                .param("task", CaseworkModel.RECORD_ADVICE).param("session", session).query(this::line).list();
    }

    private Line line(ResultSet row, int number) throws SQLException {
        LocalDate due = row.getObject("due_on", LocalDate.class);
        OffsetDateTime opened = row.getObject("opened_at", OffsetDateTime.class);
        ZoneId zone = clock.getZone();
        return new Line(row.getString("dossier"), row.getString("subject"), row.getString("procedure"), row.getString("advice"),
                row.getObject("given_on", LocalDate.class), row.getString("task_id"),
                opened == null ? null : opened.atZoneSameInstant(zone).toLocalDate(), due,
                due == null ? null : (int) ChronoUnit.DAYS.between(LocalDate.now(clock), due), row.getObject("paused_since", LocalDate.class),
                row.getString("assignee"), row.getString("assignee_name"));
    }
}
