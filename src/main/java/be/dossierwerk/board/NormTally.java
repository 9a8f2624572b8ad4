package be.dossierwerk.board;

import be.dossierwerk.board.ShowBoard.NormLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;

/**
 * How many norms of a period were met, in the classes of the published summary (seeds.md 6): by result over target as it is printed. {@code almost}: at nine tenths or more;
 * {@code far}: below eight tenths; {@code between}: the others; {@code stayed}: met in both periods.
 */
public record NormTally(int counted, int met, int almost, int between, int far, int improved, int declined, int stayed) {

    private static final int ALL = 100;
    private static final int NINE_TENTHS = 90;
    private static final int EIGHT_TENTHS = 80;

    /** Norms without anything to count in the period are in none. */
    public static NormTally of(List<NormLine> norms) {
        List<NormLine> counted = norms.stream().filter(line -> line.now().counted() > 0).toList();
        return new NormTally(counted.size(), count(counted, line -> reached(line, ALL)), count(counted, line -> reached(line, NINE_TENTHS) && !reached(line, ALL)),
                count(counted, line -> reached(line, EIGHT_TENTHS) && !reached(line, NINE_TENTHS)), count(counted, line -> !reached(line, EIGHT_TENTHS)),
                count(counted, line -> direction(line) > 0), count(counted, line -> direction(line) < 0), count(counted, NormTally::stayed));
    }

    private static int count(List<NormLine> norms, Predicate<NormLine> which) {
        return (int) norms.stream().filter(which).count();
    }

    private static boolean reached(NormLine line, int percent) {
        return line.ofTarget(0).intValue() >= percent;
    }

    /** Of the change as it is printed; nothing when there is nothing to compare with. */
    private static int direction(NormLine line) {
        BigDecimal change = line.change(line.decimals());
        return change == null ? 0 : change.signum();
    }

    private static boolean stayed(NormLine line) {
        NormLine before = new NormLine(line.code(), line.version(), line.measure(), line.measureName(), line.name(), line.target(), line.decimals(), line.bound(), line.before(), line.now());
        return before.now().counted() > 0 && reached(line, ALL) && reached(before, ALL);
    }
}
