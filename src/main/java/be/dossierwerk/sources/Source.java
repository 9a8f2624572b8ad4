package be.dossierwerk.sources;

/** The authentic sources that the product knows; the lower-case name is their place under {@code dossierwerk.sources.url}. */
public enum Source {

    /** Enterprise register: status, successor, who may bind the undertaking, directors. */
    KBO("de KBO"),
    /** Social security: debt and repayment plan. */
    RSZ("de RSZ"),
    /** Tax: debt and repayment plan. */
    FISCUS("de FOD Financiën"),
    /** Register of bankruptcies. */
    REGSOL("RegSol");

    private final String inWords;

    Source(String inWords) {
        this.inWords = inWords;
    }

    /** As Dutch sentences of the record name it, with its article. */
    public String inWords() {
        return inWords;
    }

    boolean tellsDebt() {
        return this == RSZ || this == FISCUS;
    }
}
