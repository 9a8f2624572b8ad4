package be.dossierwerk.disposal;

import java.time.LocalDate;
import java.util.List;

/** A dossier whose term is over: by which rule, counted from which day, since when it may go, and what holds it back. {@code proposal}: null when none is open. */
public record DueDossier(String number, String procedure, String subject, String outcome, RetentionRule rule, LocalDate countedFrom, LocalDate dueOn,
                         List<Hindrance> hindrances, Proposal proposal) {

    /** The open proposal to destroy it. */
    public record Proposal(long id, String by, String byName, LocalDate on, String reason) { }

    public boolean free() {
        return hindrances.isEmpty();
    }
}
