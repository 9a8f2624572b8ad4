package be.dossierwerk.deadline;

import be.dossierwerk.shared.MovableClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import org.springframework.stereotype.Component;

/** The dates that timers in the diagrams ask for, as {@code ${deadlines.endOf('T-REC-04', execution.processBusinessKey)}}. */
@Component("deadlines")
public class Deadlines {

    /** What a timer waits for while its day is unknown: never too early, and recalculated as soon as the term moves. */
    private static final LocalDate NOT_YET_KNOWN = LocalDate.of(2999, 12, 31);

    private final Ledger ledger;
    private final Terms terms;

    Deadlines(Ledger ledger, Terms terms) {
        this.ledger = ledger;
        this.terms = terms;
    }

    /**
     * Midnight in Brussels after the last day of the running term; 31 December 2999 while it is paused, or when no such term runs.
     * @throws IllegalArgumentException for a rule that does not exist: a mistake in a diagram
     */
    public Date endOf(String rule, String dossier) {
        if (!ledger.knows(rule)) {
            throw new IllegalArgumentException("no term rule " + rule);
        }
        return Date.from(after(terms.due(dossier, rule)));
    }

    /** As {@link #endOf}, so many days earlier, to warn before the end: {@code ${deadlines.before('T-OFT-01', 5, execution.processBusinessKey)}}. */
    public Date before(String rule, int days, String dossier) {
        if (!ledger.knows(rule)) {
            throw new IllegalArgumentException("no term rule " + rule);
        }
        LocalDate due = terms.due(dossier, rule);
        return Date.from(after(due == null ? null : due.minusDays(days)));
    }

    /** As {@link #endOf}, from last days that were read in bulk: null for one that is unknown or of which no term runs. */
    public static Instant after(LocalDate due) {
        LocalDate day = due == null ? NOT_YET_KNOWN : due.plusDays(1);
        return day.atStartOfDay(MovableClock.BRUSSELS).toInstant();
    }
}
