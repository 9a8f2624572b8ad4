package be.dossierwerk.bench;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.CountedStatements;
import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.audit.RecordedSeals;
import be.dossierwerk.audit.SealChains;
import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.demo.TypedForms;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.evidence.CheckChains;
import be.dossierwerk.recognition.Application;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.MovableClock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What it costs to write down every change: sending the completeness check of a recognition with and without the triggers, by turns of ten; and what the
 * record costs when it is large: adding to it, reading one dossier, sealing and checking it. Run with {@code mvn -Pbench verify -Dtest=AuditBench};
 * another number of tasks each way with {@code -Dbench.tasks=200}, of entries with {@code -Dbench.entries=10000000}.
 */
@DossierwerkTest
@ExtendWith(Figures.class)
class AuditBench {

    private static final LocalDate RECEIVED = LocalDate.of(2027, 6, 1);
    private static final int TURN = 10;

    @Autowired private Acts acts;
    @Autowired private DemoPeople people;
    @Autowired private DueJobs jobs;
    @Autowired private MovableClock clock;
    @Autowired private JdbcClient jdbc;
    @Autowired private DataSource data;
    @Autowired private TransactionTemplate transaction;
    @Autowired private CurrentActor currentActor;
    @Autowired private AuditLog audit;
    @Autowired private SealChains sealChains;
    @Autowired private RecordedSeals seals;
    @Autowired private CheckChains checkChains;

    @AfterAll
    static void clock_runs_again(@Autowired MovableClock clock) {
        clock.release();
    }

    @Test
    void completing_a_task_with_and_without_the_triggers() {
        int tasks = Integer.getInteger("bench.tasks", 50);
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
            jdbc.sql("alter table %s %s trigger %s_journal".formatted(table, on ? "enable always" : "disable", table)).update();
        }
    }

    @Test
    void a_record_of_years() {
        int entries = Integer.getInteger("bench.entries", 100_000);
        int chains = entries / ManyEntries.OF_A_DOSSIER;
        int few = Math.min(50, chains);
        jobs.byHand();
        ManyEntries.fill(data, 0, few);
        append(few, 300);
        told("adding an act with its facts, few entries before it", few * ManyEntries.OF_A_DOSSIER, append(few, 2_000));
        long start = System.nanoTime();
        ManyEntries.fill(data, few, chains);
        told("filling", entries, (chains - few) * ManyEntries.OF_A_DOSSIER, start, -1, "");
        append(chains, 300);
        told("adding an act with its facts, all entries before it", entries, append(chains, 2_000));
        List<Long> page = new ArrayList<>();
        List<Long> facts = new ArrayList<>();
        Random random = new Random(3);
        for (int i = 0; i < 500; i++) {
            String dossier = ManyEntries.dossier(random.nextInt(chains));
            page.add(took(() -> assertThat(audit.of(dossier)).hasSizeGreaterThanOrEqualTo(ManyEntries.OF_A_DOSSIER / 2)));
            facts.add(took(() -> assertThat(audit.facts(dossier)).hasSizeGreaterThanOrEqualTo(ManyEntries.OF_A_DOSSIER / 2)));
        }
        told("the timeline of a dossier of " + ManyEntries.OF_A_DOSSIER, entries, page);
        told("what changed in it", entries, facts);
        start = System.nanoTime();
        long leaves = seals.leaves(sealChains.seal()).size();
        told("the first seal", entries, (int) leaves, start, -1, leaves + " chains");
        check("checking all of it", true);
        check("checking what changed since: nothing", false);
        append(chains, 1_000);
        start = System.nanoTime();
        long grown = seals.leaves(sealChains.seal()).size();
        told("a seal after a thousand acts", entries, (int) grown, start, -1, grown + " chains");
        check("checking what changed since: a thousand acts", false);
        System.out.println("## bytes each: " + jdbc.sql("""
                select n || ' entries: ' || pg_relation_size('audit_entry') / n || ' + indexes ' || pg_indexes_size('audit_entry') / n || ', content '
                || (pg_total_relation_size('audit_content') - pg_indexes_size('audit_content')) / n || ' + indexes ' || pg_indexes_size('audit_content') / n
                || ', together ' || (pg_total_relation_size('audit_entry') + pg_total_relation_size('audit_content') + pg_total_relation_size('audit_key')) / n
                from (select count(*) as n from audit_entry) all_of_it""").query(String.class).single());
    }

    /** In one dossier after the other, at random: an act, and a party that it brings. */
    private List<Long> append(int chains, int times) {
        Random random = new Random(chains + times);
        List<Long> took = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            String dossier = ManyEntries.dossier(random.nextInt(chains));
            took.add(took(() -> transaction.executeWithoutResult(status -> currentActor.as(people.actor("an"), () -> {
                audit.lock(dossier);
                jdbc.sql("insert into party (id, dossier, kind, name, role) values (gen_random_uuid(), ?, 'PERSOON', 'Mia Maes', 'BESTUURDER')").param(dossier).update();
                audit.record(AuditLog.Entry.of(dossier, "PARTIJ_TOEGEVOEGD", "An Aerts voegde Mia Maes toe als bestuurder."));
                return null;
            }))));
        }
        return took;
    }

    private void check(String what, boolean whole) {
        try (Figures.Heap heap = new Figures.Heap()) {
            long start = System.nanoTime();
            Optional<CheckChains.Outcome> outcome = currentActor.as(people.actor("ann"), () -> ReflectionTestUtils.invokeMethod(checkChains, "check", whole));
            CheckChains.Outcome of = outcome.orElseThrow();
            assertThat(of.found()).filteredOn(finding -> finding.dossier().startsWith("DC-ERK-2026-")).isEmpty();
            told(what, (int) of.entries(), (int) of.entries(), start, heap.most(), of.chains() + " chains, " + of.found().size() + " findings");
        }
    }

    private static long took(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }

    private static void told(String what, int size, List<Long> nanos) {
        System.out.printf("## %s: %s%n", what, told(nanos));
        Figures.add("audit", what, size, nanos.size(), nanos.stream().mapToLong(n -> n).sum() / 1e9, -1, -1, told(nanos).replace(",", ";"));
    }

    private static void told(String what, int size, int handled, long start, long heap, String found) {
        double seconds = Figures.seconds(start);
        System.out.printf("## %s: %.2f s, %,.0f each second, heap %d MiB, %s%n", what, seconds, handled / seconds, heap, found);
        Figures.add("audit", what, size, handled, seconds, -1, heap, found.replace(",", ";"));
    }

    private static String told(List<Long> nanos) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return "%.1f ms on average, %.1f in the middle, %.1f at 95 %% (%d)".formatted(nanos.stream().mapToLong(n -> n).average().orElseThrow() / 1e6, sorted.get(sorted.size() / 2) / 1e6,
                sorted.get(sorted.size() * 95 / 100) / 1e6, nanos.size());
    }
}
