package be.dossierwerk.deposit;

/** Where a deposit stands; computed from its movements, never kept (procedures.md 1.12). */
public enum DepositState {
    /** Nothing was paid in, or all of it was countered. */
    LEEG,
    GESTORT,
    GEBLOKKEERD,
    /** Partly called on: less is left than was paid in. */
    AANGESPROKEN,
    /** Wholly called on. */
    UITGEPUT,
    VRIJGEGEVEN,
    VERBEURD,
    NAAR_BOEDEL;

    /** The money went to who had a right to the rest: nothing moves any more, except by a counter-entry. */
    boolean settled() {
        return this == VRIJGEGEVEN || this == VERBEURD || this == NAAR_BOEDEL;
    }
}
