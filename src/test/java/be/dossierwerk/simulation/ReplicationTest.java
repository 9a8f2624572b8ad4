package be.dossierwerk.simulation;

import static be.dossierwerk.simulation.SmallDiagrams.FROM;
import static be.dossierwerk.simulation.SmallDiagrams.arrival;
import static be.dossierwerk.simulation.SmallDiagrams.arrivals;
import static be.dossierwerk.simulation.SmallDiagrams.history;
import static be.dossierwerk.simulation.SmallDiagrams.person;
import static be.dossierwerk.simulation.SmallDiagrams.play;
import static be.dossierwerk.simulation.SmallDiagrams.time;
import static be.dossierwerk.simulation.SmallDiagrams.work;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import be.dossierwerk.security.Roles;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Queues with answers that are known on paper, and the ways of a token. */
class ReplicationTest {

    private static final double MINUTE = 1.0 / WorkTime.DAY;
    private static final LocalTime TEN = LocalTime.of(10, 0);
    private static final Map<String, Flowchart> ONE = SmallDiagrams.of("start S", "user A g", "end E", "flow S A", "flow A E");

    @Test
    void one_person_with_time_enough_lets_nobody_wait() {
        Replication.Result result = play(ONE, history(arrivals(1, TEN), person("an", "g")), work(new Parameters(), "A", "g", 60), Variant.TODAY, 1);

        assertThat(result.waits.get("p#A")).hasSize(261).containsOnly(0.0);
        assertThat(result.work.get("g")).isEqualTo(261 * 60.0);
        assertThat(result.meanDays).isCloseTo(60 * MINUTE, within(1e-9));
        assertThat(result.finished).isEqualTo(261);
    }

    @Test
    void who_comes_together_waits_for_the_one_before() {
        Replication.Result result = play(ONE, history(arrivals(3, TEN), person("an", "g")), work(new Parameters(), "A", "g", 30), Variant.TODAY, 1);

        assertThat(Arrays.stream(result.waits.get("p#A")).average().orElseThrow()).isCloseTo(30 * MINUTE, within(1e-9));
        assertThat(Arrays.stream(result.waits.get("p#A")).max().orElseThrow()).isCloseTo(60 * MINUTE, within(1e-9));
    }

    @Test
    void the_longest_queue_follows_littles_law() {
        // Exponential times between arrivals and for the work: the mean number that waits is the arrival rate times the mean wait.
        List<History.Case> cases = new ArrayList<>();
        long at = 0;
        WorkTime.Roster days = time().everyDay;
        long begin = time().minute(FROM);
        for (int i = 0; cases.size() < 4000; i++) {
            at += Math.round(-28 * Math.log(1 - Chance.uniform(i)));
            long minute = days.after(begin, at);
            if (!time().day(minute).isBefore(SmallDiagrams.TO)) {
                break;
            }
            cases.add(arrival("d" + i, time().first.atStartOfDay().plusMinutes(minute)));
        }
        double[] minutes = IntStream.range(0, 4000).mapToDouble(i -> -20 * Math.log(1 - (i + .5) / 4000)).toArray();
        Replication.Result result = play(ONE, history(cases, person("an", "g")), work(new Parameters(), "A", "g", minutes), Variant.TODAY, 5);

        double busy = result.work.get("g") / result.capacity.get("g");
        assertThat(busy).isBetween(0.6, 0.8);
        // M/M/1: mean wait = busy / (1 - busy) times the mean work; nights make the calendar longer, so the median of waits within a day is looked at.
        double expected = busy / (1 - busy) * 20;
        double[] sameDay = Arrays.stream(result.waits.get("p#A")).map(wait -> wait / MINUTE).map(wait -> wait > 900 ? Double.NaN : wait).filter(wait -> !Double.isNaN(wait)).toArray();
        assertThat(Arrays.stream(sameDay).average().orElseThrow()).isBetween(expected * .5, expected * 1.2);
    }

    @Test
    void nobody_works_on_a_holiday_in_the_weekend_or_when_absent() {
        Map<String, Flowchart> two = SmallDiagrams.of("start S", "user A g", "end E", "flow S A", "flow A E");
        History.Away away = new History.Away("an", LocalDate.of(2026, 3, 3), LocalDate.of(2026, 3, 4));
        History history = history(List.of(arrival("sat", LocalDateTime.of(2026, 2, 28, 10, 0)), arrival("away", LocalDateTime.of(2026, 3, 3, 10, 0))),
                List.of(away), person("an", "g"));
        Replication.Result result = play(two, history, work(new Parameters(), "A", "g", 60), Variant.TODAY, 1);

        // Saturday ten o'clock to Monday nine, Tuesday ten o'clock to Thursday nine.
        assertThat(result.waits.get("p#A")).containsExactly(47 / 24.0, 47 / 24.0);
        Replication.Result without = play(two, history, work(new Parameters(), "A", "g", 60), new Variant(Map.of(), 0, false), 1);
        assertThat(without.waits.get("p#A")).containsExactly(0.0, 47 / 24.0);
        WorkTime holiday = World.timeOf(FROM, SmallDiagrams.TO, day -> SmallDiagrams.weekday(day) && !day.equals(LocalDate.of(2026, 3, 2)));
        Replication.Result rest = new Replication(World.of(two, two, history(List.of(arrival("sat", LocalDateTime.of(2026, 2, 28, 10, 0))), person("an", "g")), holiday,
                work(new Parameters(), "A", "g", 60), Variant.TODAY), 1, 0).run();
        assertThat(rest.waits.get("p#A")).containsExactly(71 / 24.0);
    }

    @Test
    void work_that_does_not_fit_in_a_day_goes_on_the_next() {
        Replication.Result result = play(ONE, history(List.of(arrival("a", LocalDateTime.of(2026, 3, 2, 16, 0))), person("an", "g")),
                work(new Parameters(), "A", "g", 60), Variant.TODAY, 1);

        // Thirty-six minutes on Monday, twenty-four on Tuesday.
        assertThat(result.meanDays).isCloseTo((17 * 60 + 24) * MINUTE, within(1e-9));
    }

    @Test
    void the_same_seed_gives_the_same_numbers_and_another_seed_others() {
        Parameters parameters = work(new Parameters(), "A", "g", 10, 90, 200, 300, 400);
        History history = history(arrivals(2, TEN), person("an", "g"));

        assertThat(play(ONE, history, parameters, Variant.TODAY, 7).waits.get("p#A")).isEqualTo(play(ONE, history, parameters, Variant.TODAY, 7).waits.get("p#A"));
        assertThat(play(ONE, history, parameters, Variant.TODAY, 7).waits.get("p#A")).isNotEqualTo(play(ONE, history, parameters, Variant.TODAY, 8).waits.get("p#A"));
    }

    @Test
    void one_more_never_lengthens_the_wait() {
        Parameters parameters = work(new Parameters(), "A", "g", 10, 90, 200, 300, 400);
        History history = history(arrivals(3, TEN), person("an", "g"), person("bram", "g"));
        for (long seed = 0; seed < 20; seed++) {
            double two = mean(play(ONE, history, parameters, Variant.TODAY, seed).waits.get("p#A"));
            double three = mean(play(ONE, history, parameters, new Variant(Map.of("g", 1), 0, true), seed).waits.get("p#A"));
            double one = mean(play(ONE, history, parameters, new Variant(Map.of("g", -1), 0, true), seed).waits.get("p#A"));
            assertThat(three).isLessThanOrEqualTo(two);
            assertThat(two).isLessThanOrEqualTo(one);
        }
    }

    @Test
    void signing_twice_a_week_shortens_the_wait_where_once_a_week_rules() {
        Map<String, Flowchart> sign = SmallDiagrams.of("start S", "user A " + Roles.SIGNATORY, "end E", "flow S A", "flow A E");
        Parameters parameters = work(new Parameters(), "A", Roles.SIGNATORY, 5);
        parameters.weekdays.put("p#A", 0b00010);
        History history = history(arrivals(1, TEN), person("karel", Roles.SIGNATORY));

        double[] weekly = play(sign, history, parameters, Variant.TODAY, 1).waits.get("p#A");
        double[] twice = play(sign, history, parameters, new Variant(Map.of(), 2, true), 1).waits.get("p#A");
        assertThat(Arrays.stream(weekly).max().orElseThrow()).isGreaterThan(5.9);
        assertThat(mean(weekly)).isBetween(2.5, 4.0);
        assertThat(mean(twice)).isBetween(0.5, 1.2);
    }

    @Test
    void an_added_step_adds_its_time() {
        Map<String, Flowchart> longer = SmallDiagrams.of("start S", "user A g", "user B h", "end E", "flow S A", "flow A B", "flow B E");
        Parameters parameters = work(work(new Parameters(), "A", "g", 60), "B", "h", 30);
        History history = history(arrivals(1, TEN), person("an", "g"), person("joke", "h"));

        double before = play(ONE, history, parameters, Variant.TODAY, 1).meanDays;
        assertThat(play(longer, history, parameters, Variant.TODAY, 1).meanDays - before).isCloseTo(30 * MINUTE, within(1e-9));
    }

    @Test
    void choices_follow_what_was_seen_and_a_new_way_gets_an_equal_part() {
        Map<String, Flowchart> chart = SmallDiagrams.of("start S", "either G no", "service Y", "service N", "end E", "flow S G", "flow G Y yes ${yes}", "flow G N no",
                "flow Y E", "flow N E");
        Parameters parameters = new Parameters();
        parameters.choices.put("p#G", Map.of("yes", 80.0, "no", 20.0));
        Replication.Result result = play(chart, history(arrivals(10, TEN), person("an", "g")), parameters, Variant.TODAY, 1);

        assertThat(result.taken.get("p#G yes") / 2610.0).isBetween(0.72, 0.88);
        Replication.Result unknown = play(chart, history(arrivals(10, TEN), person("an", "g")), new Parameters(), Variant.TODAY, 1);
        assertThat(unknown.taken.get("p#G yes") / 2610.0).isBetween(0.47, 0.53);
    }

    @Test
    void an_earlier_choice_decides_a_later_one_about_the_same_fact() {
        Map<String, Flowchart> chart = SmallDiagrams.of("start S", "either G no", "either M", "either H no2", "end E", "end F", "flow S G", "flow G M yes ${ok}", "flow G M no",
                "flow M H", "flow H E yes2 ${ok}", "flow H F no2");
        Parameters parameters = new Parameters();
        parameters.choices.put("p#G", Map.of("yes", 30.0, "no", 70.0));
        parameters.choices.put("p#H", Map.of("yes2", 50.0, "no2", 50.0));
        Replication.Result result = play(chart, history(arrivals(10, TEN), person("an", "g")), parameters, Variant.TODAY, 1);
        assertThat(result.taken.get("p#H yes2")).isEqualTo(result.taken.get("p#G yes"));
        assertThat(result.ends.get("p#E")).isEqualTo(result.taken.get("p#G yes"));

        parameters.unrelated.add("p#H");
        assertThat(play(chart, history(arrivals(10, TEN), person("an", "g")), parameters, Variant.TODAY, 1).taken.get("p#H yes2") / 2610.0).isBetween(0.35, 0.65);
    }

    @Test
    void parallel_branches_wait_for_each_other_and_end_once() {
        Map<String, Flowchart> chart = SmallDiagrams.of("start S", "both P", "user A g", "user B h", "both J", "end E", "flow S P", "flow P A", "flow P B", "flow A J", "flow B J",
                "flow J E");
        Parameters parameters = work(work(new Parameters(), "A", "g", 60), "B", "h", 30);
        Replication.Result result = play(chart, history(arrivals(1, TEN), person("an", "g"), person("joke", "h")), parameters, Variant.TODAY, 1);

        assertThat(result.meanDays).isCloseTo(60 * MINUTE, within(1e-9));
        assertThat(result.ends).containsExactly(Map.entry("p#E", 261));
    }

    @Test
    void a_loop_ends_and_one_without_an_exit_is_given_up() {
        Map<String, Flowchart> chart = SmallDiagrams.of("start S", "either B", "user A g", "either G out", "end E", "flow S B", "flow B A", "flow A G", "flow G B back ${again}",
                "flow G E out");
        Parameters parameters = work(new Parameters(), "A", "g", 1);
        parameters.choices.put("p#G", Map.of("back", 50.0, "out", 50.0));
        Replication.Result result = play(chart, history(arrivals(1, TEN), person("an", "g")), parameters, Variant.TODAY, 1);
        assertThat(result.finished).isEqualTo(261);
        assertThat(result.waits.get("p#A").length).isBetween(400, 700);

        parameters.choices.put("p#G", Map.of("back", 10.0, "out", 0.0));
        Replication.Result endless = play(chart, history(arrivals(1, TEN), person("an", "g")), parameters, Variant.TODAY, 1);
        assertThat(endless.endless).isEqualTo(261);
    }

    @Test
    void a_timer_cuts_off_what_takes_longer_and_a_reminder_does_not() {
        Map<String, Flowchart> chart = SmallDiagrams.of("start S", "user Wait g", "timer T Wait T-X", "timer R Wait T-R beside", "service Remind", "end E", "end F", "end D", "flow S Wait",
                "flow Wait E", "flow T F", "flow R Remind", "flow Remind D");
        Parameters parameters = new Parameters();
        parameters.waiting.put("p#Wait", new Empirical("w", 5 * 1440, 5 * 1440, 40 * 1440, 40 * 1440, 5 * 1440, 5 * 1440));
        History history = new History("p", FROM, SmallDiagrams.TO, arrivals(1, TEN), List.of(), List.of(person("an", "g")), List.of(), List.of(),
                Map.of("T-X", new History.Rule("T-X", "Termijn", "CALENDAR_DAYS", 30, false, false, Set.of()),
                        "T-R", new History.Rule("T-R", "Herinnering", "CALENDAR_DAYS", 10, false, false, Set.of())), Set.of("Wait"));
        Replication.Result result = play(chart, history, parameters, Variant.TODAY, 3);

        assertThat(result.ends.get("p#F") + result.ends.get("p#E")).isEqualTo(261);
        assertThat(result.ends.get("p#F")).isEqualTo(result.ends.get("p#D"));
        assertThat(result.ends.get("p#F") / 261.0).isBetween(0.05, 0.65);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }
}
