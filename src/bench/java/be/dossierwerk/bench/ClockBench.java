package be.dossierwerk.bench;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.CountedStatements;
import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.clockcheck.ReconcileClock;
import be.dossierwerk.clockcheck.RehearseTerms;
import be.dossierwerk.deadline.CalendarChange;
import be.dossierwerk.deadline.CalendarChangeImpact;
import be.dossierwerk.deadline.DecideCalendarChange;
import be.dossierwerk.deadline.DecideRuleChange;
import be.dossierwerk.deadline.FollowCalendar;
import be.dossierwerk.deadline.FollowRuleChange;
import be.dossierwerk.deadline.MonthRule;
import be.dossierwerk.deadline.PauseGround;
import be.dossierwerk.deadline.ProposeCalendarChange;
import be.dossierwerk.deadline.ProposeRuleChange;
import be.dossierwerk.deadline.RollRule;
import be.dossierwerk.deadline.RuleChange;
import be.dossierwerk.deadline.RuleChangeImpact;
import be.dossierwerk.deadline.TermUnit;
import be.dossierwerk.deadline.Transition;
import be.dossierwerk.deadline.Verdict;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.MovableClock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * What all running terms together cost: the nightly check, the look ahead of ninety days, and a change of a rule or of the calendar for all running terms. The sizes are
 * numbers of open terms, from small to large on one database, so that the time for each term shows whether the cost is linear.
 */
@DossierwerkTest
@Import(OpenTerms.class)
@ExtendWith(Figures.class)
@TestPropertySource(properties = "logging.level.be.dossierwerk=warn")
class ClockBench {

    private static final Actor AUDITOR = new Actor("auditor", "Omer Daems", Set.of(Roles.AUDITOR));
    private static final Actor PIETER = new Actor("pieter", "Pieter Maas", Set.of(Roles.MANAGER));
    private static final Actor JOKE = new Actor("joke", "Joke Claes", Set.of(Roles.LAWYER));
    private static final String RULE = "T-REC-02";
    private static final int DISTURBED = 50;

    @Autowired private OpenTerms openTerms;
    @Autowired private ReconcileClock reconcileClock;
    @Autowired private RehearseTerms rehearseTerms;
    @Autowired private ProposeRuleChange proposeRuleChange;
    @Autowired private DecideRuleChange decideRuleChange;
    @Autowired private RuleChangeImpact ruleChangeImpact;
    @Autowired private FollowRuleChange followRuleChange;
    @Autowired private ProposeCalendarChange proposeCalendarChange;
    @Autowired private DecideCalendarChange decideCalendarChange;
    @Autowired private CalendarChangeImpact calendarChangeImpact;
    @Autowired private FollowCalendar followCalendar;
    @Autowired private CurrentActor currentActor;
    @Autowired private MovableClock clock;
    @Autowired private JdbcClient jdbc;

    @AfterAll
    static void clock_runs_again(@Autowired MovableClock clock) {
        clock.release();
    }

    @Test
    void all_running_terms() {
        List<Integer> sizes = Arrays.stream(System.getProperty("bench.terms", "3000,10000").split(",")).map(String::strip).map(Integer::valueOf)
                .sorted().toList();
        long beginning = System.nanoTime();
        openTerms.make();
        Figures.add("clock", "making dossiers on the engine", openTerms.running(), openTerms.dossiers(), Figures.seconds(beginning), -1, -1,
                openTerms.timers() + " timers");
        int amount = 70;
        for (int size : sizes) {
            long began = System.nanoTime();
            int before = openTerms.running();
            openTerms.fill(size);
            Figures.add("clock", "copying dossiers", openTerms.running(), openTerms.running() - before, Figures.seconds(began), -1, -1,
                    "%d dossiers (%d made on the engine) with %d timers".formatted(openTerms.dossiers(), openTerms.realOnes(), openTerms.timers()));
            // The first time warms up.
            if (size == sizes.get(0)) {
                check();
            }
            int running = openTerms.running();
            assertThat(check("check of all clocks", running).differences()).isZero();
            jdbc.sql("create table disturbed as select id_ from act_ru_job where type_ = 'timer' and duedate_ < '2900-01-01' order by id_ limit " + DISTURBED)
                    .update();
            assertThat(jdbc.sql("update act_ru_job set duedate_ = duedate_ + interval '3 days' where id_ in (select id_ from disturbed)").update())
                    .isEqualTo(DISTURBED);
            assertThat(check("check with %d timers disturbed".formatted(DISTURBED), running).differences()).isEqualTo(DISTURBED);
            jdbc.sql("update act_ru_job set duedate_ = duedate_ - interval '3 days' where id_ in (select id_ from disturbed)").update();
            jdbc.sql("drop table disturbed").update();

            RehearseTerms.Ahead ahead = measured("look ahead of 90 days", running, () -> as(AUDITOR, () -> rehearseTerms.ofAll(RehearseTerms.DAYS, 500)),
                    found -> found.count() + " lines");
            assertThat(ahead.count()).isGreaterThan(running);
            assertThat(ahead.first()).hasSize(500).isSortedAccordingTo(Comparator.comparing(RehearseTerms.Line::on));

            amount--;
            changeRule(amount);
            assertThat(check("check after the change of the rule", running).differences()).isZero();
            changeCalendar();
            assertThat(check("check after the change of the calendar", running).differences()).isZero();
        }
    }

    /** The day on which most terms end that move when they end on a holiday becomes one. */
    private void changeCalendar() {
        LocalDate day = jdbc.sql("""
                select t.due_on from term t join term_rule r on r.code = t.rule and r.version = t.rule_version
                where t.stopped_on is null and r.roll <> 'NONE' and extract(isodow from t.due_on) < 6
                  and not exists (select 1 from calendar_day c where c.day = t.due_on)
                group by t.due_on order by count(*) desc, t.due_on limit 1""").query(LocalDate.class).single();
        CalendarChange change = new CalendarChange(day, true, "Feestdag van de meting", "Besluit", "Meting");
        long proposal = as(PIETER, () -> proposeCalendarChange.propose(change));
        int running = openTerms.running();
        CalendarChangeImpact.Impact impact = measured("impact of a new holiday, before it", running, () -> as(JOKE, () -> calendarChangeImpact.of(change)),
                found -> found.shifting() + " would move");
        assertThat(impact.running()).isEqualTo(running);
        assertThat(impact.shifting()).isPositive();
        measured("change of the calendar", running, () -> as(JOKE, () -> {
            long began = System.nanoTime();
            decideCalendarChange.decide(proposal, Verdict.GOEDGEKEURD, null);
            double waited = Figures.seconds(began);
            followCalendar.sweep();
            return waited;
        }), waited -> "%d moved, who approves waits %.1f s".formatted(impact.shifting(), waited));
        assertThat(jdbc.sql("select count(*) from term where stopped_on is null and calendar < (select max(version) from calendar_day)").query(Integer.class).single()).isZero();
    }

    private void changeRule(int amount) {
        int along = jdbc.sql("select count(*) from term where rule = ? and stopped_on is null").param(RULE).query(Integer.class).single();
        // A version starts after the one before it, and holds already when all running terms follow it.
        LocalDate from = LocalDate.of(2027, 3, 1).minusDays(amount);
        RuleChange change = new RuleChange(RULE, TermUnit.CALENDAR_DAYS, amount, MonthRule.A, RollRule.NONE, Set.of(PauseGround.AANVULLING_AANVRAGER),
                "Besluit", "Meting", from, Transition.ALLE_LOPENDE);
        long proposal = as(PIETER, () -> proposeRuleChange.propose(change));
        RuleChangeImpact.Impact impact = measured("impact of that change, before it", along, () -> as(JOKE, () -> ruleChangeImpact.of(change)),
                found -> found.moving() + " would go along");
        assertThat(impact.moving()).isEqualTo(along);
        measured("change of a rule for all running terms", along, () -> as(JOKE, () -> {
            long began = System.nanoTime();
            decideRuleChange.decide(proposal, Verdict.GOEDGEKEURD, null);
            double waited = Figures.seconds(began);
            followRuleChange.sweep();
            return waited;
        }), waited -> "who approves waits %.1f s".formatted(waited));
        assertThat(jdbc.sql("select count(*) from term_rule_move where change = ?").param(proposal).query(Integer.class).single()).isEqualTo(along);
        assertThat(jdbc.sql("""
                select count(*) from term t join term_rule r on r.code = t.rule and r.version = t.rule_version
                where t.rule = ? and t.stopped_on is null and r.amount <> ?""").params(RULE, amount).query(Integer.class).single()).isZero();
    }

    private ReconcileClock.Outcome check() {
        return as(AUDITOR, reconcileClock::check);
    }

    private ReconcileClock.Outcome check(String work, int running) {
        return measured(work, running, this::check, outcome -> outcome.differences() + " differences in " + outcome.dossiers() + " dossiers");
    }

    private <T> T measured(String work, int handled, Supplier<T> doing, java.util.function.Function<T, String> told) {
        AtomicReference<T> result = new AtomicReference<>();
        try (Figures.Heap heap = new Figures.Heap()) {
            long began = System.nanoTime();
            int statements = CountedStatements.of(() -> result.set(doing.get())).size();
            Figures.add("clock", work, openTerms.running(), handled, Figures.seconds(began), statements, heap.most(), told.apply(result.get()));
        }
        return result.get();
    }

    private <T> T as(Actor actor, Supplier<T> work) {
        return currentActor.as(actor, work);
    }
}
