package be.dossierwerk.bench;

import be.dossierwerk.CountedStatements;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * What work of this thread took: processor of the thread and of all of PostgreSQL, statements of the thread, and the log of PostgreSQL. A batch of rows counts as one
 * statement. Whatever else happens on the server of the database meanwhile is in it too.
 */
record Spent(double threadMs, double databaseMs, int statements, long walBytes) {

    /** PostgreSQL tells what changed at most so long after it was idle. */
    private static final long STATISTICS_LAG_SECONDS = 11;

    double cpuMs() {
        return threadMs + databaseMs;
    }

    static Spent by(DataSource database, Runnable work) {
        long wal = number(database, "select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')");
        long processes = processes(database);
        long thread = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        int statements = CountedStatements.of(work).size();
        return new Spent((ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - thread) / 1e6, (processes(database) - processes) / 1e6, statements,
                number(database, "select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')") - wal);
    }

    /** Rows that were written, changed and deleted in this database, by anybody. */
    static long rowChanges(DataSource database) throws InterruptedException {
        TimeUnit.SECONDS.sleep(STATISTICS_LAG_SECONDS);
        return number(database, "select tup_inserted + tup_updated + tup_deleted from pg_stat_database where datname = current_database()");
    }

    /** Nanoseconds of the processor that the server and its connections used; one that closed meanwhile is left out. */
    private static long processes(DataSource database) {
        ProcessHandle connection = ProcessHandle.of(number(database, "select pg_backend_pid()")).orElseThrow();
        return connection.parent().orElseThrow().children().map(child -> child.info().totalCpuDuration().orElse(Duration.ZERO)).mapToLong(Duration::toNanos).sum();
    }

    private static long number(DataSource database, String sql) {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
