package be.dossierwerk.deadline;

import java.time.LocalDate;
import java.util.List;

/** All that the account of one term is computed from: the rule's figures, the event date (itself not counted), pauses and extension in calendar days. */
record TermFacts(TermUnit unit, int amount, MonthRule monthRule, TermClock clock, RollRule roll, LocalDate start, List<Pause> pauses,
                 int extensionDays) {

    TermFacts {
        boolean namesDay = unit == TermUnit.DAY_OF_NEXT_MONTH || unit == TermUnit.WORKING_DAY_OF_MONTH;
        if (extensionDays < 0 || amount < (namesDay ? 1 : 0) || unit == TermUnit.DAY_OF_NEXT_MONTH && amount > 31) {
            throw new IllegalArgumentException("term outside the definitions: " + amount + " " + unit + ", extended by " + extensionDays);
        }
        pauses = List.copyOf(pauses);
    }
}
