package be.dossierwerk.operations;

import be.dossierwerk.engine.JobBacklog;
import be.dossierwerk.shared.Installation;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Reads the figures from the database, for whoever asks within ten seconds once. */
@Component
class ReadFigures {

    private static final long FRESH = Duration.ofSeconds(10).toNanos();
    private static final Logger LOG = LoggerFactory.getLogger(ReadFigures.class);

    private final JdbcClient jdbc;
    private final JobBacklog jobs;
    private final Installation installation;
    private Optional<Figures> last = Optional.empty();
    private long readAt = System.nanoTime() - FRESH;

    ReadFigures(JdbcClient jdbc, JobBacklog jobs, Installation installation) {
        this.jdbc = jdbc;
        this.jobs = jobs;
        this.installation = installation;
    }

    /** Empty while the database does not answer. */
    synchronized Optional<Figures> recent() {
        if (System.nanoTime() - readAt >= FRESH) {
            last = now();
            readAt = System.nanoTime();
        }
        return last;
    }

    Optional<Figures> now() {
        try {
            return Optional.of(read());
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("The figures could not be read: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private Figures read() {
        var backlog = jobs.read();
        boolean maySend = installation.maySend();
        return jdbc.sql("""
                with since as (select confirmed_at from installation),
                outgoing as (select count(*) as waiting, coalesce(extract(epoch from clock_timestamp() - min(queued_at)), 0)::float8 as oldest,
                                    count(*) filter (where attempts >= 5) as failing from outbox where done_at is null)
                select (select count(*) from inbox_row), waiting, greatest(oldest, 0), failing, (select count(*) from payment_run where state = 'BESTAND_KLAAR'),
                    extract(epoch from clock_timestamp() - coalesce((select max(sealed_at) from audit_seal), confirmed_at))::float8,
                    (select count(*) from clock_finding where state = 'OPEN'), extract(epoch from clock_timestamp() - coalesce((select max(at) from clock_check), confirmed_at))::float8,
                    (select count(*) from chain_finding where state = 'OPEN'), extract(epoch from clock_timestamp() - coalesce((select max(at) from chain_check), confirmed_at))::float8,
                    coalesce((select last_failed_time > coalesce(last_archived_time, '-infinity') from pg_stat_archiver), false)
                from outgoing, since""")
                .query((row, i) -> new Figures(backlog, row.getLong(1), row.getLong(2), row.getDouble(3), row.getLong(4), row.getLong(5), maySend, row.getDouble(6),
                        row.getLong(7), row.getDouble(8), row.getLong(9), row.getDouble(10), row.getBoolean(11))).single();
    }
}
