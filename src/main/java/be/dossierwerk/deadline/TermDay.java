package be.dossierwerk.deadline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * One day of a term: whether it counts, how many days have counted up to it, and why. Walked day by day from the definitions of terms/README,
 * apart from {@link TermAccount}, which computes with intervals: that the two agree is tested, and each proves the other.
 */
record TermDay(LocalDate date, boolean counts, int total, Why why, FilePause pause, boolean paused, Mark mark) {

    /** Why the day counts or does not, apart from pauses. */
    enum Why { EVENT, ORDINARY, SATURDAY, SUNDAY, HOLIDAY }

    /** What the day is in the term: the last one before and after rolling, one that was only rolled over, or one too late. */
    enum Mark { NONE, LAST, LAST_BUT_ROLLS, ROLLED, ROLLED_LAST, LATE }

    /** From the event to the last day or to {@code asOf}, whichever is later; {@code pauses} are those that stop the term. */
    static List<TermDay> of(TermFacts facts, List<FilePause> pauses, LocalDate asOf) {
        TermAccount account = TermAccount.of(facts, asOf);
        LocalDate until = account.effectiveDue() == null || asOf.isAfter(account.effectiveDue()) ? asOf : account.effectiveDue();
        List<TermDay> days = new ArrayList<>();
        days.add(new TermDay(facts.start(), false, 0, Why.EVENT, null, false, mark(facts.start(), account)));
        int total = 0;
        for (LocalDate date = facts.start().plusDays(1); !date.isAfter(until); date = date.plusDays(1)) {
            FilePause pause = pauseOn(date, facts.start(), pauses);
            boolean stopped = pause != null && facts.clock() == TermClock.WSE;
            boolean works = facts.unit() != TermUnit.WORKING_DAYS || facts.calendar().isWorking(date);
            boolean counts = works && !stopped;
            total += counts ? 1 : 0;
            days.add(new TermDay(date, counts, total, why(date, facts.calendar()), pause, stopped, mark(date, account)));
        }
        return days;
    }

    private static FilePause pauseOn(LocalDate date, LocalDate start, List<FilePause> pauses) {
        return pauses.stream().filter(pause -> date.isAfter(pause.opened()) && date.isAfter(start)
                && (pause.closed() == null || !date.isAfter(pause.closed()))).findFirst().orElse(null);
    }

    private static Why why(LocalDate date, BelgianCalendar calendar) {
        if (calendar.isHoliday(date)) {
            return Why.HOLIDAY;
        }
        return date.getDayOfWeek() == DayOfWeek.SUNDAY ? Why.SUNDAY : date.getDayOfWeek() == DayOfWeek.SATURDAY ? Why.SATURDAY : Why.ORDINARY;
    }

    private static Mark mark(LocalDate date, TermAccount account) {
        LocalDate nominal = account.nominalDue();
        LocalDate last = account.effectiveDue();
        if (last == null || date.isBefore(nominal)) {
            return Mark.NONE;
        }
        if (date.isAfter(last)) {
            return Mark.LATE;
        }
        if (date.equals(nominal)) {
            return nominal.equals(last) ? Mark.LAST : Mark.LAST_BUT_ROLLS;
        }
        return date.equals(last) ? Mark.ROLLED_LAST : Mark.ROLLED;
    }
}
