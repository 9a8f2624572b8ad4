package be.dossierwerk.forecast;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * What the dossiers of one norm taught up to now: of those still open with so many days left, how many missed; the same per step, kind, channel and
 * workload. It only knows what it was given, so that nothing of later can slip in.
 */
final class Experience {

    /** {@code base}: of all that began; {@code time}: of those open with so many days left; {@code shares}: of those with this feature too; {@code weights}: in log-odds. */
    record View(double base, double time, Map<Feature, Double> shares, Map<Feature, Double> weights) {

        double timeWeight() {
            return logOdds(time) - logOdds(base);
        }

        double chance(Recipe recipe) {
            double sum = logOdds(time);
            for (Feature feature : recipe.features()) {
                sum += weights.get(feature);
            }
            return 1 / (1 + Math.exp(-sum));
        }
    }

    private static final class Cells {
        private double[] alive = new double[32];
        private double[] missed = new double[32];

        void add(int left, boolean late) {
            if (left >= alive.length) {
                alive = Arrays.copyOf(alive, Math.max(left + 1, 2 * alive.length));
                missed = Arrays.copyOf(missed, alive.length);
            }
            alive[left]++;
            missed[left] += late ? 1 : 0;
        }

        /** Towards the coarser group, which counts for as many dossiers as {@code weight}. */
        double share(int left, double coarser, double weight) {
            return left < alive.length ? (missed[left] + weight * coarser) / (alive[left] + weight) : coarser;
        }

        void fade(double factor) {
            for (int i = 0; i < alive.length; i++) {
                alive[i] *= factor;
                missed[i] *= factor;
            }
        }
    }

    /** Dossiers that the norm as a whole counts for beside those with as many days left. */
    private static final double OF_NORM = 2;
    /** Dossiers that those with as many days left count for beside those that also share a feature. */
    private static final double OF_DAYS = 20;

    private final double halfLifeDays;
    private final Cells days = new Cells();
    private final Map<Feature, Map<String, Cells>> cells = new EnumMap<>(Feature.class);
    private double begun;
    private double late;

    Experience(double halfLifeDays) {
        this.halfLifeDays = halfLifeDays;
        for (Feature feature : Feature.values()) {
            cells.put(feature, new HashMap<>());
        }
    }

    /** What is older weighs less. */
    void age(long passed) {
        double factor = Math.pow(0.5, passed / halfLifeDays);
        begun *= factor;
        late *= factor;
        days.fade(factor);
        cells.values().forEach(values -> values.values().forEach(each -> each.fade(factor)));
    }

    /** Every morning counts, as a chance is asked on any morning. {@code begin}: before that day only the dossiers that lasted are known. */
    void learn(Course course, Workload workload, LocalDate begin) {
        begun++;
        late += course.missed() ? 1 : 0;
        for (int i = 0; i < course.mornings().count(); i++) {
            Course.Morning morning = course.mornings().get(i);
            if (morning.day().isBefore(begin)) {
                continue;
            }
            days.add(morning.left(), course.missed());
            for (Feature feature : Feature.values()) {
                cells.get(feature).computeIfAbsent(feature.of(course, morning, workload), value -> new Cells()).add(morning.left(), course.missed());
            }
        }
    }

    View of(Course course, Course.Morning morning, Workload workload) {
        double base = (late + 0.5) / (begun + 1);
        double time = days.share(morning.left(), base, OF_NORM);
        Map<Feature, Double> shares = new EnumMap<>(Feature.class);
        Map<Feature, Double> weights = new EnumMap<>(Feature.class);
        for (Feature feature : Feature.values()) {
            Cells known = cells.get(feature).get(feature.of(course, morning, workload));
            double share = known == null ? time : known.share(morning.left(), time, OF_DAYS);
            shares.put(feature, share);
            weights.put(feature, logOdds(share) - logOdds(time));
        }
        return new View(base, time, shares, weights);
    }

    double begun() {
        return begun;
    }

    static double logOdds(double share) {
        return Math.log(share / (1 - share));
    }
}
