package be.dossierwerk.forecast;

import be.dossierwerk.forecast.BackTest.Scored;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * How well the chances that were given held. {@code error}: expected calibration error over ten bins; {@code z}: Spiegelhalter's statistic, with the
 * dossier as the unit, since one dossier is predicted in several months; {@code skill}: by how much the Brier score beats that of the share that
 * missed, which nobody could know beforehand; {@code skillAtLeast}: with 97.5 % certainty, by drawing dossiers again and again.
 */
record Scores(int predictions, int dossiers, int missedDossiers, List<Bin> bins, double error, double brier, double base, double skill, double skillAtLeast, double z) {

    /** {@code chance}: mean of what was said; {@code missed}: share that missed. */
    record Bin(int from, int count, double chance, double missed) { }

    private static final int BINS = 10;
    private static final int DRAWS = 400;
    private static final double UNCERTAIN = 0.025;
    /** Months that count: the newest ones. */
    private static final int MONTHS = 12;

    private static final class Cluster {
        private int count;
        private int missed;
        private double squares;
        private double spiegelhalter;
    }

    static List<Scored> newest(List<Scored> all) {
        List<LocalDate> days = all.stream().map(Scored::day).distinct().sorted().toList();
        LocalDate from = days.isEmpty() ? LocalDate.MAX : days.get(Math.max(0, days.size() - MONTHS));
        return all.stream().filter(scored -> !scored.day().isBefore(from)).toList();
    }

    static Scores of(List<Scored> scored, long seed) {
        Map<String, Cluster> clusters = new TreeMap<>();
        double[] chances = new double[BINS];
        int[] missed = new int[BINS];
        int[] counts = new int[BINS];
        for (Scored each : scored) {
            int bin = Math.min(BINS - 1, (int) (each.chance() * BINS));
            int outcome = each.missed() ? 1 : 0;
            counts[bin]++;
            chances[bin] += each.chance();
            missed[bin] += outcome;
            Cluster cluster = clusters.computeIfAbsent(each.dossier(), dossier -> new Cluster());
            cluster.count++;
            cluster.missed += outcome;
            cluster.squares += (each.chance() - outcome) * (each.chance() - outcome);
            cluster.spiegelhalter += (outcome - each.chance()) * (1 - 2 * each.chance());
        }
        List<Bin> bins = new ArrayList<>();
        double error = 0;
        for (int i = 0; i < BINS; i++) {
            if (counts[i] > 0) {
                bins.add(new Bin(10 * i, counts[i], chances[i] / counts[i], (double) missed[i] / counts[i]));
                error += Math.abs(chances[i] - missed[i]) / scored.size();
            }
        }
        Cluster[] drawn = clusters.values().toArray(Cluster[]::new);
        double[] whole = figures(List.of(drawn));
        double sum = clusters.values().stream().mapToDouble(cluster -> cluster.spiegelhalter).sum();
        double spread = Math.sqrt(clusters.values().stream().mapToDouble(cluster -> cluster.spiegelhalter * cluster.spiegelhalter).sum());
        return new Scores(scored.size(), drawn.length, (int) clusters.values().stream().filter(cluster -> cluster.missed > 0).count(), List.copyOf(bins), error, whole[0], whole[1],
                skill(whole), lowest(drawn, seed), spread == 0 ? 0 : sum / spread);
    }

    /** Brier score, and that of the share itself. */
    private static double[] figures(Collection<Cluster> clusters) {
        int count = 0;
        int missed = 0;
        double squares = 0;
        for (Cluster cluster : clusters) {
            count += cluster.count;
            missed += cluster.missed;
            squares += cluster.squares;
        }
        double share = count == 0 ? 0 : (double) missed / count;
        return new double[] {count == 0 ? 0 : squares / count, share * (1 - share)};
    }

    private static double skill(double[] figures) {
        return figures[1] == 0 ? 0 : 1 - figures[0] / figures[1];
    }

    private static double lowest(Cluster[] clusters, long seed) {
        if (clusters.length == 0) {
            return 0;
        }
        Random random = new Random(seed);
        double[] skills = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            List<Cluster> again = new ArrayList<>(clusters.length);
            for (int i = 0; i < clusters.length; i++) {
                again.add(clusters[random.nextInt(clusters.length)]);
            }
            skills[draw] = skill(figures(again));
        }
        Arrays.sort(skills);
        return skills[(int) (DRAWS * UNCERTAIN)];
    }
}
