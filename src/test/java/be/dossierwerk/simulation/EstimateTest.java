package be.dossierwerk.simulation;

import static be.dossierwerk.simulation.SmallDiagrams.FROM;
import static be.dossierwerk.simulation.SmallDiagrams.TO;
import static be.dossierwerk.simulation.SmallDiagrams.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.MovableClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A history that was made with known numbers gives these numbers back, and its year comes out of the simulation as it went in. */
class EstimateTest {

    private static final Map<String, Flowchart> CHART = SmallDiagrams.of("start S", "user Check g", "either G no", "user Wait g", "user Sign " + Roles.SIGNATORY, "either J", "end E", "flow S Check",
            "flow Check G", "flow G Wait yes ${missing}", "flow G J no", "flow Wait J", "flow J Sign", "flow Sign E");
    private static final WorkTime TIME = SmallDiagrams.time();

    /** Two each day, two days of lying about, then 40 or 80 minutes of work; three in ten wait ten days; signed on Tuesdays, ten minutes each. */
    static History made() {
        List<History.Case> cases = new ArrayList<>();
        List<History.TermSeen> terms = new ArrayList<>();
        WorkTime.Roster days = TIME.everyDay;
        WorkTime.Roster tuesdays = TIME.onWeekdays(0b00010);
        long free = 0;
        int n = 0;
        List<LocalDate> arrivals = FROM.datesUntil(TO).filter(SmallDiagrams::weekday).flatMap(day -> java.util.stream.Stream.of(day, day)).toList();
        for (LocalDate day : arrivals) {
            String dossier = "d" + n;
            long opened = TIME.minute(day) + 600;
            long begun = Math.max(days.after(opened, 2 * WorkTime.WORKED), days.after(free, 0));
            long checked = days.after(begun, n / 2 % 2 == 0 ? 40 : 80);
            free = checked;
            boolean waits = Chance.uniform(n) < 0.3;
            long ready = checked + (waits ? 10 * WorkTime.DAY : 0);
            long ended = tuesdays.after(ready, 0) + 10L * (1 + n % 10);
            List<History.Step> steps = new ArrayList<>(List.of(step("Check", opened, checked, "an", 1), step("G", checked, checked, null, 2)));
            if (waits) {
                steps.add(step("Wait", checked, ready, "an", 3));
            }
            steps.add(step("J", ready, ready, null, 4));
            steps.add(step("Sign", ready, ended, "karel", 5));
            cases.add(new History.Case(dossier, day, at(opened), at(ended), steps));
            LocalDate due = TIME.day(checked).plusDays(3);
            terms.add(new History.TermSeen(dossier, "T-N", TIME.day(checked), TIME.day(ended), due));
            n++;
        }
        return new History("p", FROM, TO, cases, List.of(), List.of(person("an", "g"), person("karel", Roles.SIGNATORY)), List.of(), terms,
                Map.of("T-N", new History.Rule("T-N", "Behandeling", "CALENDAR_DAYS", 3, true, true, Set.of())), Set.of("Wait"));
    }

    @Test
    void work_lying_about_choices_and_rhythm_are_found_again() {
        Parameters found = Estimate.of(made(), CHART, TIME);

        assertThat(found.handling.get("p#Check").quantile(.1)).isCloseTo(40, within(2.0));
        assertThat(found.handling.get("p#Check").quantile(.9)).isCloseTo(80, within(2.0));
        assertThat(found.lying.get("p#Check g").quantile(.5)).isCloseTo(2.0 * WorkTime.WORKED, within(41.0));
        assertThat(found.weekdays).containsOnly(Map.entry("p#Sign", 0b00010));
        assertThat(found.lying.get("p#Sign " + Roles.SIGNATORY).quantile(.5)).isLessThan(101);
        Map<String, Double> ways = found.choices.get("p#G");
        assertThat(ways.get("yes") / (ways.get("yes") + ways.get("no"))).isCloseTo(0.3, within(0.06));
        assertThat(found.waiting.get("p#Wait").mean()).isCloseTo(10.0 * WorkTime.DAY, within(1.0));
        assertThat(found.interrupted.get("p#Wait")).isZero();
    }

    @Test
    void a_term_is_tied_to_the_steps_that_start_and_stop_it() {
        Parameters found = Estimate.of(made(), CHART, TIME);

        assertThat(found.starts.get("T-N").key()).isEqualTo("p#Check");
        assertThat(found.starts.get("T-N").moment()).isEqualTo(Anchor.Moment.COMPLETED);
        assertThat(found.starts.get("T-N").share()).isEqualTo(1);
        assertThat(found.stops.get("T-N").share()).isEqualTo(1);
    }

    @Test
    void the_year_simulated_is_the_year_that_was() {
        Outcome outcome = Experiment.run(made(), CHART, CHART, Variant.TODAY, 11, 30, SmallDiagrams::weekday, done -> true);

        assertThat(outcome.enough()).isTrue();
        assertThat(outcome.main().rule()).isEqualTo("T-N");
        assertThat(Math.abs(outcome.main().error())).as("real %s, simulated %s", outcome.main().real(), outcome.main().now()).isLessThan(8);
        assertThat(outcome.main().difference()).isEqualTo(new Outcome.Range(0, 0, 0));
        assertThat(outcome.steps()).filteredOn(step -> step.element().equals("Check")).singleElement()
                .satisfies(step -> assertThat(step.now().middle()).isCloseTo(step.real(), within(0.5)));
    }

    @Test
    void signing_twice_a_week_shows_as_a_difference_on_one_side_of_nothing() {
        Outcome outcome = Experiment.run(made(), CHART, CHART, new Variant(Map.of(), 2, true), 11, 30, SmallDiagrams::weekday, done -> true);

        assertThat(outcome.main().difference().certain()).isTrue();
        assertThat(outcome.main().difference().low()).isPositive();
        assertThat(outcome.daysDifference().high()).isNegative();
        assertThat(outcome.assumptions()).extracting(Outcome.Said::key).contains("signing-other", "rhythm", "arrivals", "no-other-work");
    }

    @Test
    void too_few_dossiers_are_said_to_be_too_few() {
        History made = made();
        History few = new History("p", FROM, TO, made.cases().subList(0, 6), List.of(), made.people(), List.of(), made.terms().subList(0, 6), made.rules(), made.waitingTasks());
        Outcome outcome = Experiment.run(few, CHART, CHART, Variant.TODAY, 11, 10, SmallDiagrams::weekday, done -> true);

        assertThat(outcome.enough()).isFalse();
        assertThat(outcome.dossiers()).isEqualTo(6);
        assertThat(outcome.assumptions()).extracting(Outcome.Said::key).contains("waiting-default");
    }

    @Test
    void a_year_that_comes_out_more_than_ten_points_off_is_not_faithful() {
        assertThat(off(0.79).faithful()).isTrue();
        assertThat(off(0.81).faithful()).isFalse();
        assertThat(off(0.59).faithful()).isFalse();
        assertThat(off(null).faithful()).isTrue();
    }

    @Test
    void a_stopped_experiment_gives_nothing() {
        assertThat(Experiment.run(made(), CHART, CHART, Variant.TODAY, 11, 30, SmallDiagrams::weekday, done -> done < 3)).isNull();
    }

    /** A year of which 70 in 100 keep to the norm when it is played again, and that share in truth. */
    private static Outcome off(Double real) {
        Outcome.Range again = new Outcome.Range(0.6, 0.7, 0.8);
        return new Outcome("p", FROM, TO, 1, 10, 30, 30, true, List.of(new Outcome.Norm("T-N", "Behandeling", "CALENDAR_DAYS", 3, real, 30, again, again, again)), List.of(), List.of(),
                null, null, null, 0, 0, List.of());
    }

    private static History.Step step(String element, long start, long end, String by, long order) {
        return new History.Step("p", element, "i", at(start), at(end), false, by, order);
    }

    private static Instant at(long minute) {
        return TIME.first.atStartOfDay().plusMinutes(minute).atZone(MovableClock.BRUSSELS).toInstant();
    }
}
