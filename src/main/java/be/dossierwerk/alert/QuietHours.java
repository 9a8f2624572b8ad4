package be.dossierwerk.alert;

import be.dossierwerk.shared.MovableClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.function.BiFunction;

/** When people may be disturbed: on working days from {@code from} up to {@code until}, Brussels time; {@code from} lies before {@code until}. */
record QuietHours(LocalTime from, LocalTime until) {

    QuietHours {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("dossierwerk.alerts.from (" + from + ") must lie before dossierwerk.alerts.until (" + until + ")");
        }
    }

    /** That moment itself when it is not quiet, otherwise the first one after it; {@code workingDay}: the n-th working day after a day. */
    Instant firstAllowed(Instant moment, BiFunction<LocalDate, Integer, LocalDate> workingDay) {
        ZonedDateTime local = moment.atZone(MovableClock.BRUSSELS);
        LocalDate day = local.toLocalDate();
        // Working days are counted from the day before, so the day itself is the first when it is one.
        LocalDate open = workingDay.apply(day.minusDays(1), 1);
        if (open.equals(day) && !local.toLocalTime().isBefore(until)) {
            open = workingDay.apply(day, 1);
        }
        return open.equals(day) && !local.toLocalTime().isBefore(from) ? moment : open.atTime(from).atZone(MovableClock.BRUSSELS).toInstant();
    }
}
