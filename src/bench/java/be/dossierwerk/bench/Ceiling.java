package be.dossierwerk.bench;

import java.io.OutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/** What this machine can do at most: commits a second of its disk, rows of PostgreSQL to nowhere, SHA-256. A figure means something beside these. */
public final class Ceiling {

    private static final List<String> TOLD = new ArrayList<>();
    private static final double SECONDS = 2;

    private Ceiling() { }

    static List<String> told() {
        return List.copyOf(TOLD);
    }

    /** Measures once a process; the database is the one that the benchmark works with, with its own settings, which are told too. */
    public static synchronized void measure(DataSource source) throws Exception {
        if (!TOLD.isEmpty()) {
            return;
        }
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
            boolean byTurns = connection.getAutoCommit();
            connection.setAutoCommit(true);
            statement.execute("create table if not exists ceiling_kept (n bigint)");
            TOLD.add(String.format(Locale.ROOT, "ceiling: %,.0f commits a second of one client (fsync %s, synchronous_commit %s)", perSecond(() -> statement.execute("insert into ceiling_kept values (1)")),
                    setting(statement, "fsync"), setting(statement, "synchronous_commit")));
            statement.execute("drop table ceiling_kept");
            long[] bytes = {0};
            long start = System.nanoTime();
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy (select n, md5(n::text), now() from generate_series(1, 1000000) n) to stdout (format csv)", new OutputStream() {
                @Override
                public void write(int one) {
                    bytes[0]++;
                }

                @Override
                public void write(byte[] some, int from, int length) {
                    bytes[0] += length;
                }
            });
            TOLD.add(String.format(Locale.ROOT, "ceiling: COPY to nowhere %,.0f MB a second", bytes[0] / 1e6 / ((System.nanoTime() - start) / 1e9)));
            connection.setAutoCommit(byTurns);
        }
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        byte[] row = new byte[400];
        TOLD.add(String.format(Locale.ROOT, "ceiling: SHA-256 of 400 bytes %,.0f a second on one core; load of the machine %.1f", perSecond(() -> digest.digest(row)),
                java.lang.management.ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
    }

    private static String setting(Statement statement, String name) throws SQLException {
        try (var row = statement.executeQuery("show " + name)) {
            row.next();
            return row.getString(1);
        }
    }

    private static double perSecond(Compared.Work work) throws Exception {
        long start = System.nanoTime();
        long done = 0;
        while (System.nanoTime() - start < SECONDS * 1e9) {
            work.run();
            done++;
        }
        return done / ((System.nanoTime() - start) / 1e9);
    }
}
