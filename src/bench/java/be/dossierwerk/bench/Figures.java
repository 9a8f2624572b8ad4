package be.dossierwerk.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Keeps every measurement as a row of {@code target/bench/<name>.csv} and prints them all as one table when the last benchmark is done. */
public final class Figures implements BeforeAllCallback, ExtensionContext.Store.CloseableResource {

    /**
     * {@code size} is the number of open terms (or of accounts), {@code handled} what this work went through; {@code heap} is the most that
     * was in use after a collection, in mebibytes, above what was in use before; -1 when it was not looked at, as for {@code statements}.
     */
    private record Row(String work, int size, int handled, double seconds, int statements, long heap, String found) { }

    private static final String HEADER = "work,size,handled,seconds,milliseconds_each,statements,heap_mib,found";
    private static final List<Row> ROWS = new ArrayList<>();
    private static final Set<String> BEGUN = new HashSet<>();

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL).getOrComputeIfAbsent(Figures.class, key -> this);
    }

    static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    public static synchronized void add(String file, String work, int size, int handled, double seconds, int statements, long heap, String found) {
        Row row = new Row(work, size, handled, seconds, statements, heap, found);
        ROWS.add(row);
        try {
            Path csv = Files.createDirectories(Path.of("target", "bench")).resolve(file + ".csv");
            if (BEGUN.add(file)) {
                Files.writeString(csv, HEADER + "\n", StandardCharsets.UTF_8);
            }
            Files.writeString(csv, String.format(Locale.ROOT, "%s,%d,%d,%.3f,%.4f,%d,%d,%s%n", work, size, handled, seconds,
                    handled == 0 ? 0 : 1000 * seconds / handled, statements, heap, found), StandardCharsets.UTF_8, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        StringBuilder table = new StringBuilder(String.format("%n%-46s %10s %10s %10s %10s %11s %9s  %s%n", "work", "open terms", "handled", "seconds",
                "ms each", "statements", "heap MiB", "found"));
        for (Row row : ROWS) {
            table.append(String.format(Locale.ROOT, "%-46s %,10d %,10d %10.2f %10.3f %11s %9s  %s%n", row.work(), row.size(), row.handled(), row.seconds(),
                    row.handled() == 0 ? 0 : 1000 * row.seconds() / row.handled(), row.statements() < 0 ? "" : String.format("%,d", row.statements()),
                    row.heap() < 0 ? "" : row.heap(), row.found()));
        }
        System.out.println(table);
    }

    /** Watches what is left in use after each collection, from its opening on. */
    public static final class Heap implements AutoCloseable {

        private static final long MIB = 1024 * 1024;
        private final AtomicLong most = new AtomicLong();
        private final long before;
        private final NotificationListener listener = (notification, handback) -> {
            if (notification.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
                long used = GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData()).getGcInfo().getMemoryUsageAfterGc()
                        .entrySet().stream().filter(pool -> heap(pool.getKey())).map(java.util.Map.Entry::getValue).mapToLong(MemoryUsage::getUsed).sum();
                most.accumulateAndGet(used, Math::max);
            }
        };

        public Heap() {
            System.gc();
            before = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
            ManagementFactory.getGarbageCollectorMXBeans().forEach(collector -> ((NotificationEmitter) collector)
                    .addNotificationListener(listener, null, null));
        }

        /** In mebibytes above the start. */
        public long most() {
            return Math.max(0, most.get() - before) / MIB;
        }

        @Override
        public void close() {
            ManagementFactory.getGarbageCollectorMXBeans().forEach(collector -> {
                try {
                    ((NotificationEmitter) collector).removeNotificationListener(listener);
                } catch (javax.management.ListenerNotFoundException e) {
                    throw new IllegalStateException(e);
                }
            });
        }

        private static boolean heap(String pool) {
            return ManagementFactory.getMemoryPoolMXBeans().stream().anyMatch(each -> each.getName().equals(pool)
                    && each.getType() == java.lang.management.MemoryType.HEAP);
        }
    }
}
