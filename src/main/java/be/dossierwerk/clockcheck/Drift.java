package be.dossierwerk.clockcheck;

/** One thing that says another date than the ledger; all in Dutch, for the record is a legal one. {@code thing} is the timer, task or term. */
record Drift(Kind kind, String dossier, String thing, String what, String expected, String found, String cause) {

    enum Kind { TIMER, TIMER_ONTBREEKT, TERM, RIJ, RIJ_ONTBREEKT, RIJ_ZONDER_TAAK, TAAKDATUM }

    Drift because(String why) {
        return new Drift(kind, dossier, thing, what, expected, found, why);
    }
}
