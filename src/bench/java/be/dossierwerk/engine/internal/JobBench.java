package be.dossierwerk.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.bench.Ceiling;
import be.dossierwerk.bench.Compared;
import be.dossierwerk.bench.Figures;
import be.dossierwerk.bench.PlainCamunda;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.NotifyAcquisitionRejectedJobsHandler;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * What a timer drawn in a diagram costs: jobs of the engine on tables of its own, of which a fifth are overdue, each on an open task that it ends. The same
 * rows for the executor as it comes, the tuned one (an index, by due date, 100 at a time) and ours (that, and many in one transaction); each works for a
 * fixed time, the last until all are done, and its rate is told. Run with {@code mvn -Pbench verify -Dtest=JobBench}; at full size with
 * {@code -Dbench.timers=1000000 -Dbench.seconds=60}. Timers that are not due have a row of their own but no instance: the executor never meets one.
 */
@DossierwerkTest
@ExtendWith({Figures.class, Compared.class})
@TestPropertySource(properties = "logging.level.be.dossierwerk=warn")
class JobBench {

    private static final int AT_ONCE = 100;
    private static final int THREADS = 4;
    private static final int POLLS = 300;

    @Autowired private DataSource source;

    @Test
    void jobs_of_which_a_fifth_are_overdue() throws Exception {
        int timers = Integer.getInteger("bench.timers", 50_000);
        int seconds = Integer.getInteger("bench.seconds", 10);
        Ceiling.measure(source);
        try (PlainCamunda plain = PlainCamunda.on(source, false)) {
            JdbcClient jdbc = JdbcClient.create(plain.source());
            fill(plain.engine(), jdbc, timers);
            System.out.printf(Locale.ROOT, "## idle poll as it comes, %,d timers: %s%n", timers, poll(jdbc, true));
            double asItComes = rate(plain.engine(), jdbc, new DefaultJobExecutor(), timers, seconds, "jobs, the executor as it comes");
            // A command of an engine is made for the tables that it was configured for, so the others are engines of their own on these tables.
            jdbc.sql("create index act_idx_job_due on act_ru_job (duedate_) where retries_ > 0 and suspension_state_ = 1").update();
            jdbc.sql("vacuum analyze").update();
            System.out.printf(Locale.ROOT, "## idle poll, %,d timers: %s%n", timers, poll(jdbc, false));
            DefaultJobExecutor tuned = new DefaultJobExecutor();
            tuned.setMaxJobsPerAcquisition(AT_ONCE);
            tuned.setCorePoolSize(THREADS);
            double ofTuned = rate(byDueDate(plain.source(), "tuned"), jdbc, tuned, timers, seconds, "jobs, the tuned executor");
            DueJobExecutor ours = new DueJobExecutor(jobs -> jobs);
            ours.setCorePoolSize(THREADS);
            ours.setMaxJobsPerAcquisition(AT_ONCE);
            double ofOurs = rate(byDueDate(plain.source(), "ours"), jdbc, ours, timers, seconds, "jobs, our executor");
            System.out.printf(Locale.ROOT, "## ours runs %.1f times as many as it comes, %.1f times as many as tuned%n", ofOurs / asItComes, ofOurs / ofTuned);
            assertThat(jdbc.sql("select count(*) from (select proc_inst_id_ from act_hi_taskinst where task_def_key_ = 'wachten' and delete_reason_ is not null group by 1 having count(*) > 1) twice")
                    .query(Integer.class).single()).isZero();
        }
    }

    private static ProcessEngine byDueDate(DataSource source, String name) {
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName(name);
        configuration.setDataSource(source);
        configuration.setDatabaseSchemaUpdate("false");
        configuration.setJobExecutorActivate(false);
        configuration.setHistoryTimeToLive("P2555D");
        configuration.setEnsureJobDueDateNotNull(true);
        configuration.setJobExecutorAcquireByDueDate(true);
        return configuration.buildProcessEngine();
    }

    /** Lets it work for that time, or until nothing is overdue, and gives how many it did in a second. */
    private static double rate(ProcessEngine engine, JdbcClient jdbc, JobExecutor executor, int timers, int seconds, String what) throws InterruptedException {
        ProcessEngineConfigurationImpl configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        configuration.setJobExecutor(executor);
        // As the configuration of an engine does it for the executor that it begins with.
        executor.setRejectedJobsHandler(new NotifyAcquisitionRejectedJobsHandler());
        executor.registerProcessEngine((ProcessEngineImpl) engine);
        int before = overdue(jdbc);
        long began = System.nanoTime();
        executor.start();
        while (System.nanoTime() - began < TimeUnit.SECONDS.toNanos(seconds) && someOverdue(jdbc)) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        executor.shutdown();
        double took = (System.nanoTime() - began) / 1e9;
        int done = before - overdue(jdbc);
        Figures.add("timers", what, timers, done, took, -1, -1, String.format(Locale.ROOT, "%,.0f a second", done / took));
        System.out.printf(Locale.ROOT, "## %s: %,d of %,d in %.1f s, %,.1f a second%n", what, done, timers, took, done / took);
        jdbc.sql("update act_ru_job set lock_owner_ = null, lock_exp_time_ = null where lock_owner_ is not null").update();
        return done / took;
    }

    private static boolean someOverdue(JdbcClient jdbc) {
        return jdbc.sql("select exists (select from act_ru_job where duedate_ <= now() and retries_ > 0)").query(Boolean.class).single();
    }

    private static int overdue(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from act_ru_job where duedate_ <= now() and retries_ > 0").query(Integer.class).single();
    }

    /** The statement that looks for work, when nothing is due: the middle one of many, in milliseconds. */
    private static String poll(JdbcClient jdbc, boolean nullable) {
        String sql = """
                select id_, rev_, duedate_, process_instance_id_, exclusive_ from act_ru_job res where retries_ > 0 and (%s duedate_ <= timestamp '2000-01-01')
                and (lock_owner_ is null or lock_exp_time_ < now()) and suspension_state_ = 1 and (exclusive_ = false or not exists (
                    select 1 from act_ru_job j2 where j2.process_instance_id_ = res.process_instance_id_ and j2.exclusive_ = true and j2.lock_owner_ is not null and j2.lock_exp_time_ >= now()))
                %s limit 100""".formatted(nullable ? "duedate_ is null or" : "", nullable ? "" : "order by duedate_ asc");
        int polls = nullable ? POLLS / 30 : POLLS;
        double[] took = new double[polls];
        for (int i = 0; i < polls; i++) {
            long start = System.nanoTime();
            jdbc.sql(sql).query().listOfRows();
            took[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(took);
        return String.format(Locale.ROOT, "%.3f ms", took[polls / 2]);
    }

    /** One instance is begun by the engine, the others are its rows again with other ids. */
    private static void fill(ProcessEngine engine, JdbcClient jdbc, int timers) {
        engine.getRepositoryService().createDeployment().addModelInstance("wachten.bpmn", Bpmn.createExecutableProcess("timers").camundaHistoryTimeToLive(2555).startEvent("begin")
                .userTask("wachten").camundaCandidateGroups("groep").boundaryEvent("verlopen").timerWithDuration("P30D").userTask("nadien").camundaCandidateGroups("groep").endEvent()
                .moveToActivity("wachten").endEvent().done()).deploy();
        String instance = engine.getRuntimeService().startProcessInstanceByKey("timers", "EEN").getId();
        int due = timers / 5;
        for (String table : List.of("act_ru_execution", "act_ru_task", "act_hi_procinst", "act_hi_actinst", "act_hi_taskinst")) {
            copy(jdbc, table, "proc_inst_id_ = '" + instance + "'", due, "");
        }
        copy(jdbc, "act_ru_identitylink", "task_id_ is not null", due, "");
        copy(jdbc, "act_ru_job", "process_instance_id_ = '" + instance + "'", due, "now() - (n % 365 || ' days')::interval");
        copy(jdbc, "act_ru_job", "process_instance_id_ = '" + instance + "'", timers - due, "now() + (n % 365 + 1 || ' days')::interval");
        jdbc.sql("vacuum analyze").update();
    }

    private static void copy(JdbcClient jdbc, String table, String which, int copies, String due) {
        String other = due.contains("+") ? "later" : "";
        List<String> columns = jdbc.sql("select column_name from information_schema.columns where table_name = ? and table_schema = 'public'").param(table).query(String.class).list();
        String values = String.join(", ", columns.stream().map(column -> switch (column) {
            case "id_", "proc_inst_id_", "root_proc_inst_id_", "process_instance_id_", "execution_id_", "parent_id_", "act_inst_id_", "parent_act_inst_id_", "task_id_" ->
                    "case when t.%1$s is null then null when t.%1$s like '%%:%%' then split_part(t.%1$s, ':', 1) || ':' || md5(t.%1$s || n || '%2$s') else md5(t.%1$s || n || '%2$s') end".formatted(column, other);
            case "duedate_" -> due.isEmpty() ? "t.duedate_" : due;
            default -> "t." + column;
        }).toList());
        jdbc.sql("insert into %s (%s) select %s from (select * from %s where %s) t cross join generate_series(1, %d) n %s".formatted(table, String.join(", ", columns), values, table, which,
                copies, table.equals("act_ru_execution") ? "order by n, t.parent_id_ is not null" : "")).update();
    }
}
