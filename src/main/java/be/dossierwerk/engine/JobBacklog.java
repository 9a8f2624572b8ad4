package be.dossierwerk.engine;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far the engine is behind with what it does by itself, by the clock of the database. */
@Component
public class JobBacklog {

    /** {@code due}: may run and did not; {@code lateSeconds}: how long the oldest of them waits; {@code stopped}: given up after its last try. */
    public record Backlog(long due, double lateSeconds, long stopped, long incidents) { }

    private final JdbcClient jdbc;

    JobBacklog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Each part answers from an index; what a running node holds counts as long as it is not done. */
    public Backlog read() {
        return jdbc.sql("""
                select d.due, d.late, (select count(*) from act_ru_job where retries_ = 0), (select count(*) from act_ru_incident)
                from (select count(*) as due, coalesce(greatest(extract(epoch from localtimestamp - min(duedate_)), 0), 0)::float8 as late
                      from act_ru_job where duedate_ <= localtimestamp and retries_ > 0 and suspension_state_ = 1) d""")
                .query((row, i) -> new Backlog(row.getLong(1), row.getDouble(2), row.getLong(3), row.getLong(4))).single();
    }
}
