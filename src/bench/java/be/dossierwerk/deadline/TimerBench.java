package be.dossierwerk.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.bench.Ceiling;
import be.dossierwerk.bench.Compared;
import be.dossierwerk.bench.Figures;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.dossier.Dossiers.NewDossier;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.MovableClock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * What our own timers cost: the next steps of running terms, of which a fifth are overdue over twenty-five days. Each step writes what it writes in the
 * product: the step, the alert of the handler, the sentence in the dossier's chain and what changed. Run with {@code mvn -Pbench verify -Dtest=TimerBench};
 * at full size with {@code -Dbench.timers=1000000}. Commits wait for the disk.
 */
@DossierwerkTest
@ExtendWith({Figures.class, Compared.class})
@TestPropertySource(properties = {"logging.level.be.dossierwerk=warn", "spring.datasource.hikari.connection-init-sql=set synchronous_commit to on"})
class TimerBench {

    private static final LocalDate TODAY = LocalDate.of(2027, 6, 1);
    private static final String RULE = "T-REC-01";
    /** Half of its 120 days: the first step of its ladder. */
    private static final int FIRST_STEP = 60;
    private static final int OVERDUE_DAYS = 25;
    private static final int FUTURE_DAYS = 60;
    private static final int POLLS = 300;

    @Autowired private Dossiers dossiers;
    @Autowired private Terms terms;
    @Autowired private EscalationLadder ladder;
    @Autowired private CurrentActor currentActor;
    @Autowired private MovableClock clock;
    @Autowired private JdbcClient jdbc;
    @Autowired private DataSource source;

    @AfterAll
    static void clock_runs_again(@Autowired MovableClock clock) {
        clock.release();
    }

    @Test
    void steps_of_terms_of_which_a_fifth_are_overdue() throws Exception {
        int timers = Integer.getInteger("bench.timers", 50_000);
        Ceiling.measure(source);
        clock.moveTo(ZonedDateTime.of(TODAY.atTime(9, 0), MovableClock.BRUSSELS));
        long began = System.nanoTime();
        fill(timers);
        int all = count("select count(*) from term where next_step_on is not null");
        int overdue = overdue();
        told("making them", all, all, System.nanoTime() - began, "%,d overdue".formatted(overdue));

        int half = OVERDUE_DAYS / 2;
        LocalDate middle = TODAY.minusDays(OVERDUE_DAYS - half);
        clock.moveTo(ZonedDateTime.of(middle.atTime(9, 0), MovableClock.BRUSSELS));
        swept("steps overdue, one sweep", all, 1);
        clock.moveTo(ZonedDateTime.of(TODAY.atTime(9, 0), MovableClock.BRUSSELS));
        swept("steps overdue, two sweeps at once", all, 2);
        assertThat(overdue()).isZero();
        assertThat(count("select count(*) from term_escalation")).isEqualTo(overdue);
        assertThat(count("select count(*) from alert")).isEqualTo(overdue);
        assertThat(count("select count(*) from audit_entry where action = 'TERM_ESCALATED'")).isEqualTo(overdue);
        System.out.println("## in due order but for " + count("""
                select count(*) from (select due_on, max(due_on) over (order by xact, seq rows unbounded preceding) as before from (
                    select s.due_on, a.xact::text::bigint as xact, a.seq from term_escalation s join term t on t.id = s.term
                    join audit_entry a on a.dossier = t.dossier and a.action = 'TERM_ESCALATED') each) looked where due_on < before""") + " of " + overdue + " steps");

        jdbc.sql("vacuum analyze term").update();
        long[] polls = new long[POLLS];
        for (int i = 0; i < POLLS; i++) {
            long start = System.nanoTime();
            assertThat(ladder.sweep()).isZero();
            polls[i] = System.nanoTime() - start;
        }
        Arrays.sort(polls);
        told("idle poll, the middle one", all, 1, polls[POLLS / 2], "%.3f ms, 95 %% below %.3f ms".formatted(polls[POLLS / 2] / 1e6, polls[POLLS * 95 / 100] / 1e6));
        System.out.println("## idle poll: " + String.join("\n## idle poll: ", jdbc.sql("explain (analyze, buffers, costs off) " + """
                select next_step_on, id from term where next_step_on <= date '2027-06-01' and (next_step_on, id) > (date '0001-01-01', 0)
                order by next_step_on, id limit 1""").query(String.class).list()));
    }

    private void swept(String what, int all, int sweeps) throws Exception {
        long bytes = jdbc.sql("select pg_current_wal_lsn() - '0/0'").query(Long.class).single();
        ExecutorService pool = Executors.newFixedThreadPool(sweeps);
        long start = System.nanoTime();
        int steps = 0;
        List<Callable<Integer>> work = new ArrayList<>();
        for (int i = 0; i < sweeps; i++) {
            work.add(ladder::sweep);
        }
        for (Future<Integer> each : pool.invokeAll(work)) {
            steps += each.get();
        }
        long took = System.nanoTime() - start;
        pool.shutdown();
        told(what, all, steps, took, String.format(Locale.ROOT, "%,.0f a second, %.1f kB of WAL each", steps / (took / 1e9),
                (jdbc.sql("select pg_current_wal_lsn() - '0/0'").query(Long.class).single() - bytes) / 1e3 / steps));
    }

    private static void told(String what, int all, int handled, long nanos, String found) {
        Figures.add("timers", what, all, handled, nanos / 1e9, -1, -1, found);
        System.out.printf(Locale.ROOT, "## %s: %,d of %,d in %.3f s, %s%n", what, handled, all, nanos / 1e9, found);
    }

    /** One term of each day is started by the product, the others are copies of it with a dossier of their own. */
    private void fill(int timers) {
        for (String table : List.of("dossier", "term", "term_entry")) {
            jdbc.sql("alter table %1$s disable trigger %1$s_journal".formatted(table)).update();
        }
        for (int age = 0; age < FUTURE_DAYS + OVERDUE_DAYS; age++) {
            LocalDate start = TODAY.minusDays(age);
            String one = currentActor.as(Actor.SYSTEM, () -> {
                String number = dossiers.open(new NewDossier("erkenning", "ERK", "Een onderneming", null, null, "PAPIER", start, "an", null));
                terms.start(number, RULE, start);
                return number;
            });
            int copies = (age >= FIRST_STEP ? timers / 5 / OVERDUE_DAYS : timers * 4 / 5 / FUTURE_DAYS) - 1;
            copy("dossier", "number", one, copies);
            copy("term", "dossier", one, copies);
        }
        jdbc.sql("""
                insert into term_entry (dossier, term, kind, effective_on, recorded_at, recorded_by, recorded_by_name)
                select dossier, id, 'STARTED', started_on, now(), 'systeem', 'Systeem' from term t where not exists (select from term_entry e where e.term = t.id)""").update();
        for (String table : List.of("dossier", "term", "term_entry")) {
            jdbc.sql("alter table %1$s enable always trigger %1$s_journal".formatted(table)).update();
        }
        jdbc.sql("vacuum analyze").update();
    }

    private void copy(String table, String number, String one, int copies) {
        List<String> columns = jdbc.sql("select column_name from information_schema.columns where table_name = ? and column_name <> 'id' and is_generated = 'NEVER'")
                .param(table).query(String.class).list();
        String values = String.join(", ", columns.stream().map(column -> column.equals(number) ? column + " || '-' || n" : column).toList());
        jdbc.sql("insert into %s (%s) select %s from %s cross join generate_series(1, %d) n where %s = '%s'".formatted(table, String.join(", ", columns), values, table,
                copies, number, one)).update();
    }

    private int overdue() {
        return jdbc.sql("select count(*) from term where next_step_on <= ?").param(TODAY).query(Integer.class).single();
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}
