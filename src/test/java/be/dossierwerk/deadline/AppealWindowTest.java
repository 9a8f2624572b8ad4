package be.dossierwerk.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.deadline.AppealWindow.Lengths;
import be.dossierwerk.deadline.AppealWindow.Notice;
import be.dossierwerk.deadline.AppealWindow.Way;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The days of an appeal, as dates: every way of notification, holidays and the missing clause (procedures.md 1.10, 4.2, 4.3, 4.6). */
class AppealWindowTest {

    private static final Lengths LENGTHS = new Lengths(60, 4, 3, 15);

    @ParameterizedTest(name = "{0} {1} clause missing {2}")
    @CsvSource({
        // way, day, clause missing, notified, first, last, definitive
        // 4.6: sixty days that end on Christmas go to 26 December, which is worked
        "ELEKTRONISCH,    2025-10-26, false, 2025-10-26, 2025-10-27, 2025-12-26, 2026-01-10",
        // 4.6: posted on Christmas Eve; the third working day is day 1 and day 60 is a Friday
        "AANGETEKEND,     2025-12-24, false, 2025-12-30, 2025-12-30, 2026-02-27, 2026-03-14",
        // 4.6: posted on the Thursday before Easter; the last day is a Saturday
        "AANGETEKEND,     2025-04-17, false, 2025-04-23, 2025-04-23, 2025-06-23, 2025-07-08",
        // Posted on the last day of the year: 1 January does not count; the last day is a Saturday
        "AANGETEKEND,     2026-12-31, false, 2027-01-06, 2027-01-06, 2027-03-08, 2027-03-23",
        // A Monday, and the three days at the end of a week that count from the same Monday
        "AANGETEKEND,     2027-03-08, false, 2027-03-11, 2027-03-11, 2027-05-10, 2027-05-25",
        "AANGETEKEND,     2027-03-12, false, 2027-03-17, 2027-03-17, 2027-05-18, 2027-06-02",
        "AANGETEKEND,     2027-03-13, false, 2027-03-17, 2027-03-17, 2027-05-18, 2027-06-02",
        "AANGETEKEND,     2027-03-14, false, 2027-03-17, 2027-03-17, 2027-05-18, 2027-06-02",
        // With receipt: the day after it is the first; Saturday, Sunday and Whit Monday are skipped
        "ONTVANGSTBEWIJS, 2027-03-16, false, 2027-03-16, 2027-03-17, 2027-05-18, 2027-06-02",
        // Refused: as received; Easter Monday is the day before the last
        "GEWEIGERD,       2025-02-21, false, 2025-02-21, 2025-02-22, 2025-04-22, 2025-05-07",
        // The addressee proves a later day than 23 April
        "TEGENBEWIJS,     2025-04-25, false, 2025-04-25, 2025-04-26, 2025-06-24, 2025-07-09",
        // Ascension day; the Monday after All Souls and the Flemish holiday are worked
        "ELEKTRONISCH,    2026-03-15, false, 2026-03-15, 2026-03-16, 2026-05-15, 2026-05-30",
        "ELEKTRONISCH,    2026-09-03, false, 2026-09-03, 2026-09-04, 2026-11-02, 2026-11-17",
        "ELEKTRONISCH,    2025-05-12, false, 2025-05-12, 2025-05-13, 2025-07-11, 2025-07-26",
        // Without a clause the term starts four months after the notification (4.6: 21 February to 21 June, itself not rolled)
        "ELEKTRONISCH,    2025-02-21, true,  2025-02-21, 2025-06-22, 2025-08-20, 2025-09-04",
        // ... by variant B, the later one, at the end of a short month
        "ONTVANGSTBEWIJS, 2025-02-28, true,  2025-02-28, 2025-07-01, 2025-08-29, 2025-09-13",
        "ELEKTRONISCH,    2025-10-31, true,  2025-10-31, 2026-03-01, 2026-04-29, 2026-05-14",
        // ... counted from the presumed receipt of an ordinary registered letter
        "AANGETEKEND,     2025-12-24, true,  2025-12-30, 2026-05-01, 2026-06-29, 2026-07-14",
        "GEWEIGERD,       2025-02-21, true,  2025-02-21, 2025-06-22, 2025-08-20, 2025-09-04",
        "TEGENBEWIJS,     2025-04-25, true,  2025-04-25, 2025-08-26, 2025-10-24, 2025-11-08"})
    void an_appeal_is_possible_between_these_days(Way way, LocalDate on, boolean clauseMissing, LocalDate notified, LocalDate first, LocalDate last, LocalDate definitive) {
        assertThat(AppealWindow.of(new Notice(way, on, clauseMissing), LENGTHS, BelgianCalendar.LEGAL)).isEqualTo(new AppealWindow(notified, first, last, definitive));
    }
}
