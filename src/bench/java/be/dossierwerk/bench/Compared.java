package be.dossierwerk.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Our work beside the same work of a peer, by turns in one run: a machine that is busy is busy for both. What counts is the middle of the ratios of the
 * blocks; times of one side alone mean little. Every block stays as a row of {@code target/bench/compared.csv}; {@link OneTable} comes at the end.
 */
public final class Compared implements BeforeAllCallback {

    private static final int BLOCKS = Integer.getInteger("bench.blocks", 5);
    private static final Path FILE = Path.of("target", "bench", "compared.csv");
    /** One piece of work; what it says goes into the note. */
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        OneTable.atTheEndOf(context);
    }

    /**
     * By turns, ours first and then the peer first, each so often in a block. {@code aim}: the ratio that ours over the peer's may be at most, none when not above 0;
     * {@code note}: what else repeats, such as statements. Gives the middle of the ratios.
     */
    public static double measure(String work, long size, int times, double aim, String note, Work ours, Work peer) throws Exception {
        run(ours, 1);
        run(peer, 1);
        double[] own = new double[BLOCKS];
        double[] others = new double[BLOCKS];
        for (int block = 0; block < BLOCKS; block++) {
            if (block % 2 == 0) {
                own[block] = run(ours, times);
                others[block] = run(peer, times);
            } else {
                others[block] = run(peer, times);
                own[block] = run(ours, times);
            }
        }
        return add(work, size, own, others, aim, note);
    }

    /** Milliseconds of each block of both, measured elsewhere. */
    public static synchronized double add(String work, long size, double[] ours, double[] peer, double aim, String note) {
        double[] ratios = new double[ours.length];
        for (int block = 0; block < ours.length; block++) {
            ratios[block] = ours[block] / peer[block];
            keep(String.format(Locale.ROOT, "%s,%d,%d,%.5f,%.5f,%.6f", work, size, block, ours[block], peer[block], ratios[block]));
        }
        Arrays.sort(ratios);
        OneTable.add(new OneTable.Row(work, size, middle(ours), middle(peer), middle(ratios), ratios[0], ratios[ratios.length - 1], aim > 0 ? aim : null, note));
        return middle(ratios);
    }

    /** Milliseconds each, on average. */
    private static double run(Work work, int times) throws Exception {
        long start = System.nanoTime();
        for (int i = 0; i < times; i++) {
            work.run();
        }
        return (System.nanoTime() - start) / 1e6 / times;
    }

    private static double middle(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void keep(String row) {
        try {
            Files.createDirectories(FILE.getParent());
            if (!Files.exists(FILE)) {
                Files.writeString(FILE, "work,size,block,ours_ms,peer_ms,ratio\n");
            }
            Files.writeString(FILE, row + "\n", StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
