package be.dossierwerk.mining;

import java.util.Arrays;

/** Between the two values where the share falls, as the database counts it (percentile_cont). */
final class Percentile {

    private Percentile() { }

    /** 0 of nothing. */
    static double of(double share, double[] values) {
        if (values.length == 0) {
            return 0;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = (int) Math.ceil(place);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
