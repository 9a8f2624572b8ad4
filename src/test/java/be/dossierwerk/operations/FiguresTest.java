package be.dossierwerk.operations;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.engine.JobBacklog.Backlog;
import be.dossierwerk.shared.Installation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** The figures are those of the database, and duties are late when a figure says so. */
@DossierwerkTest
@Transactional
class FiguresTest {

    private static final Figures IN_TIME = figures(0, 0, 3600, true);

    @Autowired private ReadFigures figures;
    @Autowired private Installation installation;
    @Autowired private JdbcClient jdbc;

    @Test
    void a_job_that_is_due_and_does_not_run_is_late() {
        long due = figures.now().orElseThrow().jobs().due();
        job("laat", 3, "2 hours");
        job("opgegeven", 0, "3 hours");
        job("straks", 3, "-1 hour");

        Backlog jobs = figures.now().orElseThrow().jobs();
        assertThat(jobs.due()).isEqualTo(due + 1);
        assertThat(jobs.lateSeconds()).isGreaterThanOrEqualTo(7200);
        assertThat(jobs.stopped()).isPositive();
    }

    @Test
    void what_waits_in_the_outbox_is_counted_with_its_age_and_its_failures() {
        Figures before = figures.now().orElseThrow();
        message("9 days", 5, false);
        message("10 days", 0, true);

        Figures now = figures.now().orElseThrow();
        assertThat(now.outboxWaiting()).isEqualTo(before.outboxWaiting() + 1);
        assertThat(now.outboxFailing()).isEqualTo(before.outboxFailing() + 1);
        assertThat(now.outboxOldest()).isGreaterThanOrEqualTo(9 * 86_400.0);
    }

    @Test
    void nothing_leaves_from_a_copy_of_the_database() {
        assertThat(installation.maySend()).isTrue();
        jdbc.sql("update installation set identity = 'een ander'").update();

        assertThat(installation.maySend()).isFalse();
        assertThat(figures.now().orElseThrow().maySend()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 3600, true, UP", "601, 0, 3600, true, LATE", "0, 3601, 3600, true, LATE", "0, 0, 93601, true, LATE", "0, 0, 3600, false, LATE"})
    void duties_are_late_when_one_of_them_is(double jobs, double outbox, double seal, boolean maySend, String status) {
        assertThat(DutiesHealthIndicator.of(figures(jobs, outbox, seal, maySend)).getStatus()).isEqualTo(new Status(status));
    }

    @Test
    void what_is_late_is_named() {
        assertThat(DutiesHealthIndicator.of(IN_TIME).getDetails()).isEmpty();
        assertThat(DutiesHealthIndicator.of(figures(601, 0, 0, false)).getDetails()).containsOnlyKeys("jobs", "installation");
    }

    private static Figures figures(double jobs, double outbox, double seal, boolean maySend) {
        return new Figures(new Backlog(1, jobs, 0, 0), 10, 1, outbox, 0, 0, maySend, seal, 0, 0, 0, 0, false);
    }

    private void job(String id, int retries, String late) {
        jdbc.sql("insert into act_ru_job (id_, type_, rev_, retries_, duedate_, suspension_state_, create_time_) values (?, 'timer', 1, ?, localtimestamp - ?::interval, 1, now())")
                .params(id, retries, late).update();
    }

    private void message(String age, int attempts, boolean done) {
        jdbc.sql("""
                insert into outbox (id, dossier, route, target, payload, queued_at, attempts, next_try, done_at)
                values (gen_random_uuid(), 'X', 'SYSTEEM', gen_random_uuid()::text, '{}', now() - ?::interval, ?, now() + interval '1 day', case when ? then now() end)""")
                .params(age, attempts, done).update();
    }
}
