package be.dossierwerk.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.dossierwerk.deadline.BelgianCalendar;
import be.dossierwerk.shared.MovableClock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

    private final QuietHours quietHours = new QuietHours(LocalTime.of(8, 0), LocalTime.of(18, 0));

    @ParameterizedTest(name = "{0}: {1}, delivered {2}")
    @CsvSource({
        "within office hours, 2027-03-02T10:15, 2027-03-02T10:15",
        "at the opening, 2027-03-02T08:00, 2027-03-02T08:00",
        "just before the opening, 2027-03-02T07:59:59, 2027-03-02T08:00",
        "just before the closing, 2027-03-02T17:59:59, 2027-03-02T17:59:59",
        "at the closing, 2027-03-02T18:00, 2027-03-03T08:00",
        "at midnight, 2027-03-02T00:00, 2027-03-02T08:00",
        "Friday evening, 2027-03-05T20:00, 2027-03-08T08:00",
        "Saturday, 2027-03-06T10:00, 2027-03-08T08:00",
        "Sunday night before summer time, 2027-03-28T02:30, 2027-03-30T08:00",
        "Easter Monday, 2027-03-29T10:00, 2027-03-30T08:00",
        "Christmas Eve in the evening, 2026-12-24T19:00, 2026-12-28T08:00",
        "the day after winter time, 2027-10-31T23:00, 2027-11-02T08:00"})
    void nobody_is_disturbed_outside_office_hours(String when, LocalDateTime moment, LocalDateTime allowed) {
        assertThat(quietHours.firstAllowed(instant(moment), BelgianCalendar.LEGAL::workingDay)).isEqualTo(instant(allowed));
    }

    @Test
    void hours_that_never_open_are_refused_at_start() {
        assertThatThrownBy(() -> new QuietHours(LocalTime.of(18, 0), LocalTime.of(8, 0))).hasMessageContaining("dossierwerk.alerts.from");
    }

    private static Instant instant(LocalDateTime local) {
        return local.atZone(MovableClock.BRUSSELS).toInstant();
    }
}
