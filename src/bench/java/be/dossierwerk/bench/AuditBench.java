package be.dossierwerk.bench;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.CountedStatements;
import be.dossierwerk.DossierwerkTest;
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
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What it costs to write down every change: sending the completeness check of a recognition with and without the triggers, by turns of ten. Run with
 * {@code mvn -Pbench verify -Dtest=AuditBench}; another number of tasks each way with {@code -Dbench.tasks=200}.
 */
@DossierwerkTest
class AuditBench {

    private static final LocalDate RECEIVED = LocalDate.of(2027, 6, 1);
    private static final int TURN = 10;

    @Autowired private Acts acts;
    @Autowired private DemoPeople people;
    @Autowired private DueJobs jobs;
    @Autowired private MovableClock clock;
    @Autowired private JdbcClient jdbc;

    @AfterAll
    static void clock_runs_again(@Autowired MovableClock clock) {
        clock.release();
    }

    @Test
    void completing_a_task_with_and_without_the_triggers() {
        int tasks = Integer.getInteger("bench.tasks", 200);
        jobs.byHand();
        clock.moveTo(ZonedDateTime.of(RECEIVED.atTime(9, 0), MovableClock.BRUSSELS));
        List<String> dossiers = new ArrayList<>();
        for (int i = 0; i < 2 * tasks + 2 * TURN; i++) {
            Application application = InventedApplications.make(4_000 + i, RECEIVED, true);
            dossiers.add(acts.file(people.actor("els"), application, "PAPIER", RECEIVED, List.of()));
        }
        List<Long> with = new ArrayList<>();
        List<Long> without = new ArrayList<>();
        List<Integer> sentWith = new ArrayList<>();
        List<Integer> sentWithout = new ArrayList<>();
        for (int i = 0; i < dossiers.size(); i++) {
            boolean follows = i / TURN % 2 == 0;
            if (i % TURN == 0) {
                journal(follows);
            }
            String dossier = dossiers.get(i);
            long start = System.nanoTime();
            int sent = CountedStatements.of(() -> acts.send(people.actor("an"), dossier, "UserTask_VolledigheidNagaan", TypedForms.complete())).size();
            if (i >= 2 * TURN) {
                (follows ? with : without).add(System.nanoTime() - start);
                (follows ? sentWith : sentWithout).add(sent);
            }
        }
        journal(true);
        System.out.printf("## completing a task: with %s, without %s%n", told(with), told(without));
        System.out.printf("## statements: with %d, without %d%n", Collections.max(sentWith), Collections.max(sentWithout));
        System.out.println("## bytes by action: " + jdbc.sql("""
                select action || ' ' || count(*) || ' x ' || round(avg(pg_column_size(e.*))) || ' + ' || round(avg(pg_column_size(c.*))) || ' (content '
                || round(avg(octet_length(c.content))) || ')' from audit_entry e join audit_content c using (dossier, seq) group by action = 'FEITEN', action order by count(*) desc limit 6""")
                .query(String.class).list());
        System.out.println("## all of it: " + jdbc.sql("""
                select count(*) || ' entries, ' || pg_total_relation_size('audit_entry') / count(*) || ' + ' || pg_total_relation_size('audit_content') / count(*)
                || ' bytes each with indexes' from audit_entry""").query(String.class).single());
        assertThat(with).hasSameSizeAs(without);
    }

    private void journal(boolean on) {
        for (String table : jdbc.sql("select tgrelid::regclass::text from pg_trigger where tgname like '%\\_journal'").query(String.class).list()) {
            jdbc.sql("alter table %s %s trigger %s_journal".formatted(table, on ? "enable" : "disable", table)).update();
        }
    }

    private static String told(List<Long> nanos) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return "%.1f ms on average, %.1f in the middle, %.1f at 95 %% (%d)".formatted(nanos.stream().mapToLong(n -> n).average().orElseThrow() / 1e6, sorted.get(sorted.size() / 2) / 1e6,
                sorted.get(sorted.size() * 95 / 100) / 1e6, nanos.size());
    }
}
