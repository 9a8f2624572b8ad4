package be.dossierwerk.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import be.dossierwerk.OwnDatabase;
import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Terms on a real PostgreSQL with a clock that the test moves: ledger, last days, timers, ladder, and pauses by hand. */
class TermsTest {

    private static final Actor AN = new Actor("an", "An Peeters", Set.of(Roles.HANDLER));
    private static final Actor ELS = new Actor("els", "Els Janssens", Set.of(Roles.INTAKE));
    private static final LocalDate START = LocalDate.of(2027, 1, 4);

    @Configuration
    @EnableTransactionManagement
    static class Transactions { }

    /** Hears what moved, and whether that was said in the transaction of the change. */
    static class Moves {
        final List<String> heard = new ArrayList<>();
        boolean outsideTransaction;
        boolean refuse;

        @EventListener
        public void moved(TermMoved event) {
            heard.add(event.dossier() + " " + event.rule());
            outsideTransaction |= !TransactionSynchronizationManager.isActualTransactionActive();
            if (refuse) {
                throw new IllegalStateException("the inbox could not follow");
            }
        }
    }

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static AnnotationConfigApplicationContext spring;
    private static MovableClock clock;
    private static Terms terms;
    private static Moves moves;
    private String dossier;

    @BeforeAll
    static void boot() throws Exception {
        DataSource data = OwnDatabase.migrated();
        // From 2027 a version of the rules that every ground stops: with it the mechanism is tested.
        JdbcClient.create(data).sql("""
                insert into term_rule select code, 2, name, nature, unit, amount, month_rule, clock, roll, binds, escalates, source, date '2027-01-01', null,
                array['AANVULLING_AANVRAGER', 'REACTIE_ADVIES', 'VERWEER', 'ADVIES_DERDE', 'BRON_DERDE']
                from term_rule where code in ('T-REC-01', 'T-REC-02', 'T-REC-05')""").update();
        clock = new MovableClock();
        spring = new AnnotationConfigApplicationContext();
        spring.registerBean(DataSource.class, () -> data);
        spring.registerBean(PlatformTransactionManager.class, () -> new DataSourceTransactionManager(data));
        spring.registerBean(JdbcClient.class, () -> JdbcClient.create(data));
        spring.registerBean(MovableClock.class, () -> clock);
        spring.registerBean(Moves.class, Moves::new);
        spring.register(Transactions.class, CurrentActor.class, AuditLog.class, Ledger.class, Terms.class, Deadlines.class, ClimbLadder.class,
                EscalationLadder.class, EndExpired.class, ExplainDelay.class, PauseByHand.class, AdjustTerm.class);
        spring.refresh();
        terms = bean(Terms.class);
        moves = bean(Moves.class);
    }

    @AfterAll
    static void shutDown() throws Exception {
        spring.close();
    }

    @BeforeEach
    void a_new_dossier() {
        dossier = "DC-ERK-2027-%05d".formatted(NUMBER.incrementAndGet());
        moves.refuse = false;
        moves.heard.clear();
        today(START);
        // Terms of other tests climb no more.
        bean(JdbcClient.class).sql("update term set next_step_on = null").update();
    }

    @ParameterizedTest
    @CsvSource({
        "T-REC-00, 2027-01-04, 2027-01-11, 5", "T-REC-01, 2027-01-04, 2027-05-04, 120", "T-REC-02, 2027-01-04, 2027-03-15, 70",
        "T-REC-03, 2027-01-04, 2027-01-24, 20", "T-REC-04, 2026-02-28, 2026-03-31, 31", "T-REC-04B, 2027-01-29, 2027-03-30, 59",
        "T-REC-05, 2027-01-04, 2027-01-14, 10", "T-REC-06, 2025-02-21, 2025-06-23, 120", "T-HOR-01, 2025-07-07, 2025-07-22, 14",
        "T-RVS, 2025-10-26, 2025-12-26, 60"})
    void seeded_rules_give_their_last_day(String rule, LocalDate event, LocalDate due, int totalDays) {
        terms.start(dossier, rule, event);

        assertThat(terms.due(dossier, rule)).isEqualTo(due);
        assertThat(standing(rule).totalDays()).isEqualTo(totalDays);
        assertThat(dueInTable(rule)).isEqualTo(due);
    }

    @Test
    void an_appeal_is_over_after_its_last_day_and_nobody_is_late() {
        terms.start(dossier, "T-RVS", START);
        terms.start(dossier, "T-REC-05", START);
        LocalDate last = terms.due(dossier, "T-RVS");
        today(last);
        bean(EndExpired.class).sweep();
        assertThat(standing("T-RVS").stoppedOn()).isNull();
        today(last.plusDays(3));
        bean(EndExpired.class).sweep();
        assertThat(standing("T-RVS").stoppedOn()).isEqualTo(last);
        assertThat(standing("T-REC-05").stoppedOn()).isNull();
        assertThat(bean(EndExpired.class).sweep()).isZero();
    }

    @Test
    void a_life_in_one_transaction_ends_as_one_act_at_a_time() {
        String other = dossier + "-BIJ";
        live(dossier);
        inOneTransaction(() -> live(other));

        assertThat(terms.of(other)).hasSize(2).usingRecursiveFieldByFieldElementComparatorIgnoringFields("dossier").isEqualTo(terms.of(dossier));
    }

    private void live(String number) {
        terms.start(number, "T-REC-01", START);
        terms.pause(number, PauseGround.AANVULLING_AANVRAGER, START.plusDays(2), "a");
        assertThat(terms.openPauses(number)).hasSize(1);
        terms.start(number, "T-REC-05", START.plusDays(1));
        terms.resume(number, PauseGround.AANVULLING_AANVRAGER, START.plusDays(9), "b");
        assertThat(terms.openPauses(number)).isEmpty();
        terms.extend(number, "T-REC-01", 15, "c");
        terms.stop(number, "T-REC-05", START.plusDays(10));
    }

    @Test
    void what_went_back_to_a_savepoint_is_not_remembered() {
        inOneTransaction(() -> {
            terms.start(dossier, "T-REC-01", START);
            LocalDate due = terms.due(dossier, "T-REC-01");
            TransactionTemplate nested = new TransactionTemplate(bean(PlatformTransactionManager.class));
            nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
            nested.executeWithoutResult(back -> {
                terms.extend(dossier, "T-REC-01", 15, "a");
                terms.start(dossier, "T-REC-05", START);
                assertThat(terms.due(dossier, "T-REC-01")).isEqualTo(due.plusDays(15));
                back.setRollbackOnly();
            });
            assertThat(terms.due(dossier, "T-REC-01")).isEqualTo(due);
            terms.start(dossier, "T-REC-05", START);
        });
        assertThat(terms.of(dossier)).extracting(TermStanding::rule).containsExactlyInAnyOrder("T-REC-01", "T-REC-05");
    }

    private static void inOneTransaction(Runnable work) {
        new TransactionTemplate(bean(PlatformTransactionManager.class)).executeWithoutResult(status -> work.run());
    }

    @ParameterizedTest
    @CsvSource({"T-REC-01, AANVULLING_AANVRAGER", "T-REC-02, AANVULLING_AANVRAGER", "T-REC-00,", "T-REC-03,", "T-REC-04,", "T-REC-04B,", "T-REC-05,",
        "T-REC-06,", "T-HOR-01,", "T-RVS,"})
    void the_terms_of_a_recognition_stop_only_when_the_file_turns_out_incomplete(String rule, PauseGround only) {
        LocalDate start = LocalDate.of(2026, 3, 2);
        terms.start(dossier, rule, start);
        LocalDate due = terms.due(dossier, rule);
        for (PauseGround ground : PauseGround.values()) {
            terms.pause(dossier, ground, start.plusDays(1), "a");
            assertThat(terms.due(dossier, rule)).as(ground.name()).isEqualTo(ground == only ? null : due);
            terms.resume(dossier, ground, start.plusDays(1), "b");
        }
        assertThat(terms.due(dossier, rule)).isEqualTo(due);
    }

    @Test
    void start_is_done_once_for_a_running_term_and_anew_after_a_stop() {
        terms.start(dossier, "T-REC-03", START);
        terms.start(dossier, "T-REC-03", START.plusDays(5));

        assertThat(terms.of(dossier)).extracting(TermStanding::startedOn).containsExactly(START);
        assertThat(moves.heard).containsExactly(dossier + " T-REC-03");

        terms.stop(dossier, "T-REC-03", START.plusDays(6));
        terms.start(dossier, "T-REC-03", START.plusDays(8));

        assertThat(terms.of(dossier)).extracting(TermStanding::startedOn, TermStanding::stoppedOn)
                .containsExactly(tuple(START, START.plusDays(6)),
                        tuple(START.plusDays(8), null));
        assertThat(terms.due(dossier, "T-REC-03")).isEqualTo(START.plusDays(28));
        assertThat(sentences()).hasSize(3).first().isEqualTo(
                "De termijn \"Interne behandeling\" startte op maandag 4 januari 2027; de laatste dag is zondag 24 januari 2027.");
    }

    @Test
    void an_unknown_rule_is_a_mistake_and_not_a_term() {
        assertThatThrownBy(() -> terms.start(dossier, "T-REC-99", START)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> bean(Deadlines.class).endOf("T-REC-99", dossier)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> terms.start(dossier, "T-REC-01", LocalDate.of(1999, 12, 31))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_pause_holds_the_pausable_terms_and_a_resumption_moves_them_by_the_days_between() {
        for (String rule : List.of("T-REC-00", "T-REC-01", "T-REC-02", "T-HOR-01")) {
            terms.start(dossier, rule, START);
        }
        moves.heard.clear();
        today(START.plusDays(10));
        terms.pause(dossier, PauseGround.VERWEER, START.plusDays(8), "Gevraagd in de brief");
        terms.pause(dossier, PauseGround.VERWEER, START.plusDays(9), "Nog eens");

        assertThat(moves.heard).containsExactlyInAnyOrder(dossier + " T-REC-01", dossier + " T-REC-02");
        assertThat(moves.outsideTransaction).isFalse();
        assertThat(terms.due(dossier, "T-REC-01")).isNull();
        assertThat(terms.due(dossier, "T-HOR-01")).isEqualTo(START.plusDays(14));
        assertThat(standing("T-REC-01")).satisfies(term -> {
            assertThat(term.pausedSince()).isEqualTo(START.plusDays(8));
            assertThat(term.pauseGround()).isEqualTo("VERWEER");
            assertThat(term.countedDays()).isEqualTo(8);
            assertThat(term.pausedDays()).isEqualTo(2);
            assertThat(term.daysLeft()).isNull();
        });
        assertThat(standing("T-REC-00").pausedSince()).isNull();

        today(START.plusDays(20));
        terms.resume(dossier, PauseGround.VERWEER, START.plusDays(18), "Aangekomen");
        terms.resume(dossier, PauseGround.VERWEER, START.plusDays(19), "Nog eens");

        assertThat(moves.heard).hasSize(4);
        assertThat(terms.due(dossier, "T-REC-01")).isEqualTo(START.plusDays(130));
        assertThat(dueInTable("T-REC-02")).isEqualTo(START.plusDays(80));
        assertThat(standing("T-REC-01").pausedSince()).isNull();
        assertThat(standing("T-REC-01").daysLeft()).isEqualTo(110);
        assertThat(sentences().get(4)).isEqualTo("Dossierwerk noteerde dat het dossier sinds dinsdag 12 januari 2027 wacht op het verweer van de"
                + " aanvrager; de klok staat stil.");
        assertThat(sentences().get(5)).contains("op vrijdag 22 januari 2027 niet langer wachtte", "\"Beslissing over de aanvraag\": de laatste"
                + " dag is vrijdag 14 mei 2027");
    }

    @Test
    void overlapping_pauses_count_once_and_the_clock_waits_for_the_last_answer() {
        terms.start(dossier, "T-REC-01", START);
        today(START.plusDays(40));
        terms.pause(dossier, PauseGround.VERWEER, START.plusDays(10), "a");
        terms.pause(dossier, PauseGround.BRON_DERDE, START.plusDays(15), "b");
        terms.resume(dossier, PauseGround.VERWEER, START.plusDays(20), "c");

        assertThat(terms.due(dossier, "T-REC-01")).isNull();
        assertThat(terms.openPauses(dossier)).extracting(FilePause::ground).containsExactly(PauseGround.BRON_DERDE);
        assertThat(standing("T-REC-01").pauseGround()).isEqualTo("BRON_DERDE");
        assertThat(sentences().get(3)).endsWith("het wacht nog op gegevens van een derde.");

        terms.resume(dossier, PauseGround.BRON_DERDE, START.plusDays(30), "d");

        assertThat(terms.due(dossier, "T-REC-01")).isEqualTo(START.plusDays(140));
    }

    @Test
    void a_term_that_starts_while_the_file_waits_stands_still_at_once() {
        terms.pause(dossier, PauseGround.AANVULLING_AANVRAGER, START.minusDays(3), "Voor de volledigheid");

        assertThat(moves.heard).isEmpty();
        terms.start(dossier, "T-REC-01", START);

        assertThat(terms.due(dossier, "T-REC-01")).isNull();
        assertThat(standing("T-REC-01").pausedSince()).isEqualTo(START);
        terms.resume(dossier, PauseGround.AANVULLING_AANVRAGER, START, "Volledig");
        assertThat(terms.due(dossier, "T-REC-01")).isEqualTo(START.plusDays(120));
    }

    @Test
    void an_answer_before_its_question_is_refused() {
        terms.start(dossier, "T-REC-01", START);
        terms.pause(dossier, PauseGround.VERWEER, START, "a");

        assertThat(refusal(() -> terms.resume(dossier, PauseGround.VERWEER, START.minusDays(1), "b"))).isEqualTo("deadline.resume.before-pause");
    }

    @Test
    void an_extension_adds_calendar_days() {
        terms.start(dossier, "T-REC-01", START);
        terms.extend(dossier, "T-REC-01", 15, "Complex dossier");

        assertThat(terms.due(dossier, "T-REC-01")).isEqualTo(START.plusDays(135));
        assertThat(standing("T-REC-01").totalDays()).isEqualTo(135);
        assertThat(moves.heard).hasSize(2);
        assertThat(refusal(() -> terms.extend(dossier, "T-REC-02", 15, "x"))).isEqualTo("deadline.term.not-running");
        assertThat(refusal(() -> terms.extend(dossier, "T-REC-01", 0, "x"))).isEqualTo("deadline.extend.days");
    }

    @Test
    void a_stopped_term_stands_as_it_stood_whatever_is_written_later() {
        terms.start(dossier, "T-REC-02", START);
        terms.start(dossier, "T-REC-01", START);
        today(START.plusDays(80));
        terms.stop(dossier, "T-REC-02", START.plusDays(72));
        terms.stop(dossier, "T-REC-02", START.plusDays(75));
        terms.pause(dossier, PauseGround.VERWEER, START.plusDays(10), "Te laat genoteerd");

        assertThat(standing("T-REC-02")).satisfies(term -> {
            assertThat(term.stoppedOn()).isEqualTo(START.plusDays(72));
            assertThat(term.due()).isEqualTo(START.plusDays(70));
            assertThat(term.overdue()).isTrue();
            assertThat(term.daysLeft()).isEqualTo(-2);
            assertThat(term.pausedDays()).isZero();
            assertThat(term.pausedSince()).isNull();
        });
        assertThat(terms.due(dossier, "T-REC-02")).isNull();
        assertThat(sentences()).contains("De termijn \"Advies van de commissie\" eindigde op woensdag 17 maart 2027, 2 kalenderdagen te laat.");
        assertThat(refusal(() -> terms.stop(dossier, "T-REC-01", START.minusDays(1)))).isEqualTo("deadline.stop.before-start");
    }

    @Test
    void closing_a_dossier_stops_all_its_terms_and_ends_its_pauses() {
        terms.start(dossier, "T-REC-01", START);
        terms.start(dossier, "T-REC-03", START.plusDays(2));
        terms.pause(dossier, PauseGround.VERWEER, START, "a");
        moves.heard.clear();
        terms.stopAll(dossier, START.plusDays(1));

        assertThat(terms.of(dossier)).extracting(TermStanding::stoppedOn).containsExactly(START.plusDays(1), START.plusDays(2));
        assertThat(terms.openPauses(dossier)).isEmpty();
        assertThat(moves.heard).hasSize(2);
    }

    @Test
    void many_dossiers_are_read_as_one_by_one() {
        terms.start(dossier, "T-REC-01", START);
        String other = dossier + "-B";
        terms.start(other, "T-REC-03", START);
        terms.pause(other, PauseGround.VERWEER, START, "a");

        var all = terms.ofAll(List.of(dossier, other, "DC-ERK-2027-99999"));

        assertThat(all).containsOnlyKeys(dossier, other, "DC-ERK-2027-99999").containsEntry("DC-ERK-2027-99999", List.of());
        assertThat(all.get(dossier)).isEqualTo(terms.of(dossier));
        assertThat(all.get(other)).isEqualTo(terms.of(other));
    }

    @Test
    void a_look_ahead_says_the_last_day_and_changes_nothing() {
        terms.start(dossier, "T-REC-01", START);
        terms.start(dossier, "T-HOR-01", START);

        assertThat(terms.dueIfPaused(dossier, "T-REC-01", PauseGround.BRON_DERDE, START.plusDays(3), START.plusDays(10))).isEqualTo(START.plusDays(127));
        assertThat(terms.dueIfPaused(dossier, "T-HOR-01", PauseGround.BRON_DERDE, START.plusDays(3), START.plusDays(10))).isEqualTo(START.plusDays(14));
        assertThat(terms.dueIfPaused(dossier, "T-REC-02", PauseGround.BRON_DERDE, START.plusDays(3), START.plusDays(10))).isNull();
        assertThat(terms.due(dossier, "T-REC-01")).isEqualTo(START.plusDays(120));

        terms.pause(dossier, PauseGround.VERWEER, START.plusDays(1), "a");
        assertThat(terms.dueIfPaused(dossier, "T-REC-01", PauseGround.BRON_DERDE, START.plusDays(1), START.plusDays(11))).isEqualTo(START.plusDays(130));
    }

    @Test
    void timers_wait_until_midnight_after_the_last_day_and_never_fire_in_a_pause() {
        Deadlines deadlines = bean(Deadlines.class);
        Date never = midnight(LocalDate.of(2999, 12, 31));
        assertThat(deadlines.endOf("T-REC-02", dossier)).isEqualTo(never);

        terms.start(dossier, "T-REC-02", START);
        assertThat(deadlines.endOf("T-REC-02", dossier)).isEqualTo(midnight(LocalDate.of(2027, 3, 16)));
        terms.pause(dossier, PauseGround.VERWEER, START, "a");
        assertThat(deadlines.endOf("T-REC-02", dossier)).isEqualTo(never);
        today(START.plusDays(20));
        terms.resume(dossier, PauseGround.VERWEER, START.plusDays(20), "b");
        // 4 April lies behind the change to summer time: midnight in Brussels, not in UTC.
        assertThat(deadlines.endOf("T-REC-02", dossier)).isEqualTo(midnight(LocalDate.of(2027, 4, 5))).isEqualTo("2027-04-04T22:00:00Z");
        terms.stop(dossier, "T-REC-02", START.plusDays(20));
        assertThat(deadlines.endOf("T-REC-02", dossier)).isEqualTo(never);
    }

    @Test
    void a_change_that_tasks_cannot_follow_is_not_made() {
        terms.start(dossier, "T-REC-01", START);
        moves.refuse = true;

        assertThatThrownBy(() -> terms.pause(dossier, PauseGround.VERWEER, START, "a")).isInstanceOf(IllegalStateException.class);

        moves.refuse = false;
        assertThat(terms.openPauses(dossier)).isEmpty();
        assertThat(terms.due(dossier, "T-REC-01")).isEqualTo(START.plusDays(120));
        assertThat(sentences()).hasSize(1);
    }

    @Test
    void starts_at_the_same_moment_make_one_term() throws Exception {
        var pool = Executors.newFixedThreadPool(4);
        try {
            Callable<Void> start = () -> {
                terms.start(dossier, "T-HOR-01", START);
                return null;
            };
            for (Future<Void> done : pool.invokeAll(List.of(start, start, start, start))) {
                done.get();
            }
        } finally {
            pool.shutdown();
        }
        assertThat(terms.of(dossier)).hasSize(1);
        assertThat(sentences()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"update term_entry set reason = 'x'", "delete from term_entry", "truncate term_entry"})
    void the_ledger_is_never_changed(String statement) {
        terms.start(dossier, "T-REC-01", START);

        assertThatThrownBy(() -> bean(JdbcClient.class).sql(statement).update()).hasMessageContaining("never changed or deleted");
    }

    @Test
    void each_step_of_the_ladder_is_taken_once_on_its_day() {
        terms.start(dossier, "T-REC-01", START);
        List<String> taken = new ArrayList<>();
        for (int day = 0; day <= 125; day++) {
            today(START.plusDays(day));
            List<Integer> before = steps("T-REC-01");
            bean(EscalationLadder.class).sweep();
            bean(EscalationLadder.class).sweep();
            for (Integer step : steps("T-REC-01")) {
                if (!before.contains(step)) {
                    taken.add(day + ": " + step);
                }
            }
        }
        assertThat(taken).containsExactly("60: 50", "90: 75", "108: 90", "121: 100");
        assertThat(bean(JdbcClient.class).sql("select addressee from term_escalation e join term t on t.id = e.term where dossier = ? order by step")
                .param(dossier).query(String.class).list()).containsExactly(Roles.HANDLER, Roles.TEAM_LEAD, Roles.HEAD, Roles.HEAD);
        assertThat(sentences()).hasSize(5).endsWith(
                "De termijn \"Beslissing over de aanvraag\" verstreek op dinsdag 4 mei 2027; het afdelingshoofd volgt de overschrijding op.");
    }

    @Test
    void the_ladder_skips_a_pause_and_goes_on_with_the_counted_days() {
        terms.start(dossier, "T-REC-01", START);
        today(START.plusDays(50));
        terms.pause(dossier, PauseGround.VERWEER, START.plusDays(50), "a");
        today(START.plusDays(200));
        assertThat(bean(EscalationLadder.class).sweep()).isZero();
        terms.resume(dossier, PauseGround.VERWEER, START.plusDays(200), "b");
        assertThat(bean(EscalationLadder.class).sweep()).isZero();
        today(START.plusDays(209));
        assertThat(bean(EscalationLadder.class).sweep()).isZero();
        today(START.plusDays(210));
        assertThat(bean(EscalationLadder.class).sweep()).isEqualTo(1);
        assertThat(steps("T-REC-01")).containsExactly(50);
    }

    @Test
    void a_step_that_came_before_a_pause_but_was_not_swept_waits_for_the_answer() {
        terms.start(dossier, "T-REC-01", START);
        today(START.plusDays(70));
        terms.pause(dossier, PauseGround.VERWEER, START.plusDays(65), "a");

        assertThat(bean(EscalationLadder.class).sweep()).isZero();
        terms.resume(dossier, PauseGround.VERWEER, START.plusDays(70), "b");
        assertThat(bean(EscalationLadder.class).sweep()).isEqualTo(1);
    }

    @Test
    void a_pause_after_the_last_day_does_not_hide_that_the_term_is_late() {
        terms.start(dossier, "T-REC-05", START);
        today(START.plusDays(12));
        terms.pause(dossier, PauseGround.VERWEER, START.plusDays(11), "a");

        assertThat(standing("T-REC-05").overdue()).isTrue();
        assertThat(standing("T-REC-05").pausedSince()).isNull();
        assertThat(bean(EscalationLadder.class).sweep()).isEqualTo(4);
    }

    @Test
    void after_a_week_of_standstill_every_step_comes_once_in_order_and_keeps_its_own_day() {
        terms.start(dossier, "T-REC-05", START);
        terms.start(dossier, "T-REC-03", START);
        today(START.plusDays(4));
        assertThat(bean(EscalationLadder.class).sweep()).isZero();

        today(START.plusDays(12));
        assertThat(bean(EscalationLadder.class).sweep()).isEqualTo(5);
        assertThat(bean(EscalationLadder.class).sweep()).isZero();

        assertThat(taken()).containsExactly("T-REC-05 50 2027-01-09 2027-01-16", "T-REC-05 75 2027-01-12 2027-01-16",
                "T-REC-05 90 2027-01-13 2027-01-16", "T-REC-03 50 2027-01-14 2027-01-16", "T-REC-05 100 2027-01-15 2027-01-16");
        assertThat(sentences().subList(2, 7)).extracting(sentence -> sentence.replaceAll(".*Deze stap kwam op (.*) en werd.*", "$1"))
                .containsExactly("zaterdag 9 januari 2027", "dinsdag 12 januari 2027", "woensdag 13 januari 2027", "donderdag 14 januari 2027",
                        "vrijdag 15 januari 2027");
    }

    @Test
    void a_step_that_was_due_before_the_stop_is_not_lost_when_the_stop_comes_before_the_sweep() {
        terms.start(dossier, "T-REC-05", START);
        today(START.plusDays(20));
        terms.stop(dossier, "T-REC-05", START.plusDays(8));

        assertThat(taken()).containsExactly("T-REC-05 50 2027-01-09 2027-01-24", "T-REC-05 75 2027-01-12 2027-01-24");
        assertThat(bean(EscalationLadder.class).sweep()).isZero();
    }

    @Test
    void terms_that_have_stopped_or_bind_the_applicant_are_not_escalated() {
        terms.start(dossier, "T-REC-03", START);
        terms.stop(dossier, "T-REC-03", START.plusDays(1));
        terms.start(dossier, "T-HOR-01", START);
        today(START.plusDays(60));

        assertThat(bean(EscalationLadder.class).sweep()).isZero();
    }

    @Test
    void a_delay_is_explained_once_the_ladder_has_been_climbed_and_by_those_who_follow_it_up() {
        terms.start(dossier, "T-REC-05", START);
        ExplainDelay explainDelay = bean(ExplainDelay.class);
        assertThat(refusal(() -> as(AN, () -> explainDelay.explain(dossier, "T-REC-05", DelayReason.CAPACITEIT, "")))).isEqualTo("deadline.explain.no-step");
        today(START.plusDays(11));
        bean(EscalationLadder.class).sweep();

        as(AN, () -> explainDelay.explain(dossier, "T-REC-05", DelayReason.WACHT_HANDTEKENING, "Kabinet gesloten"));

        assertThat(bean(JdbcClient.class).sql("select step || reason_code || explained_by_name from term_escalation e join term t on t.id = e.term"
                + " where dossier = ? and reason_code is not null").param(dossier).query(String.class).list())
                .containsExactly("100WACHT_HANDTEKENINGAn Peeters");
        assertThat(sentences()).last().isEqualTo(
                "An Peeters gaf een reden op voor de vertraging van \"Ondertekening\": wachten op de handtekening.");
        assertThat(refusal(() -> as(ELS, () -> explainDelay.explain(dossier, "T-REC-05", DelayReason.OVERMACHT, ""))))
                .isEqualTo("security.role-missing");
        assertThat(refusal(() -> as(AN, () -> explainDelay.explain(dossier, "T-REC-05", null, "")))).isEqualTo("deadline.explain.code");
    }

    @ParameterizedTest
    @EnumSource(DelayReason.class)
    void every_reason_of_the_list_can_be_kept(DelayReason reason) {
        terms.start(dossier, "T-REC-05", START);
        today(START.plusDays(5));
        bean(EscalationLadder.class).sweep();
        as(AN, () -> bean(ExplainDelay.class).explain(dossier, "T-REC-05", reason, null));

        assertThat(sentences()).hasSize(3);
    }

    private static Justification<PauseGround> because(PauseGround ground, String reason) {
        return new Justification<>(ground, "Brief", reason);
    }

    @ParameterizedTest
    @EnumSource(value = PauseGround.class, mode = EnumSource.Mode.EXCLUDE, names = "SCHORSING")
    void a_handler_pauses_and_resumes_by_hand(PauseGround ground) {
        PauseByHand byHand = bean(PauseByHand.class);
        terms.start(dossier, "T-REC-01", START);
        today(START.plusDays(30));
        as(AN, () -> byHand.pause(dossier, START.plusDays(20), because(ground, " Gebeld ")));
        as(AN, () -> byHand.resume(dossier, START.plusDays(25), because(ground, "Kwam per post")));

        assertThat(terms.due(dossier, "T-REC-01")).isEqualTo(START.plusDays(125));
        assertThat(sentences().get(1)).startsWith("An Peeters noteerde dat het dossier sinds zondag 24 januari 2027 wacht op ");
        assertThat(bean(AuditLog.class).of(dossier).get(1).reason()).isEqualTo("Gebeld");
    }

    @Test
    void a_suspension_begins_and_ends_with_a_ruling_and_not_by_hand() {
        PauseByHand byHand = bean(PauseByHand.class);
        assertThatThrownBy(() -> as(AN, () -> byHand.pause(dossier, START, because(PauseGround.SCHORSING, "Gebeld")))).hasMessage("deadline.pause.by-ruling");
        assertThatThrownBy(() -> as(AN, () -> byHand.resume(dossier, START, because(PauseGround.SCHORSING, "Gebeld")))).hasMessage("deadline.pause.by-ruling");
    }

    @Test
    void pausing_by_hand_refuses_what_cannot_be() {
        PauseByHand byHand = bean(PauseByHand.class);
        PauseGround ground = PauseGround.VERWEER;
        LocalDate now = START.plusDays(30);
        today(now);
        assertThat(refusal(() -> as(AN, () -> byHand.pause(dossier, now, because(ground, "a"))))).isEqualTo("deadline.pause.nothing-runs");
        terms.start(dossier, "T-HOR-01", START);
        assertThat(refusal(() -> as(AN, () -> byHand.pause(dossier, now, because(ground, "a"))))).isEqualTo("deadline.pause.nothing-runs");
        terms.start(dossier, "T-REC-01", START);
        assertThat(refusal(() -> as(ELS, () -> byHand.pause(dossier, now, because(ground, "a"))))).isEqualTo("security.role-missing");
        assertThat(refusal(() -> as(AN, () -> byHand.pause(dossier, now, because(null, "a"))))).isEqualTo("deadline.ground.required");
        assertThat(refusal(() -> as(AN, () -> byHand.pause(dossier, null, because(ground, "a"))))).isEqualTo("deadline.date.required");
        assertThat(refusal(() -> as(AN, () -> byHand.pause(dossier, now, because(ground, " "))))).isEqualTo("deadline.reason.required");
        assertThat(refusal(() -> as(AN, () -> byHand.pause(dossier, now, because(ground, "a".repeat(501)))))).isEqualTo("deadline.text.too-long");
        assertThat(refusal(() -> as(AN, () -> byHand.pause(dossier, now.plusDays(1), because(ground, "a"))))).isEqualTo("deadline.date.future");
        assertThat(refusal(() -> as(AN, () -> byHand.pause(dossier, START.minusDays(1), because(ground, "a"))))).isEqualTo("deadline.pause.before-start");
        assertThat(refusal(() -> as(AN, () -> byHand.resume(dossier, now, because(ground, "a"))))).isEqualTo("deadline.resume.not-paused");
        as(AN, () -> byHand.pause(dossier, START.plusDays(10), because(ground, "a")));
        assertThat(refusal(() -> as(AN, () -> byHand.pause(dossier, now, because(ground, "a"))))).isEqualTo("deadline.pause.already");
        assertThat(refusal(() -> as(AN, () -> byHand.resume(dossier, START.plusDays(9), because(ground, "a"))))).isEqualTo("deadline.resume.before-pause");
        as(AN, () -> byHand.resume(dossier, START.plusDays(15), because(ground, "a")));
        as(AN, () -> byHand.pause(dossier, START.plusDays(12), because(ground, "a")));
        as(AN, () -> byHand.resume(dossier, START.plusDays(18), because(ground, "a")));
        // Days 11 to 15 and 13 to 18: eight days, each once.
        assertThat(terms.due(dossier, "T-REC-01")).isEqualTo(START.plusDays(128));
    }

    @Test
    void an_extension_a_corrected_start_and_a_countered_pause_move_the_last_day_and_overwrite_nothing() {
        AdjustTerm adjust = bean(AdjustTerm.class);
        terms.start(dossier, "T-REC-01", START);
        today(START.plusDays(40));
        terms.pause(dossier, PauseGround.VERWEER, START.plusDays(10), "a");
        terms.resume(dossier, PauseGround.VERWEER, START.plusDays(20), "b");
        as(AN, () -> adjust.extend(dossier, "T-REC-01", 15, why(ExtensionGround.OVERMACHT)));
        as(AN, () -> adjust.correctStart(dossier, "T-REC-01", START.plusDays(2), why(CorrectionGround.ANDERE_DATUM_BEWEZEN)));
        assertThat(terms.due(dossier, "T-REC-01")).isEqualTo(START.plusDays(2 + 120 + 10 + 15));
        assertThat(dueInTable("T-REC-01")).isEqualTo(START.plusDays(147));

        counter("PAUSED");
        assertThat(terms.due(dossier, "T-REC-01")).isEqualTo(START.plusDays(137));
        counter("EXTENDED");
        counter("CORRECTED");
        assertThat(terms.due(dossier, "T-REC-01")).isEqualTo(START.plusDays(120)).isEqualTo(dueInTable("T-REC-01"));
        assertThat(standing("T-REC-01").startedOn()).isEqualTo(START);
        assertThat(bean(Ledger.class).lines(dossier)).hasSize(5).extracting(LedgerLine::kind, LedgerLine::holds).containsExactly(
                tuple("STARTED", true), tuple("PAUSED", false), tuple("RESUMED", false), tuple("EXTENDED", false), tuple("CORRECTED", false));
        assertThat(sentences()).anyMatch(line -> line.startsWith("An Peeters boekte tegen wat op zaterdag 13 februari 2027 genoteerd werd: sinds donderdag 14 januari 2027"
                + " wacht het dossier op het verweer van de aanvrager; \"Beslissing over de aanvraag\": de laatste dag is vrijdag 21 mei 2027."));
        assertThat(refusal(() -> counter("PAUSED"))).isEqualTo("deadline.counter.unknown");
    }

    @Test
    void a_pause_whose_end_was_countered_can_be_ended_again_also_after_a_later_one() {
        terms.start(dossier, "T-REC-01", START);
        today(START.plusDays(40));
        terms.pause(dossier, PauseGround.VERWEER, START.plusDays(5), "a");
        terms.resume(dossier, PauseGround.VERWEER, START.plusDays(10), "b");
        terms.pause(dossier, PauseGround.VERWEER, START.plusDays(20), "c");
        terms.resume(dossier, PauseGround.VERWEER, START.plusDays(22), "d");
        counter("RESUMED");
        assertThat(terms.due(dossier, "T-REC-01")).isNull();

        terms.resume(dossier, PauseGround.VERWEER, START.plusDays(8), "e");

        assertThat(terms.openPauses(dossier)).isEmpty();
        assertThat(terms.due(dossier, "T-REC-01")).isEqualTo(START.plusDays(125));
    }

    @Test
    void what_was_believed_on_a_day_stays_known() {
        terms.start(dossier, "T-REC-01", START);
        today(START.plusDays(10));
        terms.pause(dossier, PauseGround.VERWEER, START.plusDays(9), "a");
        today(START.plusDays(30));
        counter("PAUSED");

        assertThat(believedOn(START.plusDays(5)).get(0).account(START.plusDays(5)).effectiveDue()).isEqualTo(START.plusDays(120));
        assertThat(believedOn(START.plusDays(20)).get(0).account(START.plusDays(20)).effectiveDue()).isNull();
        assertThat(believedOn(START.plusDays(31)).get(0).account(START.plusDays(31)).effectiveDue()).isEqualTo(START.plusDays(120));
        assertThat(believedOn(START.minusDays(1))).isEmpty();
    }

    @Test
    void a_look_ahead_at_an_adjustment_equals_what_happens_and_leaves_nothing_behind() {
        AdjustTerm adjust = bean(AdjustTerm.class);
        terms.start(dossier, "T-REC-01", START);
        terms.start(dossier, "T-REC-02", START);
        Runnable change = () -> adjust.extend(dossier, "T-REC-02", 7, why(ExtensionGround.AKKOORD_AANVRAGER));
        as(AN, () -> assertThat(adjust.lookAhead(dossier, change)).containsEntry("T-REC-02", START.plusDays(77)).containsEntry("T-REC-01", START.plusDays(120)));
        assertThat(terms.due(dossier, "T-REC-02")).isEqualTo(START.plusDays(70));
        assertThat(sentences()).hasSize(2);

        as(AN, change);
        assertThat(terms.due(dossier, "T-REC-02")).isEqualTo(START.plusDays(77));
    }

    @Test
    void an_adjustment_needs_a_role_a_ground_evidence_and_a_reason() {
        AdjustTerm adjust = bean(AdjustTerm.class);
        terms.start(dossier, "T-REC-01", START);
        ExtensionGround ground = ExtensionGround.OVERMACHT;
        assertThat(refusal(() -> as(ELS, () -> adjust.extend(dossier, "T-REC-01", 1, why(ground))))).isEqualTo("security.role-missing");
        assertThat(refusal(() -> as(AN, () -> adjust.extend(dossier, "T-REC-01", 0, why(ground))))).isEqualTo("deadline.extend.days");
        assertThat(refusal(() -> as(AN, () -> adjust.extend(dossier, "T-REC-02", 1, why(ground))))).isEqualTo("deadline.term.not-running");
        assertThat(refusal(() -> as(AN, () -> adjust.extend(dossier, "T-REC-01", 1, new Justification<>(null, "a", "b"))))).isEqualTo("deadline.ground.required");
        assertThat(refusal(() -> as(AN, () -> adjust.extend(dossier, "T-REC-01", 1, new Justification<>(ground, " ", "b"))))).isEqualTo("deadline.evidence.required");
        assertThat(refusal(() -> as(AN, () -> adjust.extend(dossier, "T-REC-01", 1, new Justification<>(ground, "a", null))))).isEqualTo("deadline.reason.required");
        CorrectionGround wrong = CorrectionGround.VERKEERD_GENOTEERD;
        assertThat(refusal(() -> as(AN, () -> adjust.correctStart(dossier, "T-REC-01", START.plusDays(1), why(wrong))))).isEqualTo("deadline.date.future");
        assertThat(refusal(() -> as(AN, () -> adjust.correctStart(dossier, "T-REC-01", null, why(wrong))))).isEqualTo("deadline.date.required");
        assertThat(sentences()).hasSize(1);
    }

    @Test
    void equal_inputs_have_equal_hashes_and_other_inputs_others() {
        terms.start(dossier, "T-REC-01", START);
        String before = hash();
        terms.pause(dossier, PauseGround.VERWEER, START, "a");
        assertThat(hash()).isNotEqualTo(before).hasSize(64);
        counter("PAUSED");
        assertThat(hash()).isEqualTo(before);
    }

    private String hash() {
        return bean(JdbcClient.class).sql("select inputs_sha256 from term where dossier = ?").param(dossier).query(String.class).single();
    }

    private List<DossierTerm> believedOn(LocalDate day) {
        return bean(Ledger.class).termsAsKnown(dossier, day.atTime(23, 0).atZone(MovableClock.BRUSSELS).toInstant());
    }

    private void counter(String kind) {
        long entry = bean(Ledger.class).lines(dossier).stream().filter(line -> line.kind().equals(kind)).findFirst().orElseThrow().id();
        as(AN, () -> bean(AdjustTerm.class).counter(dossier, entry, why(CorrectionGround.VERKEERD_GENOTEERD)));
    }

    private static <G extends Enum<G>> Justification<G> why(G ground) {
        return new Justification<>(ground, "brief van de aanvrager", "bleek uit de brief");
    }

    private static void today(LocalDate day) {
        clock.moveTo(ZonedDateTime.of(day.atTime(9, 30), MovableClock.BRUSSELS));
    }

    private static Date midnight(LocalDate day) {
        return Date.from(day.atStartOfDay(MovableClock.BRUSSELS).toInstant());
    }

    private TermStanding standing(String rule) {
        return terms.of(dossier).stream().filter(term -> term.rule().equals(rule)).findFirst().orElseThrow();
    }

    private LocalDate dueInTable(String rule) {
        return bean(JdbcClient.class).sql("select due_on from term where dossier = ? and rule = ?").params(dossier, rule)
                .query(LocalDate.class).single();
    }

    private List<Integer> steps(String rule) {
        return bean(JdbcClient.class).sql("select step from term_escalation e join term t on t.id = e.term where dossier = ? and rule = ? order by step")
                .params(dossier, rule).query(Integer.class).list();
    }

    private List<String> sentences() {
        return bean(AuditLog.class).of(dossier).stream().map(AuditLog.Line::sentence).toList();
    }

    private static void as(Actor actor, Runnable work) {
        bean(CurrentActor.class).as(actor, () -> {
            work.run();
            return null;
        });
    }

    private static String refusal(Runnable work) {
        Refused refused = catchThrowableOfType(Refused.class, work::run);
        assertThat(refused).as("it was not refused").isNotNull();
        return refused.key();
    }

    private static <T> T bean(Class<T> type) {
        return spring.getBean(type);
    }

    /** Rule, step, the day on which it came and the day on which it was recorded, by the former. */
    private List<String> taken() {
        return bean(JdbcClient.class).sql("""
                select t.rule || ' ' || e.step || ' ' || e.due_on || ' ' || (e.at at time zone 'Europe/Brussels')::date
                from term_escalation e join term t on t.id = e.term where t.dossier = ? order by e.due_on, e.step""")
                .param(dossier).query(String.class).list();
    }
}
