package be.dossierwerk.bench;

import static be.dossierwerk.demo.TypedForms.*;

import be.dossierwerk.deadline.EscalationLadder;
import be.dossierwerk.deadline.PauseGround;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.demo.TypedForms;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.recognition.Application;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.MovableClock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Fills the database with open dossiers. Twenty-eight are real, made through the product on the real engine over seven weeks: waiting for missing
 * items (two timers, or one after the reminder), complete, complete and paused, waiting for the committee (one timer). The others are copies in SQL
 * of all that these have in engine, terms, ledger and inbox: forty thousand real ones would take hours (the first row of the table says how long each
 * takes). Not copied: the audit trail, documents, and the engine's history but for instances and activities.
 */
@TestComponent
public class OpenTerms {

    private static final LocalDate FIRST_RECEIVED = LocalDate.of(2027, 1, 18);
    private static final int WEEKS = 7;

    /** Columns of the engine that name something of one instance; md5 keeps their references equal and their order random, as the engine's own. */
    private static final Set<String> ENGINE_IDS = Set.of("id_", "root_proc_inst_id_", "proc_inst_id_", "process_instance_id_", "parent_id_", "super_exec_",
            "execution_id_", "task_id_", "bytearray_id_", "var_scope_", "parent_act_inst_id_", "act_inst_id_", "call_proc_inst_id_",
            "super_process_instance_id_");
    /** By the column that says of which instance a row is; byte arrays are of nobody else. */
    private static final Map<String, String> ENGINE_TABLES = Map.of("act_ru_execution", "proc_inst_id_", "act_ru_task", "proc_inst_id_",
            "act_ru_variable", "proc_inst_id_", "act_ru_job", "process_instance_id_", "act_ru_event_subscr", "proc_inst_id_",
            "act_hi_procinst", "proc_inst_id_", "act_hi_actinst", "proc_inst_id_");
    private static final int COPIES_AT_ONCE = 50;

    @Autowired private Acts acts;
    @Autowired private DemoPeople people;
    @Autowired private CurrentActor currentActor;
    @Autowired private Terms terms;
    @Autowired private EscalationLadder ladder;
    @Autowired private DueJobs jobs;
    @Autowired private MovableClock clock;
    @Autowired private JdbcClient jdbc;

    private final List<String> real = new ArrayList<>();
    private int copies;

    /** Makes the real dossiers, once and first, and leaves the clock on the day of the last one. */
    public void make() {
        makeReal();
        prepare();
    }

    /** Copies dossiers, as they stand now, until so many terms run. */
    public void fill(int open) {
        while (running() < open) {
            long missing = open - running();
            long perCopy = jdbc.sql("select count(*) from term where stopped_on is null and dossier in (select number from real_dossier)")
                    .query(Long.class).single();
            int some = (int) Math.min(COPIES_AT_ONCE, (missing + perCopy - 1) / perCopy);
            copy(copies + 1, copies + some);
            copies += some;
        }
        jdbc.sql("analyze").update();
    }

    /** How many terms run. */
    public int running() {
        return count("select count(*) from term where stopped_on is null");
    }

    public int dossiers() {
        return count("select count(distinct dossier) from term where stopped_on is null");
    }

    public int timers() {
        return count("select count(*) from act_ru_job where type_ = 'timer'");
    }

    /** How many dossiers were made on the engine itself. */
    public int realOnes() {
        return real.size();
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    private void makeReal() {
        jobs.byHand();
        for (int week = 0; week < WEEKS; week++) {
            LocalDate received = FIRST_RECEIVED.plusWeeks(week);
            String waiting = file(received, false);
            send("an", waiting, "UserTask_VolledigheidNagaan", depositMissing());
            complete(received);
            String paused = complete(received);
            pause(paused, received.plusDays(2));
            String advising = complete(received);
            pause(advising, received.plusDays(2));
            at(received.plusDays(4));
            currentActor.as(people.actor("an"), () -> {
                terms.resume(advising, PauseGround.AANVULLING_AANVRAGER, received.plusDays(4), "kwam");
                return null;
            });
            send("an", advising, "UserTask_BronnenNagaan", cleanSources());
            send("an", advising, "UserTask_OndernemingsplanBeoordelen", goodPlan());
            send("an", advising, "UserTask_WaarborgNagaan", depositPaid(received.minusDays(10)));
            send("an", advising, "UserTask_VoorwaardenBeoordelen", conditionsMet());
            send("an", advising, "UserTask_NotaOpstellen", note("GUNSTIG"));
            ladder.sweep();
        }
    }

    private String complete(LocalDate received) {
        String dossier = file(received, true);
        send("an", dossier, "UserTask_VolledigheidNagaan", TypedForms.complete());
        return dossier;
    }

    private void pause(String dossier, LocalDate on) {
        currentActor.as(people.actor("an"), () -> {
            terms.pause(dossier, PauseGround.AANVULLING_AANVRAGER, on, "wacht op een stuk");
            return null;
        });
    }

    private String file(LocalDate received, boolean complete) {
        at(received);
        Application application = InventedApplications.make(3000 + real.size(), received, complete);
        String dossier = acts.file(people.actor("els"), application, "PAPIER", received, InventedApplications.attachments(application));
        real.add(dossier);
        at(received.plusDays(2));
        return dossier;
    }

    private void send(String person, String dossier, String task, Map<String, Object> fields) {
        acts.send(people.actor(person), dossier, task, fields);
    }

    private void at(LocalDate day) {
        clock.moveTo(ZonedDateTime.of(day, LocalTime.of(9, 0), MovableClock.BRUSSELS));
        jobs.run();
    }

    /** What is copied stays named apart, so that copies are never copied. */
    private void prepare() {
        jdbc.sql("create table real_dossier (number text primary key)").update();
        real.forEach(dossier -> jdbc.sql("insert into real_dossier values (?)").param(dossier).update());
        jdbc.sql("create table real_instance as select id_ from act_ru_execution where parent_id_ is null"
                + " and business_key_ in (select number from real_dossier)").update();
        jdbc.sql("create table real_term as select id, row_number() over (order by id) as place from term"
                + " where dossier in (select number from real_dossier)").update();
        jdbc.sql("create table copied_term (original bigint, copy integer, id bigint, primary key (copy, original))").update();
    }

    private void copy(int from, int to) {
        String each = " cross join generate_series(%d, %d) n".formatted(from, to);
        String ofReal = each + " where t.%s in (select number from real_dossier)";
        insert("dossier", ofReal.formatted("number"), Map.of("number", number("number")));
        insert("recognition", ofReal.formatted("dossier"), Map.of("dossier", number("dossier"), "enterprise_number", number("enterprise_number")));
        jdbc.sql("insert into copied_term select id, n, nextval(pg_get_serial_sequence('term', 'id')) from real_term" + each).update();
        insert("term", " join copied_term c on c.original = t.id cross join lateral (select c.copy as n) n where c.copy between %d and %d".formatted(from, to),
                Map.of("id", "c.id", "dossier", number("dossier")));
        insert("term_entry", each + " left join copied_term c on c.original = t.term and c.copy = n where t.dossier in (select number from real_dossier)"
                + " order by n, t.id", Map.of("id", "nextval(pg_get_serial_sequence('term_entry', 'id'))", "dossier", number("dossier"), "term", "c.id"));
        insert("term_escalation", " join copied_term c on c.original = t.term where c.copy between %d and %d".formatted(from, to), Map.of("term", "c.id"));
        insert("inbox_row", ofReal.formatted("dossier"), Map.of("task_id", id("task_id"), "dossier", number("dossier")));
        String ofRow = each + " where t.task_id in (select task_id from inbox_row where dossier in (select number from real_dossier))";
        insert("inbox_row_group", ofRow, Map.of("task_id", id("task_id")));
        String byteArrays = "select bytearray_id_ from act_ru_variable where proc_inst_id_ in (select id_ from real_instance)";
        insert("act_ge_bytearray", each + " where t.id_ in (" + byteArrays + ")", engineColumns("act_ge_bytearray"));
        // Executions first: what hangs on them has foreign keys to them.
        List<String> tables = new ArrayList<>(ENGINE_TABLES.keySet());
        tables.sort(java.util.Comparator.comparing((String table) -> !table.equals("act_ru_execution")).thenComparing(table -> table));
        for (String table : tables) {
            insert(table, each + " where t." + ENGINE_TABLES.get(table) + " in (select id_ from real_instance)", engineColumns(table));
        }
        insert("act_ru_identitylink", each + " where t.task_id_ in (select id_ from act_ru_task where proc_inst_id_ in (select id_ from real_instance))",
                engineColumns("act_ru_identitylink"));
    }

    private Map<String, String> engineColumns(String table) {
        return columns(table).stream().filter(column -> ENGINE_IDS.contains(column) || column.equals("business_key_"))
                .collect(Collectors.toMap(column -> column, column -> column.equals("business_key_") ? number(column) : id(column)));
    }

    private void insert(String table, String from, Map<String, String> changed) {
        List<String> columns = columns(table);
        String values = columns.stream().map(column -> changed.getOrDefault(column, "t." + column)).collect(Collectors.joining(", "));
        jdbc.sql("insert into " + table + " (" + String.join(", ", columns) + ") overriding system value select " + values + " from " + table + " t" + from)
                .update();
    }

    private List<String> columns(String table) {
        return jdbc.sql("select column_name from information_schema.columns where table_name = ? and is_generated = 'NEVER' order by ordinal_position")
                .param(table).query(String.class).list();
    }

    private static String number(String column) {
        return "t." + column + " || '-' || n";
    }

    private static String id(String column) {
        return "md5(t." + column + " || ' ' || n)";
    }
}
