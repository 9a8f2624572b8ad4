package be.dossierwerk.forecast;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a morning promises of the quarter it lies in. {@code counted}, {@code met}: up to then; {@code late}, {@code inTime}: dossiers that are expected to
 * be counted before its end, of those open and those to come; {@code finalCounted}, {@code finalMet}: what it became, -1 while it runs.
 */
record Quarter(LocalDate day, int counted, int met, double late, double inTime, int finalCounted, int finalMet) {

    /** Percent of the dossiers of the quarter that meet the norm: in eight of ten cases between {@code low} and {@code high}. */
    record Range(LocalDate from, int counted, int met, double expected, double low, double high, int tested, int held) {

        /** Ranges of earlier months that were right too seldom say nothing of this one. */
        boolean shown() {
            return tested >= TESTS && held >= HELD * tested;
        }
    }

    private static final int TESTS = 6;
    private static final double HELD = 0.65;
    private static final int DRAWS = 1_000;
    private static final double LOW = 0.1;
    /** How far off, in log-odds, before there is any month to learn it from; it counts for so many months. */
    private static final double FIRST_ERROR = 0.3;
    private static final int FIRST_MONTHS = 2;

    static LocalDate begin(LocalDate day) {
        return day.with(IsoFields.DAY_OF_QUARTER, 1);
    }

    /** The first day after it. */
    static LocalDate end(LocalDate day) {
        return begin(day).plusMonths(3);
    }

    /** The rows of one norm together, day by day. */
    static List<Quarter> together(List<Quarter> rows) {
        Map<LocalDate, Quarter> sums = rows.stream().collect(Collectors.toMap(Quarter::day, quarter -> quarter, Quarter::plus, TreeMap::new));
        return List.copyOf(sums.values());
    }

    private Quarter plus(Quarter other) {
        boolean ended = finalCounted >= 0 && other.finalCounted >= 0;
        return new Quarter(day, counted + other.counted, met + other.met, late + other.late, inTime + other.inTime, ended ? finalCounted + other.finalCounted : -1,
                ended ? finalMet + other.finalMet : -1);
    }

    /** {@code quarters}: in order, the last one of now; how far off the earlier ones were is how wide the range becomes. Null when nothing is expected to count. */
    static Range range(List<Quarter> quarters, long seed) {
        int tested = 0;
        int held = 0;
        Range range = null;
        for (Quarter quarter : quarters) {
            range = quarter.draw(error(quarters, quarter.day), tested, held, seed);
            if (range != null && quarter.finalCounted > 0) {
                double came = 100.0 * quarter.finalMet / quarter.finalCounted;
                tested++;
                held += came >= range.low - 0.05 && came <= range.high + 0.05 ? 1 : 0;
            }
        }
        return range;
    }

    /** Of the quarters that were over by that day. */
    private static double error(List<Quarter> quarters, LocalDate day) {
        double squares = FIRST_MONTHS * FIRST_ERROR * FIRST_ERROR;
        int count = FIRST_MONTHS;
        for (Quarter quarter : quarters) {
            int came = quarter.finalCounted - quarter.counted;
            if (quarter.finalCounted >= 0 && !end(quarter.day).isAfter(day) && came > 0 && quarter.late + quarter.inTime > 0) {
                int late = came - (quarter.finalMet - quarter.met);
                double share = (late + 0.5) / (came + 1);
                double noise = 1 / (came * share * (1 - share) + 1);
                double off = Experience.logOdds(share) - Experience.logOdds(quarter.share());
                squares += Math.max(0, off * off - noise);
                count++;
            }
        }
        return Math.sqrt(squares / count);
    }

    /** That is late, of those still to be counted. */
    private double share() {
        return (late + 0.05) / (late + inTime + 0.1);
    }

    private Range draw(double error, int tested, int held, long seed) {
        double open = late + inTime;
        if (counted + open < 0.5) {
            return null;
        }
        Random random = new Random(seed);
        double[] results = new double[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            int come = (int) Math.max(counted == 0 ? 1 : 0, Math.round(open + Math.sqrt(open) * random.nextGaussian()));
            double share = 1 / (1 + Math.exp(-(Experience.logOdds(share()) + error * random.nextGaussian())));
            int missed = binomial(come, share, random);
            results[i] = 100.0 * (met + come - missed) / (counted + come);
        }
        Arrays.sort(results);
        return new Range(begin(day), counted, met, 100 * (met + inTime) / (counted + open), results[(int) (DRAWS * LOW)], results[(int) (DRAWS * (1 - LOW))], tested, held);
    }

    private static int binomial(int count, double share, Random random) {
        if (count > 200) {
            double spread = Math.sqrt(count * share * (1 - share));
            return (int) Math.max(0, Math.min(count, Math.round(count * share + spread * random.nextGaussian())));
        }
        int hits = 0;
        for (int i = 0; i < count; i++) {
            hits += random.nextDouble() < share ? 1 : 0;
        }
        return hits;
    }
}
