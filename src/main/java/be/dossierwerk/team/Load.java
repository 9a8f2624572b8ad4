package be.dossierwerk.team;

import java.time.LocalDate;

/**
 * Open work in numbers. {@code open}: what can be worked on, of which {@code overdue}, {@code thisWeek} (from today on) and {@code nextWeek} by last day;
 * {@code paused}: what waits for somebody outside, not among the others. {@code tightest}: the first last day, null without one.
 */
public record Load(int open, int overdue, int thisWeek, int nextWeek, int paused, LocalDate tightest) {

    static final Load NONE = new Load(0, 0, 0, 0, 0, null);

    /** What must be done by Sunday: also what is late already. */
    int untilSunday() {
        return overdue + thisWeek;
    }

    public int untilNextSunday() {
        return untilSunday() + nextWeek;
    }
}
