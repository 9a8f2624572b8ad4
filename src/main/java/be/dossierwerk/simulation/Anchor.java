package be.dossierwerk.simulation;

import java.util.function.ToLongFunction;

/** The moment of a dossier on which a term starts or stops, found by comparing its days with those of every step. {@code key} is null without a step. */
record Anchor(Moment moment, String key, double share, int seen) {

    enum Moment { RECEIVED, ENDED, ENTERED, COMPLETED, RECEIVED_OR_COMPLETED }

    static final long NEVER = Long.MIN_VALUE;
    /** Days that agree less often are no rule. */
    static final double SURE = 0.6;

    boolean isKnown() {
        return seen >= Parameters.ENOUGH && share >= SURE;
    }

    /** In minutes; NEVER when the dossier did not come there. {@code entered} and {@code completed} give NEVER for a step that was not passed. */
    long at(long received, long ended, ToLongFunction<String> entered, ToLongFunction<String> completed) {
        return switch (moment) {
            case RECEIVED -> received;
            case ENDED -> ended;
            case ENTERED -> entered.applyAsLong(key);
            case COMPLETED -> completed.applyAsLong(key);
            case RECEIVED_OR_COMPLETED -> Math.max(received, completed.applyAsLong(key));
        };
    }
}
