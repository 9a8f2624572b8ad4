package be.dossierwerk.deadline;

import be.dossierwerk.security.Roles;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/** A step of the ladder: the share of the term that has been counted, and the role that follows it up from then on (procedures.md D10). */
record EscalationStep(int percent, String addressee) {

    private static final int OVERDUE = 100;

    static final List<EscalationStep> ALL = List.of(new EscalationStep(50, Roles.HANDLER), new EscalationStep(75, Roles.TEAM_LEAD),
            new EscalationStep(90, Roles.HEAD), new EscalationStep(OVERDUE, Roles.HEAD));

    boolean overdue() {
        return percent == OVERDUE;
    }

    /** The day of the first step that is left to climb; null when none is, or while the term stands still, when it cannot be known. */
    static LocalDate nextOn(DossierTerm term, TermAccount account, Supplier<Set<Integer>> stepsTaken) {
        if (!term.running() || !term.rule().escalates() || account.standsStill()) {
            return null;
        }
        Set<Integer> taken = stepsTaken.get();
        return ALL.stream().filter(step -> !taken.contains(step.percent())).map(step -> step.comesOn(term.facts(), account))
                .filter(Objects::nonNull).min(LocalDate::compareTo).orElse(null);
    }

    /** The last day itself is on time, so the last step comes the day after; null while an open pause keeps it unknown. */
    LocalDate comesOn(TermFacts facts, TermAccount account) {
        if (overdue()) {
            return account.effectiveDue() == null ? null : account.effectiveDue().plusDays(1);
        }
        return TermAccount.reaches(facts, percent);
    }
}
