package be.dossierwerk.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.CountedStatements;
import be.dossierwerk.OwnDatabase;
import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.MovableClock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** Many terms that climb together: in the order of their days, none twice, and nobody held up by somebody else's dossier. */
class EscalationLadderTest {

    private static final LocalDate START = LocalDate.of(2027, 1, 4);

    @Configuration
    @EnableTransactionManagement
    static class Transactions { }

    /** Whoever follows up the steps of one dossier fails. */
    static class Followers {

        private volatile String failsIn;

        @EventListener
        public void escalated(TermsEscalated event) {
            if (event.steps().stream().anyMatch(step -> step.dossier().equals(failsIn))) {
                throw new IllegalStateException("nobody can be told");
            }
        }
    }

    private static AnnotationConfigApplicationContext spring;
    private static MovableClock clock;
    private static JdbcClient jdbc;
    private static EscalationLadder ladder;
    private static Followers followers;
    private static int dossiers;

    @BeforeAll
    static void boot() {
        spring = new AnnotationConfigApplicationContext();
        spring.register(CountedStatements.class);
        spring.registerBean(DataSource.class, () -> OwnDatabase.migrated());
        spring.registerBean(PlatformTransactionManager.class, () -> new DataSourceTransactionManager(spring.getBean(DataSource.class)));
        spring.registerBean(JdbcClient.class, () -> JdbcClient.create(spring.getBean(DataSource.class)));
        clock = new MovableClock();
        spring.registerBean(MovableClock.class, () -> clock);
        spring.register(Transactions.class, CurrentActor.class, AuditLog.class, Ledger.class, Terms.class, ClimbLadder.class, EscalationLadder.class, Followers.class);
        spring.refresh();
        jdbc = spring.getBean(JdbcClient.class);
        ladder = spring.getBean(EscalationLadder.class);
        followers = spring.getBean(Followers.class);
    }

    @AfterAll
    static void shut_down() {
        spring.close();
    }

    @BeforeEach
    void nothing_runs() {
        followers.failsIn = null;
        jdbc.sql("update term set next_step_on = null").update();
        today(START);
    }

    @Test
    void two_sweeps_at_once_take_every_step_once_and_each_dossier_hears_them_in_order() throws Exception {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            all.add(open(START.minusDays(i % 4), "T-REC-05", "T-REC-03"));
        }
        today(START.plusDays(60));
        ExecutorService two = Executors.newFixedThreadPool(2);
        int steps = 0;
        for (Future<Integer> each : two.invokeAll(List.<Callable<Integer>>of(ladder::sweep, ladder::sweep))) {
            steps += each.get();
        }
        two.shutdown();

        assertThat(steps).isEqualTo(all.size() * 2 * EscalationStep.ALL.size());
        assertThat(ladder.sweep()).isZero();
        for (String dossier : all) {
            List<String> days = jdbc.sql("""
                    select c.content::json -> 'after' ->> 'dag' from audit_entry e join audit_content c using (dossier, seq)
                    where e.dossier = ? and e.action = 'TERM_ESCALATED' order by seq""").param(dossier).query(String.class).list();
            assertThat(days).hasSize(8).isSorted();
        }
    }

    @Test
    void who_works_in_a_dossier_holds_up_none_of_the_others() throws Exception {
        String free = open(START, "T-REC-05");
        String busy = open(START, "T-REC-05");
        String later = open(START, "T-REC-05");
        today(START.plusDays(5));
        CountDownLatch works = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        ExecutorService two = Executors.newFixedThreadPool(2);
        Future<?> somebody = two.submit(() -> new TransactionTemplate(spring.getBean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            spring.getBean(AuditLog.class).lock(busy);
            works.countDown();
            await(done);
        }));
        await(works);
        Future<Integer> sweep = two.submit(ladder::sweep);
        for (int i = 0; i < 3_000 && steps(later).isEmpty(); i++) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        assertThat(List.of(steps(free), steps(busy), steps(later))).containsExactly(List.of(50), List.of(), List.of(50));
        done.countDown();
        somebody.get();

        assertThat(sweep.get()).isEqualTo(3);
        assertThat(steps(busy)).containsExactly(50);
        two.shutdown();
    }

    @Test
    void a_term_that_fails_holds_up_none_of_those_that_climb_with_it() {
        String first = open(START, "T-REC-05");
        String failing = open(START, "T-REC-05");
        String last = open(START, "T-REC-05");
        today(START.plusDays(5));
        followers.failsIn = failing;

        assertThat(ladder.sweep()).isEqualTo(2);
        assertThat(List.of(steps(first), steps(failing), steps(last))).containsExactly(List.of(50), List.of(), List.of(50));
        followers.failsIn = null;
        assertThat(ladder.sweep()).isEqualTo(1);
    }

    @Test
    void terms_of_one_day_cost_the_same_statements_however_many_they_are() {
        open(START, "T-REC-05");
        today(START.plusDays(5));
        int one = CountedStatements.of(() -> assertThat(ladder.sweep()).isEqualTo(1)).size();
        today(START);
        for (int i = 0; i < 30; i++) {
            open(START, "T-REC-05");
        }
        today(START.plusDays(5));
        List<String> many = CountedStatements.of(() -> assertThat(ladder.sweep()).isEqualTo(30));

        assertThat(many).hasSize(one).hasSizeLessThanOrEqualTo(17);
    }

    private static String open(LocalDate start, String... rules) {
        String dossier = "DC-ERK-2027-%05d".formatted(++dossiers);
        spring.getBean(CurrentActor.class).as(Actor.SYSTEM, () -> {
            for (String rule : rules) {
                spring.getBean(Terms.class).start(dossier, rule, start);
            }
            return null;
        });
        return dossier;
    }

    private static List<Integer> steps(String dossier) {
        return jdbc.sql("select step from term_escalation e join term t on t.id = e.term where t.dossier = ? order by step").param(dossier).query(Integer.class).list();
    }

    private static void today(LocalDate day) {
        clock.moveTo(ZonedDateTime.of(day.atTime(12, 0), MovableClock.BRUSSELS));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
