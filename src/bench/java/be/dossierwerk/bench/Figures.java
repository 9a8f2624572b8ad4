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
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Measurements without a peer: each stays as a row of {@code target/bench/<name>.csv}; {@link OneTable} comes at the end. */
public final class Figures implements BeforeAllCallback {

    private static final String HEADER = "work,size,handled,seconds,milliseconds_each,statements,heap_mib,found";
    private static final Set<String> BEGUN = new HashSet<>();

    @Override
    public void beforeAll(ExtensionContext context) {
        OneTable.atTheEndOf(context);
    }

    static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    /**
     * {@code size} is the number of open terms (or of accounts), {@code handled} what this work went through; {@code heap} is the most that
     * was in use after a collection, in mebibytes, above what was in use before; -1 when it was not looked at, as for {@code statements}.
     */
    public static synchronized void add(String file, String work, int size, int handled, double seconds, int statements, long heap, String found) {
        double each = handled == 0 ? 0 : 1000 * seconds / handled;
        OneTable.add(OneTable.Row.alone(work, size, each, String.format(Locale.ROOT, "%,d in %.2f s%s%s %s", handled, seconds, statements < 0 ? "" : ", %,d statements".formatted(statements),
                heap < 0 ? "" : ", %d MiB".formatted(heap), found)));
        try {
            Path csv = Files.createDirectories(Path.of("target", "bench")).resolve(file + ".csv");
            if (BEGUN.add(file)) {
                Files.writeString(csv, HEADER + "\n", StandardCharsets.UTF_8);
            }
            Files.writeString(csv, String.format(Locale.ROOT, "%s,%d,%d,%.3f,%.4f,%d,%d,%s%n", work, size, handled, seconds, each, statements, heap, found),
                    StandardCharsets.UTF_8, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
