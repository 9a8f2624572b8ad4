package be.dossierwerk.replay;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.audit.CollectChanges;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.dossier.AddNote;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.DiagramSet;
import be.dossierwerk.inbox.GiveBackTask;
import be.dossierwerk.inbox.OpenWork;
import be.dossierwerk.procedurechange.MoveDesk;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A long random life of one dossier, with a snapshot of its tables, its tokens and its terms at the end of each day. Afterwards the view as of each of
 * those days equals the snapshot of that day. Shares its database with the tests of moving, for it publishes.
 */
@DossierwerkTest
@TestPropertySource(properties = {"dossierwerk.procedurechange.move-round=PT10H", "dossierwerk.procedurechange.rehearsal-page=2", "logging.level.be.dossierwerk=warn"})
class AsOfPropertyTest {

    private static final LocalDate FIRST = LocalDate.of(2028, 9, 4);
    private static final int DAYS = 90;

    private record Followed(String table, String column, String ignored) { }

    private record Snapshot(Map<String, Set<Map<String, Object>>> tables, Set<String> tokens, Set<String> tasks, Set<String> terms) { }

    @Autowired private ApplicationContext spring;
    @Autowired private DossierAsOf asOf;
    @Autowired private CollectChanges collect;
    @Autowired private Terms terms;
    @Autowired private TransactionTemplate transactions;

    private MoveDesk desk;
    private List<Followed> followed;

    @AfterAll
    static void clock_runs_again(@Autowired MovableClock clock) {
        clock.release();
    }

    @Test
    void the_view_as_of_each_day_equals_what_stood_there_at_the_end_of_it() {
        long seed = Long.getLong("life.seed", 20_280_904L);
        System.out.println("seed of the life: " + seed);
        Random random = new Random(seed);
        desk = new MoveDesk(spring);
        followed = desk.jdbc.sql("""
                select c.relname, a[5], a[2] from pg_trigger t join pg_class c on c.oid = t.tgrelid,
                lateral string_to_array(encode(t.tgargs, 'escape'), '\\000') a where t.tgname like '%\\_journal' and a[4] = 'COLUMN' and a[5] in ('dossier', 'number')
                and exists (select from pg_attribute x where x.attrelid = c.oid and x.attname = a[5]) and c.relname not in ('payment_run', 'training_file')""")
                .query((row, i) -> new Followed(row.getString(1), row.getString(2), row.getString(3))).list();
        assertThat(followed).hasSizeGreaterThan(50);
        DiagramSet set = desk.set(desk.published());
        desk.deploy(set);
        try {
            String dossier = desk.recognition(FIRST, random.nextBoolean());
            Map<LocalDate, Snapshot> snapshots = live(random, dossier, set);
            compare(dossier, snapshots);
        } finally {
            desk.deploy(set);
        }
    }

    @Test
    void what_somebody_may_not_read_stays_closed() {
        desk = new MoveDesk(spring);
        String dossier = desk.recognition(FIRST.plusYears(1), true);
        desk.does("an", () -> transactions.executeWithoutResult(status -> desk.bean(Dossiers.class).attach(dossier, Dossiers.CONFIDENTIAL_KIND, "Uittreksel van de zaakvoerder", "uittreksel.pdf",
                InventedApplications.proofOfDeposit("Uittreksel " + dossier).content(), null)));
        settled();
        DossierAsOf.Told handler = desk.as("an", () -> asOf.tell(dossier));
        DossierAsOf.Told auditor = desk.as("ann", () -> asOf.tell(dossier));
        assertThat(handler.closed()).isFalse();
        assertThat(auditor.closed()).isTrue();
        assertThat(text(handler)).contains("Uittreksel van de zaakvoerder", "national_number=");
        assertThat(text(auditor)).contains("title=").doesNotContain("Uittreksel van de zaakvoerder").doesNotContain("national_number").doesNotContain("nationalNumber");
        assertThat(auditor.life().moments()).as("that it happened is told").hasSameSizeAs(handler.life().moments());
    }

    private static String text(DossierAsOf.Told told) {
        return told.life().moments() + " " + told.life().after(told.life().moments().size() - 1);
    }

    private Map<LocalDate, Snapshot> live(Random random, String dossier, DiagramSet set) {
        Map<LocalDate, Snapshot> snapshots = new TreeMap<>();
        List<String> done = new ArrayList<>();
        for (int i = 0; i < DAYS; i++) {
            LocalDate day = FIRST.plusDays(i);
            desk.at(day);
            if (i == DAYS / 2) {
                desk.move(dossier, desk.deploy(MoveDesk.harmless(set)));
                done.add("move");
            }
            for (int acts = random.nextInt(3); acts > 0; acts--) {
                try {
                    done.add(act(random, dossier));
                } catch (Refused e) {
                    done.add("refused");
                }
            }
            if (i % 7 == 0) {
                desk.sweep();
            }
            settled();
            snapshots.put(day, snapshot(dossier));
        }
        Map<String, Long> counts = done.stream().collect(Collectors.groupingBy(each -> each, TreeMap::new, Collectors.counting()));
        System.out.println("acts of the life: " + counts);
        assertThat(counts).containsKeys("step", "note", "document", "give back", "move");
        return snapshots;
    }

    /** Letters leave in a thread of their own: one round waits for the other. */
    private void settled() {
        ReflectionTestUtils.invokeMethod(spring.getBean("outbox"), "dispatchDue");
        collect.collect();
    }

    private String act(Random random, String dossier) {
        switch (random.nextInt(8)) {
            case 0 -> {
                desk.does("an", () -> desk.bean(AddNote.class).add(dossier, "Notitie " + random.nextInt(1_000_000)));
                return "note";
            }
            case 1 -> {
                byte[] content = InventedApplications.proofOfDeposit("Stuk " + random.nextInt(1_000_000)).content();
                desk.does("an", () -> transactions.executeWithoutResult(status -> desk.bean(Dossiers.class).attach(dossier, "STUK", "Stuk van de onderneming", "stuk.pdf", content, null)));
                return "document";
            }
            case 2 -> {
                OpenWork.Row mine = desk.bean(OpenWork.class).ofDossier(dossier).stream().filter(row -> !row.isFree()).findFirst().orElse(null);
                if (mine == null) {
                    return "nothing";
                }
                desk.does(mine.assignee(), () -> desk.bean(GiveBackTask.class).giveBack(mine.taskId()));
                return "give back";
            }
            default -> {
                desk.step(random, dossier);
                return "step";
            }
        }
    }

    private Snapshot snapshot(String dossier) {
        Map<String, Set<Map<String, Object>>> tables = new TreeMap<>();
        String all = followed.stream().map(each -> "select '%1$s', row_as_recorded(t) - '%2$s'::text[] from %1$s t where %3$s = :dossier".formatted(each.table(), each.ignored(), each.column()))
                .collect(Collectors.joining(" union all "));
        desk.jdbc.sql(all).param("dossier", dossier).query(row -> {
            tables.computeIfAbsent(row.getString(1), name -> new HashSet<>()).add(shortened(DossierAsOf.row(row.getString(2))));
        });
        return new Snapshot(tables, strings("""
                select d.deployment_id_ || ' ' || a.proc_def_key_ || ' ' || a.act_id_ from act_hi_actinst a join act_hi_procinst i using (proc_inst_id_)
                join act_re_procdef d on d.id_ = a.proc_def_id_ where i.business_key_ = ? and a.end_time_ is null""", dossier),
                strings("select task_name || ' ' || coalesce(assignee_name, '-') from inbox_row where dossier = ?", dossier), standings(dossier));
    }

    private Set<String> strings(String sql, String dossier) {
        return new TreeSet<>(desk.jdbc.sql(sql).param(dossier).query(String.class).list());
    }

    private Set<String> standings(String dossier) {
        return terms.of(dossier).stream().map(term -> term.rule() + " " + term.due() + " " + term.stoppedOn()).collect(Collectors.toCollection(TreeSet::new));
    }

    private void compare(String dossier, Map<LocalDate, Snapshot> snapshots) {
        DossierAsOf.Told told = desk.as("an", () -> asOf.tell(dossier));
        assertThat(told.life().knownSince()).isNull();
        Set<String> dues = new TreeSet<>();
        snapshots.forEach((day, snapshot) -> {
            RecordedRows rows = told.life().after(told.life().on(day));
            assertThat(rows.tables()).as("%s on %s", dossier, day).containsAll(snapshot.tables().keySet());
            snapshot.tables().forEach((table, then) -> assertThat(shorts(rows.rows(table))).as("%s of %s on %s", table, dossier, day).isEqualTo(then));
            followed.stream().filter(each -> !snapshot.tables().containsKey(each.table())).forEach(each ->
                    assertThat(rows.rows(each.table())).as("%s of %s on %s", each.table(), dossier, day).isEmpty());
            Set<String> tokens = rows.rows("step").stream().filter(step -> step.get("left_at") == null).map(step -> step.get("deployment") + " " + step.get("process") + " " + step.get("element"))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(tokens).as("tokens on %s", day).isEqualTo(snapshot.tokens());
            Set<String> tasks = rows.rows("inbox_row").stream().map(task -> task.get("task_name") + " " + (task.get("assignee_name") == null ? "-" : task.get("assignee_name")))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(tasks).as("tasks on %s", day).isEqualTo(snapshot.tasks());
            Set<String> believed = desk.as("an", () -> asOf.terms(dossier, rows, asOf.endOf(day))).stream().map(DossierAsOf.BelievedTerm::then)
                    .map(term -> term.rule() + " " + term.due() + " " + term.stoppedOn()).collect(Collectors.toCollection(TreeSet::new));
            assertThat(believed).as("terms on %s", day).isEqualTo(snapshot.terms());
            dues.addAll(believed);
        });
        System.out.println("what was believed of terms: " + dues.size() + " things, moments: " + told.life().moments().size());
        assertThat(dues).as("the life moved terms").hasSizeGreaterThan(8);
    }

    private static Set<Map<String, Object>> shorts(List<Map<String, Object>> rows) {
        return rows.stream().map(AsOfPropertyTest::shortened).collect(Collectors.toSet());
    }

    /** Texts of more than 4 kB are recorded by their hash. */
    private static Map<String, Object> shortened(Map<String, Object> row) {
        Map<String, Object> all = new HashMap<>();
        row.forEach((column, value) -> all.put(column, value != null && (value.toString().length() > 4_000 || value.toString().startsWith("sha256:")) ? "long" : value));
        return all;
    }
}
