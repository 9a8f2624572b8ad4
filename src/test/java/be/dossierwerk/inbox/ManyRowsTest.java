package be.dossierwerk.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.OwnDatabase;
import be.dossierwerk.inbox.OpenWork.Filter;
import be.dossierwerk.inbox.OpenWork.Row;
import be.dossierwerk.inbox.OpenWork.Tab;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.RewriteTable;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Lists and counters of random work are those that a walk through every row gives, also while others write. */
class ManyRowsTest {

    private static final List<String> GROUPS = List.of(Roles.HANDLER, Roles.INTAKE, Roles.LAWYER);
    private static final List<String> PEOPLE = List.of("an", "bram", "joke");
    private static final Actor AN = new Actor("an", "An Peeters", Set.of(Roles.HANDLER));
    private static final Actor BRAM = new Actor("bram", "Bram De Smet", Set.of(Roles.HANDLER, Roles.INTAKE));
    private static final Actor TOM = new Actor("tom", "Tom Willems", Set.of(Roles.TEAM_LEAD));
    private static final List<Tab> TABS = List.of(Tab.MINE, Tab.BEHALF, Tab.GROUPS, Tab.PAUSED, Tab.TEAM);
    private static final Comparator<Row> URGENT_FIRST = Comparator.comparing((Row row) -> row.dueOn() == null ? LocalDate.MAX : row.dueOn())
            .thenComparing(Row::openedAt).thenComparing(Row::taskId);

    private static HikariDataSource data;
    private static JdbcClient jdbc;
    private static TransactionTemplate transaction;
    private static CurrentActor currentActor;
    private static OpenWork openWork;
    private static CountedWork countedWork;

    @BeforeAll
    static void start() {
        data = OwnDatabase.migrated();
        jdbc = JdbcClient.create(data);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(data));
        currentActor = new CurrentActor(Optional.empty());
        MovableClock clock = new MovableClock();
        clock.moveTo(ZonedDateTime.of(2027, 3, 12, 14, 2, 0, 0, MovableClock.BRUSSELS));
        openWork = new OpenWork(jdbc, currentActor, clock);
        countedWork = new CountedWork(jdbc, new RewriteTable(data));
        jdbc.sql("""
                insert into inbox_absence (person, person_name, substitute, substitute_name, first_day, last_day, recorded_at, recorded_by, recorded_by_name)
                values ('joke', 'Joke', 'bram', 'Bram', date '2027-03-01', date '2027-04-01', now(), 'tom', 'Tom')""").update();
    }

    @AfterAll
    static void stop() {
        data.close();
    }

    @BeforeEach
    void nothing_is_open() {
        jdbc.sql("delete from inbox_row").update();
    }

    @Test
    void lists_and_counters_say_what_a_walk_through_every_row_says() {
        change(new Random(7), 0, 500);
        List<Row> every = rows();
        assertThat(every).hasSizeGreaterThan(200);
        List<Filter> filters = new ArrayList<>();
        for (String procedure : Arrays.asList(null, "beroep", "geen")) {
            for (String group : Arrays.asList(null, Roles.HANDLER, Roles.LAWYER)) {
                for (String text : Arrays.asList(null, "2027-0001", "POETS")) {
                    filters.add(new Filter(procedure, group, text));
                }
            }
        }
        for (Actor person : List.of(AN, BRAM, TOM)) {
            for (Filter filter : filters) {
                for (Tab tab : as(person, openWork::tabs).contains(Tab.TEAM) ? TABS : TABS.subList(0, 4)) {
                    List<Row> expected = every.stream().filter(row -> isIn(row, person, tab, filter)).sorted(URGENT_FIRST).toList();
                    String which = person.id() + " " + tab + " " + filter;
                    assertThat(as(person, () -> openWork.count(tab, filter))).as(which).isEqualTo(expected.size());
                    assertThat(as(person, () -> openWork.list(tab, filter, null, 0, 2_000))).as(which).isEqualTo(expected);
                    int skip = expected.size() / 2;
                    List<Row> second = expected.stream().skip(skip).limit(20).toList();
                    assertThat(as(person, () -> openWork.list(tab, filter, null, skip, 20))).as(which).isEqualTo(second);
                    if (skip > 0) {
                        assertThat(as(person, () -> openWork.list(tab, filter, expected.get(skip - 1), 0, 20))).as(which).isEqualTo(second);
                    }
                }
                as(person, () -> openWork.counts(filter)).forEach((tab, count) ->
                        assertThat(count).as("%s %s %s", person.id(), tab, filter).isEqualTo(as(person, () -> openWork.count(tab, filter))));
            }
        }
        assertThat(openWork.procedures()).containsExactly("beroep", "erkenning");
        countedWork.putTogether();
        assertThat(as(TOM, () -> openWork.count(Tab.TEAM, Filter.NONE))).isEqualTo(every.size());
        assertThat(jdbc.sql("select count(*) from inbox_count").query(Integer.class).single()).as("put together").isLessThan(60);
    }

    @Test
    void counts_never_differ_while_four_write_and_one_puts_together() throws Exception {
        var threads = Executors.newFixedThreadPool(6);
        AtomicBoolean writing = new AtomicBoolean(true);
        var together = threads.submit(() -> repeated(writing, () -> countedWork.putTogether()));
        var looking = threads.submit(() -> repeated(writing, () -> assertThat(countedWork.differences()).isZero()));
        List<Callable<Boolean>> writers = IntStream.range(0, 4).<Callable<Boolean>>mapToObj(writer -> () -> {
            change(new Random(writer), writer, 250);
            return true;
        }).toList();

        for (var written : threads.invokeAll(writers)) {
            assertThat(written.get()).isTrue();
        }
        writing.set(false);

        assertThat(together.get()).isPositive();
        assertThat(looking.get()).isPositive();
        threads.shutdown();
        assertThat(countedWork.differences()).isZero();
        assertThat(as(TOM, () -> openWork.count(Tab.TEAM, Filter.NONE))).isEqualTo(rows().size());
    }

    @Test
    void after_very_many_changes_the_counts_take_little_room_again_and_somebody_who_reads_is_not_held_up() throws Exception {
        change(new Random(5), 0, 100);
        jdbc.sql("""
                insert into inbox_count (groups, procedure, assignee, open, waiting, free, own_open, own_waiting)
                select groups, procedure, null, sign, 0, sign, 0, 0 from (select groups, procedure from inbox_count limit 1) k, generate_series(1, 40000), (values (1), (-1)) s (sign)""").update();
        assertThat(countedWork.makeSmall()).as("full of rows").isFalse();
        assertThat(countedWork.putTogether()).isGreaterThan(79_000);
        long large = bytes();
        try (Connection reader = data.getConnection()) {
            reader.setAutoCommit(false);
            reader.createStatement().execute("select count(*) from inbox_count");
            assertThat(countedWork.makeSmall()).as("while somebody reads").isFalse();
        }
        assertThat(countedWork.makeSmall()).isTrue();
        assertThat(jdbc.sql("select relallvisible = relpages from pg_class where oid = 'inbox_count'::regclass").query(Boolean.class).single()).as("counted from the index alone").isTrue();

        assertThat(bytes()).isLessThan(large / 20);
        assertThat(countedWork.makeSmall()).as("once is enough").isFalse();
        assertThat(countedWork.differences()).isZero();
    }

    private static long bytes() {
        return jdbc.sql("select pg_total_relation_size('inbox_count')").query(Long.class).single();
    }

    @Test
    void what_is_changed_behind_the_triggers_is_found_and_made_right() {
        change(new Random(3), 0, 200);
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql("update inbox_row set waits = not waits where task_id = (select min(task_id) from inbox_row)").update();
        });

        assertThat(countedWork.differences()).isPositive();
        assertThat(countedWork.repair()).isPositive();
        assertThat(countedWork.differences()).isZero();
        assertThat(countedWork.repair()).isZero();
    }

    /** Work that comes, is taken, given, returned, waits, is written again and goes; every fifth transaction is rolled back. */
    private static void change(Random random, int writer, int transactions) {
        for (int i = 0; i < transactions; i++) {
            int serial = i;
            transaction.executeWithoutResult(status -> {
                open(random, "w%d-%d".formatted(writer, serial));
                for (int act = 0; act < 3; act++) {
                    String task = "w%d-%d".formatted(writer, random.nextInt(serial + 1));
                    switch (random.nextInt(5)) {
                        case 0 -> give(task, PEOPLE.get(random.nextInt(PEOPLE.size())));
                        case 1 -> give(task, null);
                        case 2 -> jdbc.sql("with w as (update inbox_row set waits = not waits where task_id = ? returning task_id, waits) "
                                + "update inbox_row_group g set waits = w.waits from w where g.task_id = w.task_id").param(task).update();
                        case 3 -> jdbc.sql("update inbox_row set version = version + 1 where task_id = ?").param(task).update();
                        default -> {
                            if (random.nextInt(3) == 0) {
                                jdbc.sql("delete from inbox_row where task_id = ?").param(task).update();
                            }
                        }
                    }
                }
                if (serial % 5 == 4) {
                    status.setRollbackOnly();
                }
            });
        }
    }

    private static void open(Random random, String task) {
        String groups = random.nextInt(4) == 0 ? GROUPS.get(random.nextInt(3)) + ",andere" : random.nextInt(4) == 0 ? Roles.HANDLER + "," + Roles.INTAKE
                : GROUPS.get(random.nextInt(3));
        jdbc.sql("""
                insert into inbox_row (task_id, dossier, procedure, subject, process, task_key, task_name, groups, opened_at, due_on, waits)
                values (?, ?, ?, ?, 'p', 'k', 'Taak', ?, timestamptz '2027-03-01 09:00+01' + ? * interval '1 hour', date '2027-03-01' + ?::integer, ?)""")
                .params(Arrays.asList(task, "DC-ERK-2027-%05d".formatted(random.nextInt(1_000)), random.nextBoolean() ? "erkenning" : "beroep",
                        random.nextBoolean() ? "Poets bv" : "Zon vzw", groups, random.nextInt(9), random.nextInt(8) == 0 ? null : random.nextInt(20),
                        random.nextInt(4) == 0)).update();
        jdbc.sql("insert into inbox_row_group (task_id, grp, due_sort, opened_at, free, waits) select task_id, unnest(string_to_array(groups, ',')), due_sort, "
                + "opened_at, true, waits from inbox_row where task_id = ?").param(task).update();
    }

    private static void give(String task, String person) {
        jdbc.sql("update inbox_row set assignee = :person, assignee_name = :person, claimed_at = case when :person::text is null then null else now() end where task_id = :task")
                .param("person", person).param("task", task).update();
        jdbc.sql("update inbox_row_group set free = ? where task_id = ?").params(person == null, task).update();
    }

    private static boolean isIn(Row row, Actor person, Tab tab, Filter filter) {
        boolean narrowed = filter.group() == null || row.groups().contains(filter.group());
        boolean ofGroups = row.groups().stream().anyMatch(group -> person.has(group) && (filter.group() == null || group.equals(filter.group())));
        boolean mine = person.id().equals(row.assignee());
        boolean sought = (filter.procedure() == null || filter.procedure().equals(row.procedure()))
                && (filter.text() == null || (row.dossier() + "\n" + row.subject()).toLowerCase().contains(filter.text().toLowerCase()));
        return sought && switch (tab) {
            case MINE -> mine && !row.waits() && narrowed;
            case BEHALF -> person.id().equals("bram") && "joke".equals(row.assignee()) && narrowed;
            case GROUPS -> ofGroups && row.isFree() && !row.waits();
            case PAUSED -> row.waits() && (ofGroups || mine && narrowed);
            case TEAM -> narrowed;
            case FOLLOWED -> false;
        };
    }

    private static List<Row> rows() {
        return openWork.find(jdbc.sql("select task_id from inbox_row").query(String.class).list());
    }

    private static int repeated(AtomicBoolean going, Runnable work) {
        int times = 0;
        while (going.get()) {
            work.run();
            times++;
        }
        return times;
    }

    private static <T> T as(Actor person, Supplier<T> work) {
        return currentActor.as(person, work);
    }
}
