package be.dossierwerk.simulation;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * What a simulation found, with what it rests on. {@code now}: the published diagrams with today's people; {@code then}: what is proposed. Both were drawn
 * with the same luck, so a difference comes from the change. A range holds 90 of 100 repetitions.
 */
public record Outcome(String procedure, LocalDate from, LocalDate to, long seed, int repetitions, int dossiers, int finished, boolean enough,
                      List<Norm> norms, List<Step> steps, List<Group> groups, Range daysNow, Range daysThen, Range daysDifference,
                      int unfinished, int endless, List<Said> assumptions) {

    /** Points of a hundred that the year played again may be off before its own numbers say little. */
    private static final int FAITHFUL_POINTS = 10;

    public record Range(double low, double middle, double high) {

        static Range of(double[] values) {
            double[] sorted = Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
            return sorted.length == 0 ? null : new Range(Empirical.quantile(sorted, 0.05), Empirical.quantile(sorted, 0.5), Empirical.quantile(sorted, 0.95));
        }

        /** Whether the whole range lies on one side of nothing. */
        public boolean certain() {
            return low > 0 || high < 0;
        }

        public boolean holds(double value) {
            return value >= low && value <= high;
        }
    }

    /**
     * Shares between 0 and 1. {@code real}: what happened in the year, of {@code realOf} terms; null without any.
     * {@code unit} and {@code amount}: the length of the term.
     */
    public record Norm(String rule, String name, String unit, int amount, Double real, int realOf, Range now, Range then, Range difference) {

        /** In points of a hundred; null without a real figure. */
        public Double error() {
            return real == null || now == null ? null : 100 * (now.middle() - real);
        }
    }

    /** Waiting in days before somebody takes up a step (or until somebody outside answered); null where the step does not exist or nobody came there. */
    public record Step(String process, String element, String name, Double real, int realOf, Range now, Range ninetyNow, Range then, Range ninetyThen, Range difference) { }

    /** Hours of work in the year, and which share of the hours there are. */
    public record Group(String group, Range hoursNow, Range hoursThen, Range busyNow, Range busyThen) { }

    /** A sentence of the messages: {@code simulation.said.<key>}. An argument that begins with {@code days:} holds days of the week in bits. */
    public record Said(String key, List<String> args) {

        static Said of(String key, Object... args) {
            return new Said(key, Arrays.stream(args).map(String::valueOf).toList());
        }

        static Said days(String key, String name, int mask) {
            return of(key, name, "days:" + mask);
        }
    }

    /** The norm that people steer by; null where no term was ever measured. */
    public Norm main() {
        return norms.isEmpty() ? null : norms.get(0);
    }

    /** Whether the past year came out about as it was; so too when there is nothing to compare it with. */
    public boolean faithful() {
        return main() == null || main().error() == null || Math.abs(main().error()) <= FAITHFUL_POINTS;
    }
}
