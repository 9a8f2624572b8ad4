package be.dossierwerk.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.demo.TypedForms;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.recognition.Application;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.MovableClock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The executor of the engine's jobs: in due order, many timers in one transaction, and with the engine's own care for each that fails. */
@DossierwerkTest
class DueJobExecutorTest {

    private static final LocalDate RECEIVED = LocalDate.of(2027, 6, 1);
    /** A month after the last question, and before anybody's second term ends. */
    private static final LocalDate DAY_AFTER = LocalDate.of(2027, 7, 31);
    private static int undertakings = 2_480;

    @Autowired private Acts acts;
    @Autowired private DemoPeople people;
    @Autowired private DueJobs jobs;
    @Autowired private MovableClock clock;
    @Autowired private ProcessEngine engine;
    @Autowired private FreeTimers freeTimers;
    @Autowired private AuditLog audit;
    @Autowired private PlatformTransactionManager transactions;
    @Autowired private JdbcClient jdbc;
    @Autowired @Qualifier("outbox") private Object outbox;

    private final List<String> dossiers = new ArrayList<>();
    private DueJobExecutor executor;

    /** Never started: it takes and runs jobs when the test says so. */
    private static final class ByHand extends DueJobExecutor {

        private ByHand(RunTogether.Free free) {
            super(free);
        }

        @Override
        public boolean isActive() {
            return true;
        }
    }

    @BeforeEach
    void four_applicants_who_do_not_answer() {
        jobs.byHand();
        executor = new ByHand(freeTimers);
        // Filed the last one first: the order of their timers is not that of their making.
        for (int i = 4; i > 0; i--) {
            at(RECEIVED.plusWeeks(i));
            Application application = InventedApplications.make(undertakings++, RECEIVED.plusWeeks(i), false);
            String dossier = acts.file(people.actor("els"), application, "PAPIER", RECEIVED.plusWeeks(i), InventedApplications.attachments(application));
            acts.send(people.actor("an"), dossier, "UserTask_VolledigheidNagaan", TypedForms.depositMissing());
            dossiers.add(0, dossier);
        }
        at(DAY_AFTER);
        lettersAreOut();
    }

    @AfterEach
    void clock_runs_again() {
        jdbc.sql("update act_ru_job set lock_owner_ = null, lock_exp_time_ = null where lock_owner_ = ?").param(executor.getLockOwner()).update();
        clock.release();
    }

    @Test
    void they_are_taken_in_the_order_in_which_they_were_due_and_once() {
        List<String> due = timers();

        assertThat(take()).containsSubsequence(due);
        assertThat(take()).doesNotContainAnyElementsOf(due);
    }

    @Test
    void many_run_in_one_transaction_and_none_twice() {
        List<String> due = timers();
        long before = entries();
        run(due);

        assertThat(due).hasSize(4);
        assertThat(left(due)).isEmpty();
        assertThat(jdbc.sql("select count(distinct xact) from audit_entry where dossier = any(?) and action = 'HERINNERD'").param(numbers()).query(Integer.class).single()).isEqualTo(1);
        lettersAreOut();
        long after = entries();
        assertThat(after).isGreaterThanOrEqualTo(before + 4);
        run(due);
        lettersAreOut();
        assertThat(entries()).isEqualTo(after);
    }

    @Test
    void one_that_fails_loses_a_try_and_the_others_run() {
        List<String> due = timers();
        jdbc.sql("update act_ru_job set handler_cfg_ = 'nergens' where id_ = ?").param(due.get(2)).update();
        for (int tries = 3; tries >= 0; tries--) {
            run(due);
            assertThat(jdbc.sql("select retries_ from act_ru_job where id_ = any(?)").param(due.toArray(String[]::new)).query(Integer.class).list()).containsExactly(tries);
        }
        assertThat(jdbc.sql("select count(*) from act_ru_incident where configuration_ = ?").param(due.get(2)).query(Integer.class).single()).isEqualTo(1);
        assertThat(left(due)).containsExactly(due.get(2));
    }

    @Test
    void who_works_in_a_dossier_holds_up_none_of_the_others() throws Exception {
        List<String> due = timers();
        CountDownLatch works = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        CompletableFuture<Void> somebody = CompletableFuture.runAsync(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
            audit.lock(dossiers.get(1));
            works.countDown();
            await(done);
        }));
        await(works);
        CompletableFuture<Void> run = CompletableFuture.runAsync(() -> run(due));
        for (int i = 0; i < 3_000 && left(due).size() > 1; i++) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        assertThat(left(due)).containsExactly(due.get(1));
        done.countDown();
        somebody.get();
        run.get();

        assertThat(left(due)).isEmpty();
    }

    /** The timers of the four that are due, in the order of their dossiers, which is that of their days. */
    private List<String> timers() {
        return jdbc.sql("""
                select j.id_ from act_ru_job j join act_ru_execution e on e.id_ = j.root_proc_inst_id_
                where j.type_ = 'timer' and e.business_key_ = any(?) and j.duedate_ < ? order by array_position(?, e.business_key_::text)""").params(numbers(), DAY_AFTER, numbers()).query(String.class).list();
    }

    private List<String> left(List<String> due) {
        return jdbc.sql("select id_ from act_ru_job where id_ = any(?)").param(due.toArray(String[]::new)).query(String.class).list();
    }

    private long entries() {
        return jdbc.sql("select count(*) from audit_entry where dossier = any(?)").param(numbers()).query(Long.class).single();
    }

    private String[] numbers() {
        return dossiers.toArray(String[]::new);
    }

    private List<String> take() {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getCommandExecutorTxRequired().execute(executor.getAcquireJobsCmd(1_000))
                .getJobIdBatches().stream().flatMap(List::stream).toList();
    }

    private void run(List<String> due) {
        executor.getExecuteJobsRunnable(due, (ProcessEngineImpl) engine).run();
    }

    /** A letter that goes out holds its dossier for a moment, and is told in it. */
    private void lettersAreOut() {
        ReflectionTestUtils.invokeMethod(outbox, "dispatchDue");
    }

    private void at(LocalDate day) {
        clock.moveTo(ZonedDateTime.of(day.atTime(10, 0), MovableClock.BRUSSELS));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
