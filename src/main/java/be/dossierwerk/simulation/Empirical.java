package be.dossierwerk.simulation;

import java.util.Collection;

/** What was observed, as a distribution to draw from: each observation is as likely. */
final class Empirical {

    final String key;
    final double[] sorted;

    Empirical(String key, double... values) {
        this.key = key;
        this.sorted = values.clone();
        java.util.Arrays.sort(sorted);
    }

    static Empirical of(String key, Collection<? extends Number> values) {
        return new Empirical(key, values.stream().mapToDouble(Number::doubleValue).toArray());
    }

    int size() {
        return sorted.length;
    }

    double quantile(double share) {
        return quantile(sorted, share);
    }

    double mean() {
        return java.util.Arrays.stream(sorted).average().orElse(0);
    }

    static double quantile(double[] sorted, double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
