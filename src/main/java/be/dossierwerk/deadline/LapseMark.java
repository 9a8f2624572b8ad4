package be.dossierwerk.deadline;

import java.time.LocalDate;
import java.util.Arrays;

/** A moment of the countdown of which a named person must say to know: its start, or so many days before the last day. */
public enum LapseMark {
    START(0), DAYS_14(14), DAYS_7(7), DAYS_3(3), DAYS_1(1);

    private final int daysLeft;

    LapseMark(int daysLeft) {
        this.daysLeft = daysLeft;
    }

    /** Zero for the start. */
    public int daysLeft() {
        return daysLeft;
    }

    /** As the table holds it. */
    String code() {
        return this == START ? "START" : String.valueOf(daysLeft);
    }

    static LapseMark of(String code) {
        return Arrays.stream(values()).filter(mark -> mark.code().equals(code)).findFirst().orElseThrow();
    }

    /** The day on which it is reached; null while the last day is unknown, and where the term is too short for it. */
    LocalDate on(LocalDate start, LocalDate due) {
        if (this == START) {
            return start;
        }
        LocalDate day = due == null ? null : due.minusDays(daysLeft);
        return day == null || !day.isAfter(start) ? null : day;
    }
}
