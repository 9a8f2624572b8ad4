package be.dossierwerk.simulation;

import java.util.Arrays;

/**
 * Numbers between 0 and 1 that depend only on what they are for: the same dossier draws the same number at the same step of the old and of the
 * new diagram, so that a difference comes from the diagram and not from luck.
 */
final class Chance {

    private Chance() { }

    static long mix(long a, long b) {
        long z = a * 0x9E3779B97F4A7C15L + b + 0x632BE59BD9B4E019L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    static long of(String text) {
        long hash = 1125899906842597L;
        for (int i = 0; i < text.length(); i++) {
            hash = 31 * hash + text.charAt(i);
        }
        return mix(hash, text.length());
    }

    static double uniform(long bits) {
        return (mix(bits, 17) >>> 11) * 0x1.0p-53;
    }

    /** As many values, drawn again out of the same: how it could have been when history is only a sample. */
    static double[] resample(double[] values, long seed) {
        double[] again = new double[values.length];
        for (int i = 0; i < again.length; i++) {
            again[i] = values[(int) (uniform(mix(seed, i)) * values.length)];
        }
        Arrays.sort(again);
        return again;
    }
}
