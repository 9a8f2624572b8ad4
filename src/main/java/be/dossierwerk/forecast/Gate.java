package be.dossierwerk.forecast;

/** Whether the chances of a norm may be shown, from how those of earlier months held. */
enum Gate {
    /** They held, and said more than the share that misses. */
    OPEN,
    /** Too few dossiers to know. */
    TE_WEINIG,
    /** What was said and what came differ too much. */
    KALIBRATIE,
    /** They say no more than the share that misses. */
    SCHERPTE,
    /** A norm that cannot be missed by waiting. */
    SOORT;

    private static final int DOSSIERS = 100;
    private static final int EITHER_WAY = 10;
    /** So small that it makes no difference to whoever reads it, whatever a test says of many cases. */
    private static final double SMALL_ERROR = 0.025;
    private static final double LARGEST_ERROR = 0.05;
    /** Spiegelhalter, at one percent. */
    private static final double LARGEST_Z = 2.58;
    private static final double LEAST_SKILL = 0.02;

    static Gate of(Scores scores) {
        if (scores.dossiers() < DOSSIERS || scores.missedDossiers() < EITHER_WAY || scores.dossiers() - scores.missedDossiers() < EITHER_WAY) {
            return TE_WEINIG;
        }
        if (scores.error() > SMALL_ERROR && (scores.error() > LARGEST_ERROR || Math.abs(scores.z()) > LARGEST_Z)) {
            return KALIBRATIE;
        }
        return scores.skill() < LEAST_SKILL || scores.skillAtLeast() <= 0 ? SCHERPTE : OPEN;
    }
}
