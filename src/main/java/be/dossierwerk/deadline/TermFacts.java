package be.dossierwerk.deadline;

import java.time.LocalDate;
import java.util.List;

/**
 * All that the account of one term is computed from: the rule's figures, the event date (itself not counted), pauses and extension in calendar
 * days, and the calendar that says which days are worked.
 */
record TermFacts(TermUnit unit, int amount, MonthRule monthRule, TermClock clock, RollRule roll, LocalDate start, List<Pause> pauses,
                 int extensionDays, BelgianCalendar calendar) {

    TermFacts {
        boolean namesDay = unit == TermUnit.DAY_OF_NEXT_MONTH || unit == TermUnit.WORKING_DAY_OF_MONTH;
        if (extensionDays < 0 || amount < (namesDay ? 1 : 0) || unit == TermUnit.DAY_OF_NEXT_MONTH && amount > 31) {
            throw new IllegalArgumentException("term outside the definitions: " + amount + " " + unit + ", extended by " + extensionDays);
        }
        pauses = List.copyOf(pauses);
    }

    /** By the legal holidays, before any day was changed. */
    TermFacts(TermUnit unit, int amount, MonthRule monthRule, TermClock clock, RollRule roll, LocalDate start, List<Pause> pauses, int extensionDays) {
        this(unit, amount, monthRule, clock, roll, start, pauses, extensionDays, BelgianCalendar.LEGAL);
    }

    /** All but the calendar, written as it always was: the check numbers of accounts that were printed before must come back the same. */
    String figures() {
        return "TermFacts[unit=%s, amount=%d, monthRule=%s, clock=%s, roll=%s, start=%s, pauses=%s, extensionDays=%d]".formatted(unit, amount, monthRule,
                clock, roll, start, pauses, extensionDays);
    }

    TermFacts under(BelgianCalendar other) {
        return new TermFacts(unit, amount, monthRule, clock, roll, start, pauses, extensionDays, other);
    }
}
