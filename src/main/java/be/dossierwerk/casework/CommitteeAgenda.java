package be.dossierwerk.casework;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What the advisory committee has before it, session by session (procedures.md 1.11). */
@Service
public class CommitteeAgenda {

    /** A file on the agenda; advice is null until it is given. {@code taskId} is the open task that records it, or null. */
    public record Item(String dossier, String subject, LocalDate session, String advice, LocalDate givenOn, String taskId) { }

    /** A file that the secretariat still has to place on an agenda. */
    public record Waiting(String dossier, String subject, String taskId) { }

    private final JdbcClient jdbc;
    private final Clock clock;

    CommitteeAgenda(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Sessions with at least one file, the coming ones first. */
    public List<LocalDate> sessions() {
        return jdbc.sql("select distinct session_on from committee_item order by session_on desc").query(LocalDate.class).list();
    }

    /** The first session that lies today or later and has files, or null. */
    public LocalDate next() {
        return jdbc.sql("select min(session_on) from committee_item where session_on >= ?").param(LocalDate.now(clock))
                .query((row, i) -> row.getObject(1, LocalDate.class)).single();
    }

    public List<Item> on(LocalDate session) {
        return jdbc.sql("""
                select i.dossier, d.subject, i.session_on, i.advice, i.given_on,
                       (select r.task_id from inbox_row r where r.dossier = i.dossier and r.task_key = 'UserTask_AdviesRegistreren')
                from committee_item i join dossier d on d.number = i.dossier
                where i.session_on = ? order by i.dossier""").param(session)
                .query((row, n) -> new Item(row.getString(1), row.getString(2), row.getObject(3, LocalDate.class), row.getString(4),
                        row.getObject(5, LocalDate.class), row.getString(6))).list();
    }

    public List<Waiting> waiting() {
        return jdbc.sql("""
                select dossier, subject, task_id from inbox_row where task_key = 'UserTask_OpAgendaPlaatsen' order by due_on nulls last, dossier""")
                .query((row, n) -> new Waiting(row.getString(1), row.getString(2), row.getString(3))).list();
    }
}
