package be.dossierwerk.team;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** This week from today on, and the week after it, each up to and including its Sunday. */
public record Weeks(LocalDate today, LocalDate sunday, LocalDate nextSunday) {

    public static Weeks of(LocalDate today) {
        LocalDate sunday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        return new Weeks(today, sunday, sunday.plusWeeks(1));
    }

    public LocalDate nextMonday() {
        return sunday.plusDays(1);
    }

    /** The days from today to Sunday that fit. */
    int daysThisWeek(Predicate<LocalDate> fits) {
        return count(today, sunday, fits);
    }

    int daysNextWeek(Predicate<LocalDate> fits) {
        return count(nextMonday(), nextSunday, fits);
    }

    /** The days from the first to the last that fit, both included. */
    static int count(LocalDate first, LocalDate last, Predicate<LocalDate> fits) {
        return (int) Stream.iterate(first, day -> !day.isAfter(last), day -> day.plusDays(1)).filter(fits).count();
    }
}
