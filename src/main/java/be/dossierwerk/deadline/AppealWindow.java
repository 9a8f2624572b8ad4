package be.dossierwerk.deadline;

import java.time.LocalDate;
import java.util.List;

/**
 * Between which days an appeal to the Raad van State is possible, and from which day a decision without one is called final
 * (procedures.md 1.10, 4.2, 4.3; Regentsbesluit 23-8-1948 art. 4 and 88; wetten Raad van State art. 19).
 */
public record AppealWindow(LocalDate notifiedOn, LocalDate first, LocalDate last, LocalDate definitive) {

    /** How the decision was notified, or how its receipt is known. */
    public enum Way {
        /** By ordinary registered letter, handed to the post on that day. */
        AANGETEKEND,
        /** The post's receipt carries that day. */
        ONTVANGSTBEWIJS,
        /** The addressee refused the letter on that day. */
        GEWEIGERD,
        /** The addressee proves that it came on that day, later than presumed. */
        TEGENBEWIJS,
        /** Available on the portal or mailed on that day. */
        ELEKTRONISCH
    }

    public record Notice(Way way, LocalDate on, boolean clauseMissing) { }

    /** {@code postDays}: working days until a registered letter counts as received; {@code margin}: days after the last one. */
    public record Lengths(int days, int monthsWithoutClause, int postDays, int margin) { }

    public static AppealWindow of(Notice notice, Lengths lengths, BelgianCalendar calendar) {
        boolean presumed = notice.way == Way.AANGETEKEND;
        LocalDate notified = presumed ? calendar.workingDay(notice.on, lengths.postDays) : notice.on;
        // The day after the receipt is the first one; a presumed day of receipt is itself counted in.
        LocalDate first = presumed ? notified : notified.plusDays(1);
        if (notice.clauseMissing) {
            // The latest day that can be defended: months by variant B, and the term after them.
            first = TermAccount.of(new TermFacts(TermUnit.MONTHS, lengths.monthsWithoutClause, MonthRule.B, TermClock.TOTAL, RollRule.NONE, notified,
                    List.of(), 0, calendar), notified).effectiveDue().plusDays(1);
        }
        LocalDate last = calendar.roll(first.plusDays(lengths.days - 1L), RollRule.LEGAL);
        return new AppealWindow(notified, first, last, last.plusDays(lengths.margin));
    }
}
