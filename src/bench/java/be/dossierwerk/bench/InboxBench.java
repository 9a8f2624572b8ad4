package be.dossierwerk.bench;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.dossier.DossierList;
import be.dossierwerk.dossier.DossierList.Column;
import be.dossierwerk.dossier.DossierList.Order;
import be.dossierwerk.inbox.CountedWork;
import be.dossierwerk.inbox.OpenWork;
import be.dossierwerk.inbox.OpenWork.Tab;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.RewriteTable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the inbox and the list of dossiers ask for when somebody opens them, beside {@code TaskService} of the engine as it comes. Run with
 * {@code mvn -Pbench verify -Dtest=InboxBench}; in full with {@code -Dbench.tasks=10000,100000,1000000 -Dbench.dossiers=1350000}.
 */
@DossierwerkTest
@ExtendWith(Compared.class)
class InboxBench {

    private static final List<String> GROUPS = List.of("groep-1", "groep-5", "groep-20");
    private static final Actor HANDLER = new Actor("u7", "Persoon u7", Set.of("groep-1", "groep-5", "groep-20", Roles.HANDLER));
    private static final Actor LEAD = new Actor("u7", "Persoon u7", Set.of("groep-1", "groep-5", "groep-20", Roles.TEAM_LEAD));
    private static final int PAGE = 50;
    private static final int DEEP = 1_000;
    private static final int TIMES = 3;

    @Autowired private DataSource data;
    @Autowired private CurrentActor currentActor;
    @Autowired private OpenWork openWork;
    @Autowired private CountedWork countedWork;
    @Autowired private RewriteTable rewriteTable;
    @Autowired private DossierList dossiers;

    private TaskService tasks;
    private ProcessEngine engine;

    @Test
    void inbox_and_dossiers_beside_task_service() throws Exception {
        Ceiling.measure(data);
        int[] sizes = Arrays.stream(System.getProperty("bench.tasks", "10000,100000").split(",")).map(String::strip).mapToInt(Integer::parseInt).sorted().toArray();
        double[] fewest = null;
        try (PlainCamunda plain = PlainCamunda.on(data, false)) {
            engine = plain.engine();
            tasks = engine.getTaskService();
            FilledInbox filled = new FilledInbox(data, plain.source());
            for (int size : sizes) {
                filled.fill(size, size == sizes[sizes.length - 1] ? Integer.getInteger("bench.dossiers", size) : size);
                countedWork.putTogether();
                // As two minutes later in the product.
                rewriteTable.whenSparse("inbox_count");
                inbox(size);
                double[] pages = blocks(this::firstPages);
                fewest = fewest == null ? pages : fewest;
                Compared.add("first page, beside ours at " + sizes[0], size, pages, fewest, 1.25, "");
                assertThat(countedWork.differences()).as("drift").isZero();
            }
            dossiers(Math.max(sizes[sizes.length - 1], Integer.getInteger("bench.dossiers", 0)));
        }
    }

    private void inbox(int size) throws Exception {
        Compared.measure("first page: own and of 3 groups", size, TIMES, 1.0 / 300, "ours: both tabs, 50 rows each", this::firstPages, this::peerPage);
        Compared.measure("counters of all tabs", size, TIMES, 1.0 / 1000, "ours 5 tabs, theirs 3 counts", () -> as(LEAD, () -> openWork.counts(OpenWork.Filter.NONE)), () -> {
            tasks.createTaskQuery().taskAssignee(HANDLER.id()).count();
            tasks.createTaskQuery().taskCandidateGroupIn(GROUPS).count();
            tasks.createTaskQuery().count();
        });
        OpenWork.Row before = as(HANDLER, () -> {
            List<OpenWork.Row> rows = openWork.list(Tab.GROUPS, OpenWork.Filter.NONE, null, deep(size) * PAGE - 1, 1);
            return rows.get(0);
        });
        Compared.Work first = () -> as(HANDLER, () -> openWork.list(Tab.GROUPS, OpenWork.Filter.NONE, null, 0, PAGE));
        Compared.measure("page " + deep(size) + " read on, beside our first", size, TIMES, 2, "", () -> as(HANDLER, () -> openWork.list(Tab.GROUPS, OpenWork.Filter.NONE, before, 0, PAGE)), first);
        Compared.measure("page " + deep(size) + " jumped to, beside our first", size, TIMES, 0, "", () -> as(HANDLER, () -> openWork.list(Tab.GROUPS, OpenWork.Filter.NONE, null, deep(size) * PAGE, PAGE)), first);
        Compared.measure("page " + deep(size) + " jumped to", size, TIMES, 0, "", () -> as(HANDLER, () -> openWork.list(Tab.GROUPS, OpenWork.Filter.NONE, null, deep(size) * PAGE, PAGE)),
                () -> tasks.createTaskQuery().taskCandidateGroupIn(GROUPS).orderByDueDate().asc().listPage(deep(size) * PAGE, PAGE));
        Compared.measure("the filter's procedures, beside our first page", size, TIMES, 0, "", openWork::procedures, first);
    }

    private void dossiers(int size) throws Exception {
        String number = "DC-ERK-2027-%07d".formatted(size / 2);
        String name = as(HANDLER, () -> dossiers.page(sought(number), 0, 1)).get(0).subject().split(" ")[1];
        sought("exact number", size, number, () -> tasks.createTaskQuery().processVariableValueEquals("dossier", number).list());
        for (String part : List.of(name, name.substring(0, 5), name.substring(0, 4))) {
            long found = as(HANDLER, () -> dossiers.count(sought(part)));
            sought("part of a name: " + part.length() + " letters, " + found + " found", size, part, () -> {
                tasks.createTaskQuery().processVariableValueLike("subject", "%" + part + "%").listPage(0, PAGE);
                tasks.createTaskQuery().processVariableValueLike("subject", "%" + part + "%").count();
            });
        }
        Compared.Work first = () -> page(Order.NEWEST, null, 0);
        for (Column column : Column.values()) {
            Order order = new Order(column, column == Column.RECEIVED);
            String variable = column == Column.NUMBER ? "dossier" : "subject";
            Compared.measure("dossiers by " + word(column) + ", first page", size, TIMES, 0, "theirs by variable " + variable, () -> page(order, null, 0),
                    () -> tasks.createTaskQuery().orderByProcessVariable(variable, ValueType.STRING).asc().listPage(0, PAGE));
            DossierList.Row before = page(order, null, deep(size) * PAGE - 1).get(0);
            Compared.measure("by " + word(column) + ", page " + deep(size) + " read on, beside the first", size, TIMES, 2, "", () -> page(order, before, 0), () -> page(order, null, 0));
            Compared.measure("by " + word(column) + ", page " + deep(size) + " jumped to, beside the first", size, TIMES, 0, "", () -> page(order, null, deep(size) * PAGE), () -> page(order, null, 0));
        }
        Compared.measure("the filters of the list, beside its first page", size, TIMES, 0, "", () -> as(HANDLER, () -> List.of(dossiers.handlers(), dossiers.procedures())), first);
        Compared.measure("how many dossiers, beside the first page", size, TIMES, 0, "", () -> as(HANDLER, () -> dossiers.count(DossierList.Filter.NONE)), first);
    }

    private void sought(String work, int size, String text, Compared.Work peer) throws Exception {
        Compared.measure(work, size, TIMES, 0, "ours: page and count", () -> as(HANDLER, () -> {
            dossiers.page(sought(text), 0, PAGE);
            return dossiers.count(sought(text));
        }), peer);
    }

    private void firstPages() {
        as(HANDLER, () -> {
            assertThat(openWork.list(Tab.GROUPS, OpenWork.Filter.NONE, null, 0, PAGE)).hasSize(PAGE);
            return openWork.list(Tab.MINE, OpenWork.Filter.NONE, null, 0, PAGE);
        });
    }

    /** With what the columns show, which the engine keeps in variables. */
    private void peerPage() {
        TaskQuery query = tasks.createTaskQuery().or().taskAssignee(HANDLER.id()).taskCandidateGroupIn(GROUPS).endOr().orderByDueDate().asc();
        List<Task> page = query.listPage(0, PAGE);
        assertThat(page).hasSize(PAGE);
        engine.getRuntimeService().createVariableInstanceQuery().processInstanceIdIn(page.stream().map(Task::getProcessInstanceId).toArray(String[]::new)).list();
    }

    private List<DossierList.Row> page(Order order, DossierList.Row after, int skip) {
        return as(HANDLER, () -> dossiers.page(DossierList.Filter.NONE, order, after, skip, PAGE));
    }

    private double[] blocks(Runnable work) {
        double[] took = new double[Integer.getInteger("bench.blocks", 5)];
        for (int block = 0; block < took.length; block++) {
            long start = System.nanoTime();
            for (int i = 0; i < 20; i++) {
                work.run();
            }
            took[block] = (System.nanoTime() - start) / 1e6 / 20;
        }
        return took;
    }

    private static int deep(int size) {
        return Math.min(DEEP, size / PAGE / 10);
    }

    private static DossierList.Filter sought(String text) {
        return new DossierList.Filter(text, null, null, null);
    }

    private static String word(Column column) {
        return column.name().toLowerCase(Locale.ROOT);
    }

    private <T> T as(Actor person, Supplier<T> work) {
        return currentActor.as(person, work);
    }
}
