package be.dossierwerk.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.board.Life;
import be.dossierwerk.forecast.BackTest.Open;
import be.dossierwerk.forecast.BackTest.Result;
import be.dossierwerk.forecast.BackTest.Scored;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Chances hold where there is something to know, are silent where there is not, and never know what came later. */
class BackTestTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void chances_of_a_history_with_a_pattern_hold_and_say_more_than_the_average(long seed) {
        Scores scores = scores(courses(InventedHistory.until(TODAY, seed), TODAY));

        assertThat(Gate.of(scores)).isEqualTo(Gate.OPEN);
        assertThat(scores.error()).isLessThan(0.05);
        assertThat(scores.skillAtLeast()).isPositive();
        assertThat(scores.bins()).hasSizeGreaterThan(4).isSortedAccordingTo((a, b) -> Integer.compare(a.from(), b.from()));
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void with_shuffled_outcomes_nothing_is_shown(long seed) {
        List<Course> courses = courses(InventedHistory.until(TODAY, 1), TODAY);
        List<Course> shuffled = BackTest.shuffled(courses, seed);

        assertThat(shuffled.stream().filter(course -> Boolean.TRUE.equals(course.missed())).count()).isEqualTo(courses.stream().filter(course -> Boolean.TRUE.equals(course.missed())).count());
        assertThat(Gate.of(scores(shuffled))).isNotEqualTo(Gate.OPEN);
    }

    /** What is said of a past morning is what was said on it, by whoever could not know what came. */
    @ParameterizedTest
    @ValueSource(strings = {"2026-03-01", "2026-06-01", "2026-09-01"})
    void a_chance_of_then_is_the_same_whatever_came_later(LocalDate then) {
        List<Life> lives = InventedHistory.until(TODAY, 1);
        Map<String, Double> now = BackTest.run(courses(lives, TODAY), TODAY).scored().stream().filter(scored -> scored.day().equals(then))
                .collect(Collectors.toMap(Scored::dossier, Scored::chance));
        Map<String, Double> atTheTime = chances(courses(known(lives, then), then), then);

        assertThat(now).hasSizeGreaterThan(50);
        now.forEach((dossier, chance) -> assertThat(atTheTime.get(dossier)).as(dossier).isEqualTo(chance));
    }

    @Test
    void events_of_a_later_day_change_nothing() {
        LocalDate then = LocalDate.of(2026, 7, 15);
        List<Life> lives = InventedHistory.until(TODAY, 2);

        assertThat(chances(courses(lives, then), then)).isEqualTo(chances(courses(known(lives, then), then), then)).hasSizeGreaterThan(50);
    }

    @Test
    void paper_and_fewer_days_left_make_it_likelier_and_after_the_last_day_it_is_certain() {
        Result result = BackTest.run(courses(InventedHistory.until(TODAY, 1), TODAY), TODAY);
        Map<Boolean, List<Open>> byCertainty = result.open().stream().collect(Collectors.partitioningBy(open -> open.view() == null));

        assertThat(result.recipe().features()).contains(Feature.KANAAL);
        assertThat(byCertainty.get(true)).isNotEmpty().allSatisfy(open -> {
            assertThat(open.chance()).isEqualTo(1);
            assertThat(open.course().from()).isBefore(TODAY.minusDays(60));
            assertThat(Reason.of(open, false)).extracting(Reason.Kept::what).containsExactly(Reason.What.VOORBIJ);
        });
        assertThat(mean(byCertainty.get(false), "PAPER", 0, 20)).isGreaterThan(mean(byCertainty.get(false), "PAPER", 40, 60) + 0.2);
        assertThat(mean(byCertainty.get(false), "PAPER", 40, 60)).isGreaterThan(mean(byCertainty.get(false), "ONLINE", 40, 60) + 0.2);
        assertThat(byCertainty.get(false)).allSatisfy(open -> assertThat(open.chance()).isBetween(0.0, 1.0));
        Open open = byCertainty.get(false).stream().filter(each -> each.course().channel().equals("PAPER") && each.morning().left() <= 8).findFirst().orElseThrow();
        assertThat(Reason.of(open, false)).hasSize(3).first().satisfies(reason -> assertThat(reason.said()).isEqualTo(new Reason("forecast.reason.TIJD", List.of(60 - open.morning().left(), 60), true)));
        assertThat(Reason.of(open, false)).extracting(Reason.Kept::what).contains(Reason.What.KANAAL);
    }

    @Test
    void what_ended_otherwise_teaches_nothing_and_a_quick_end_teaches_only_after_its_last_day() {
        LocalDate begin = LocalDate.of(2026, 1, 5);
        Course quick = course(begin, "PAID", 10);
        Course withdrawn = course(begin, "CANCELLED", 10);
        Course late = course(begin, "PAID", 61);

        assertThat(quick.missed()).isFalse();
        assertThat(quick.teachesOn(begin.plusDays(60))).isFalse();
        assertThat(quick.teachesOn(begin.plusDays(61))).isTrue();
        assertThat(withdrawn.missed()).isNull();
        assertThat(late.missed()).isTrue();
        assertThat(late.teachesFrom()).isEqualTo(begin.plusDays(61));
        assertThat(late.morning(begin.plusDays(60)).left()).isZero();
        assertThat(late.morning(begin.plusDays(61))).isNull();
    }

    @Test
    void eight_of_ten_quarters_end_in_the_range_that_was_said() {
        List<Quarter> quarters = BackTest.run(courses(InventedHistory.until(TODAY, 3), TODAY), TODAY).quarters();
        Quarter.Range range = Quarter.range(Quarter.together(quarters), 5);

        assertThat(range).isEqualTo(Quarter.range(Quarter.together(quarters), 5));
        assertThat(range.from()).isEqualTo(LocalDate.of(2026, 10, 1));
        assertThat(range.low()).isLessThanOrEqualTo(range.expected()).isGreaterThan(50);
        assertThat(range.high()).isGreaterThanOrEqualTo(range.expected()).isLessThanOrEqualTo(100);
        assertThat(range.shown()).isTrue();
        assertThat((double) range.held() / range.tested()).isBetween(0.6, 1.0);
    }

    private static Scores scores(List<Course> courses) {
        return Scores.of(Scores.newest(BackTest.run(courses, TODAY).scored()), 7);
    }

    private static List<Course> courses(List<Life> lives, LocalDate until) {
        return lives.stream().flatMap(life -> Course.of(InventedHistory.OFDC_2, life, until).stream()).toList();
    }

    private static Map<String, Double> chances(List<Course> courses, LocalDate day) {
        return BackTest.run(courses, day).open().stream().collect(Collectors.toMap(open -> open.course().dossier(), Open::chance));
    }

    /** As they were told before that day. */
    private static List<Life> known(List<Life> lives, LocalDate day) {
        return lives.stream().map(life -> new Life(life.dossier(), life.measure(), life.kind(), life.channel(),
                life.events().stream().filter(event -> event.at().toLocalDate().isBefore(day)).toList())).filter(life -> !life.events().isEmpty()).toList();
    }

    private static double mean(List<Open> open, String channel, int from, int to) {
        return open.stream().filter(each -> each.course().channel().equals(channel) && each.morning().left() >= from && each.morning().left() < to).mapToDouble(Open::chance).average().orElseThrow();
    }

    private static Course course(LocalDate begin, String ending, int days) {
        List<Life.Event> events = new ArrayList<>(List.of(new Life.Event("RECEIVED", begin.atTime(9, 0)), new Life.Event(ending, LocalDateTime.of(begin.plusDays(days), java.time.LocalTime.NOON))));
        return Course.of(InventedHistory.OFDC_2, new Life("D", "OFDC", "REFUND", "PAPER", events), TODAY).orElseThrow();
    }
}
