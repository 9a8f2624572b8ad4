package be.dossierwerk.deadline;

import be.dossierwerk.security.Roles;
import java.time.LocalDate;
import java.util.List;

/** A step of the ladder: the share of the term that has been counted, and the role that follows it up from then on (procedures.md D10). */
record EscalationStep(int percent, String addressee) {

    private static final int OVERDUE = 100;

    static final List<EscalationStep> ALL = List.of(new EscalationStep(50, Roles.HANDLER), new EscalationStep(75, Roles.TEAM_LEAD),
            new EscalationStep(90, Roles.HEAD), new EscalationStep(OVERDUE, Roles.HEAD));

    boolean overdue() {
        return percent == OVERDUE;
    }

    /** The last day itself is on time, so the last step comes the day after; null while an open pause keeps it unknown. */
    LocalDate comesOn(TermFacts facts, TermAccount account) {
        if (overdue()) {
            return account.effectiveDue() == null ? null : account.effectiveDue().plusDays(1);
        }
        return TermAccount.reaches(facts, percent);
    }
}
