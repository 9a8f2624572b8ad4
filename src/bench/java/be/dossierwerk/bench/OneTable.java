package be.dossierwerk.bench;

import be.dossierwerk.OwnDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.extension.ExtensionContext;

/** All figures of a run in the order in which they were measured, with the limits of this machine below: printed when the last benchmark is done, and kept in {@code target/bench/table.txt}. */
final class OneTable implements ExtensionContext.Store.CloseableResource {

    /** {@code ours} and {@code peer} in milliseconds for one; {@code ratio} is the middle of those of the blocks. A row without a peer has neither peer, ratio nor aim. */
    record Row(String work, long size, double ours, Double peer, Double ratio, Double least, Double most, Double aim, String note) {

        static Row alone(String work, long size, double ours, String note) {
            return new Row(work, size, ours, null, null, null, null, null, note);
        }

        String shown() {
            return String.format(Locale.ROOT, "%-52s %,11d %12s %12s %10s %10s %10s %10s %5s  %s", work, size, millis(ours), millis(peer), part(ratio), part(least), part(most), part(aim),
                    aim == null ? "" : ratio <= aim ? "yes" : "NO", note).stripTrailing();
        }

        private static String millis(Double value) {
            return value == null ? "" : String.format(Locale.ROOT, "%.3f", value);
        }

        private static String part(Double value) {
            return value == null ? "" : String.format(Locale.ROOT, "%.5f", value);
        }
    }

    private static final String HEADER = String.format("%-52s %11s %12s %12s %10s %10s %10s %10s %5s  %s", "work", "size", "ours ms", "peer ms", "ratio", "least", "most", "aim", "kept", "note");
    private static final List<Row> ROWS = new ArrayList<>();

    private OneTable() { }

    /** Once a run, whichever benchmark is the first to measure something. */
    static void atTheEndOf(ExtensionContext context) {
        context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL).getOrComputeIfAbsent(OneTable.class, key -> new OneTable());
    }

    static synchronized void add(Row row) {
        ROWS.add(row);
        System.out.println("## " + row.shown());
    }

    @Override
    public void close() throws Exception {
        if (Ceiling.told().isEmpty()) {
            try (HikariDataSource data = OwnDatabase.migrated()) {
                Ceiling.measure(data);
            }
        }
        List<String> lines = new ArrayList<>(List.of(HEADER));
        ROWS.forEach(row -> lines.add(row.shown()));
        lines.addAll(Ceiling.told());
        Files.write(Files.createDirectories(Path.of("target", "bench")).resolve("table.txt"), lines, StandardCharsets.UTF_8);
        System.out.println();
        lines.forEach(System.out::println);
    }
}
