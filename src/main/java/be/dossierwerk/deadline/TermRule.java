package be.dossierwerk.deadline;

import java.util.Set;

/** A version of a term's rule, as the table holds it; only pauses of {@code pauseGrounds} stop it. */
record TermRule(String code, int version, String name, String nature, TermUnit unit, int amount, MonthRule monthRule, Set<PauseGround> pauseGrounds,
                RollRule roll, boolean escalates, String lapseEffect) {

    /** Silence at its end has an effect in law: only two people together may keep it from ending. */
    boolean guarded() {
        return lapseEffect != null;
    }
}
