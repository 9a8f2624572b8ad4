package be.dossierwerk.alert;

import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was delivered to the acting person, by name or to a role held now, as long as the term still runs or the warning holds: what is done asks for nobody's attention,
 * and the timeline of the dossier keeps it.
 */
@Service
public class MyAlerts {

    /** {@code subject}: of the dossier; {@code on}: the day on which the step came; {@code percent}: 100 once the last day has passed;
     * {@code ofTerm}: whether the term {@code rule} has an account to show. */
    public record Alert(UUID id, String dossier, String subject, String rule, String sentence, LocalDate on, int percent, boolean read, boolean ofTerm) { }

    /** What a procedure reminds of has lost its point once the task is done. */
    static final String OPEN_TASK = "(a.rule not like '" + RaiseAlert.OF_TASK + "%' or exists (select 1 from inbox_row i where i.task_id = split_part(a.rule, ':', 2)))";
    private static final String MINE = """
            a.state = 'BEZORGD' and (a.person = :me or a.person is null and a.role = any(string_to_array(:roles, ',')))
            and (not a.of_term or exists (select 1 from term t where t.dossier = a.dossier and t.rule = a.rule and t.stopped_on is null))
            and\s""" + OPEN_TASK;
    private static final String UNREAD = " and not exists (select 1 from alert_read r where r.alert = a.id and r.person = :me)";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;

    MyAlerts(JdbcClient jdbc, CurrentActor currentActor, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public int unread() {
        return mine("select count(*) from alert a where " + MINE + UNREAD).query(Integer.class).single();
    }

    /** Unread first, then the newest. */
    @Transactional(readOnly = true)
    public List<Alert> list(int limit) {
        return mine("""
                select a.id, a.dossier, d.subject, a.rule, a.sentence, a.came_on, a.percent, r.person is not null, a.of_term
                from alert a join dossier d on d.number = a.dossier left join alert_read r on r.alert = a.id and r.person = :me
                where\s""" + MINE + " order by r.person is not null, a.came_on desc, a.dossier, a.percent desc limit :limit").param("limit", limit)
                .query((row, i) -> new Alert(row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getString(4),
                        row.getString(5), row.getObject(6, LocalDate.class), row.getInt(7), row.getBoolean(8), row.getBoolean(9))).list();
    }

    /** Marks as read; an alert of somebody else, or one already read, stays as it is. */
    @Transactional
    public void read(UUID alert) {
        mark(alert);
    }

    @Transactional
    public void readAll() {
        mark(null);
    }

    /** All of them when {@code only} is null. */
    private void mark(UUID only) {
        mine("insert into alert_read (alert, person, read_at) select a.id, :me, :now from alert a where " + MINE + UNREAD
                + " and (cast(:only as uuid) is null or a.id = :only) on conflict do nothing")
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)).param("only", only, Types.OTHER).update();
    }

    private JdbcClient.StatementSpec mine(String sql) {
        Actor me = currentActor.get();
        return jdbc.sql(sql).param("me", me.id()).param("roles", String.join(",", me.roles()));
    }
}
