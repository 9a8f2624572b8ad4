package be.dossierwerk.team;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.deadline.BelgianCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days of work left, too much of it, and who gets the next task. */
class WorkloadTest {

    @ParameterizedTest(name = "on {0}: until {1}, next week until {2}, {3} and {4} working days")
    @CsvSource({
            // Monday, Wednesday, Friday, and the weekend itself.
            "2026-11-16, 2026-11-22, 2026-11-29, 5, 5",
            "2026-11-18, 2026-11-22, 2026-11-29, 3, 5",
            "2026-11-20, 2026-11-22, 2026-11-29, 1, 5",
            "2026-11-22, 2026-11-22, 2026-11-29, 0, 5",
            // Christmas on a Friday, New Year the next.
            "2026-12-21, 2026-12-27, 2027-01-03, 4, 4"})
    void a_week_ends_on_its_sunday(LocalDate today, LocalDate sunday, LocalDate nextSunday, int now, int next) {
        Weeks weeks = Weeks.of(today);

        assertThat(weeks).isEqualTo(new Weeks(today, sunday, nextSunday));
        assertThat(weeks.daysThisWeek(BelgianCalendar.LEGAL::isWorking)).isEqualTo(now);
        assertThat(weeks.daysNextWeek(BelgianCalendar.LEGAL::isWorking)).isEqualTo(next);
    }

    @ParameterizedTest(name = "{0} open, {1} done in {2} days: {3} days of work")
    @CsvSource(nullValues = "-", value = {"10, 20, 20, 10", "10, 40, 20, 5", "11, 40, 20, 6", "0, 20, 20, 0", "10, 10, 20, 20",
            // Too few to say anything, and away all the time.
            "10, 4, 20, -", "10, 5, 20, 40", "10, 5, 0, -", "10, 0, 20, -"})
    void days_of_work_are_open_tasks_over_pace(int open, int done, int days, Integer expected) {
        assertThat(workload(new Load(open, 0, 0, 0, 3, null), done, days, 5, 5).daysOfWork()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} late, {1} this week, {2} next week, {3} and {4} days at one a day: {5}")
    @CsvSource(nullValues = "-", value = {
            "0, 5, 5, 5, 5, -", "0, 6, 0, 5, 5, 6 this week of which 5", "1, 5, 0, 5, 5, 6 this week of which 5", "0, 0, 11, 5, 5, 11 next week of which 10", "0, 0, 10, 5, 5, -",
            "5, 0, 6, 5, 5, 11 next week of which 10",
            // Away this week, or both.
            "0, 1, 0, 0, 5, 1 this week of which 0", "0, 0, 0, 0, 0, -", "0, 0, 1, 0, 0, 1 next week of which 0"})
    void too_much_is_what_cannot_be_done_by_a_sunday(int late, int now, int next, int daysNow, int daysNext, String expected) {
        assertThat(workload(new Load(50, late, now, next, 0, null), 20, 20, daysNow, daysNext).tooMuch()
                .map(excess -> "%d %s of which %d".formatted(excess.tasks(), excess.thisWeek() ? "this week" : "next week", excess.feasible())))
                .isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void without_a_pace_nobody_is_said_to_have_too_much() {
        assertThat(workload(new Load(50, 50, 0, 0, 0, null), 4, 20, 0, 0).tooMuch()).isEmpty();
    }

    @Test
    void each_task_goes_to_who_has_the_fewest_days_of_work_then() {
        // Two days at two a day, two days at one a day, and one task of somebody without a pace: at the usual 1.5 a day less than a day.
        Balance balance = new Balance(Map.of("fast", workload(open(4), 40, 20, 5, 5), "slow", workload(open(2), 20, 20, 5, 5), "new", workload(open(1), 0, 20, 5, 5)));
        List<String> all = List.of("fast", "slow", "new");

        assertThat(List.of(balance.give(all), balance.give(all), balance.give(all), balance.give(all), balance.give(all))).extracting(Optional::orElseThrow)
                .containsExactly("new", "new", "fast", "new", "slow");
        assertThat(balance.give(List.of())).isEmpty();
        assertThat(balance.give(List.of("unknown"))).contains("unknown");
    }

    private static Load open(int tasks) {
        return new Load(tasks, 0, 0, 0, 0, null);
    }

    private static Workload workload(Load load, int done, int days, int daysNow, int daysNext) {
        return new Workload(load, new Pace(done, days), daysNow, daysNext);
    }
}
