package be.dossierwerk.recovery;

/** Where a recovery stands; computed, never kept. */
public enum RecoveryState {
    GEOPEND, BEREKEND, TE_BETALEN, AFBETALING, VOLDAAN,
    /** Nothing is left to pay, and all that was owed was waived. */
    KWIJTGESCHOLDEN,
    /** The undertaking paid too much: the department owes it the difference. */
    TERUG_TE_BETALEN,
    /** The decision was annulled and no money is left to move. */
    VERNIETIGD;

    /** Whether somebody still has to calculate, decide, pay or refund. */
    public boolean open() {
        return this != VOLDAAN && this != KWIJTGESCHOLDEN && this != VERNIETIGD;
    }
}
