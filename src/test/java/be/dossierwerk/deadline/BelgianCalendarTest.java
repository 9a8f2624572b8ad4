package be.dossierwerk.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BelgianCalendarTest {

    @ParameterizedTest(name = "posted {0}: third working day {1}, {2}")
    @CsvSource({
        "2027-03-08, 2027-03-11, Monday to Thursday",
        "2027-03-12, 2027-03-17, over a weekend",
        "2027-03-13, 2027-03-17, posted on a Saturday",
        "2027-03-25, 2027-03-31, over Easter Monday 29 March",
        "2027-05-05, 2027-05-11, over Ascension Day 6 May",
        "2027-05-13, 2027-05-19, over Whit Monday 17 May",
        "2027-07-20, 2027-07-26, over 21 July and a weekend",
        "2026-12-23, 2026-12-29, over Christmas and a weekend",
        "2026-12-31, 2027-01-06, over New Year and a weekend",
        "2026-11-10, 2026-11-16, over 11 November",
        "2024-03-29, 2024-04-04, over Easter Monday 1 April 2024"
    })
    void counts_working_days_over_weekends_and_the_legal_holidays(LocalDate posted, LocalDate third, String why) {
        assertThat(BelgianCalendar.LEGAL.workingDay(posted, 3)).as(why).isEqualTo(third);
    }
}
