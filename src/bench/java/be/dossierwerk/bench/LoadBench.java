package be.dossierwerk.bench;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.SignedIn;
import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.demo.TypedForms;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.MovableClock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Many handlers at once among many open tasks: each has a session with a page, and again and again opens the list of work and a task, and sends its form. The
 * screens are asked for over HTTP as Vaadin's client does, without a browser that draws them; the form is sent through its use case in the same process. Run
 * with {@code mvn -Pbench verify -Dtest=LoadBench}; in full with fifty handlers, {@code -Dbench.handlers=50}, steps of each with {@code -Dbench.steps.each=30}, open tasks with
 * {@code -Dbench.tasks.open=100000}, seconds between steps with {@code -Dbench.pause=10}.
 */
@DossierwerkTest
@ExtendWith(Figures.class)
class LoadBench {

    private static final LocalDate RECEIVED = LocalDate.of(2027, 6, 1);
    private static final String TASK = "UserTask_VolledigheidNagaan";
    private static final String[] HANDLERS = {"an", "bram"};

    @Autowired private Acts acts;
    @Autowired private DemoPeople people;
    @Autowired private DueJobs jobs;
    @Autowired private MovableClock clock;
    @Autowired private JdbcClient jdbc;
    @Autowired private DataSource data;
    @LocalServerPort private int port;

    private final Map<String, List<Long>> took = new ConcurrentHashMap<>();
    private final Map<String, List<Integer>> bytes = new ConcurrentHashMap<>();

    @AfterAll
    static void clock_runs_again(@Autowired MovableClock clock, @Autowired JdbcClient jdbc) {
        unfollowed(jdbc, "delete from inbox_row where task_id like 'druk-%'");
        clock.release();
    }

    @Test
    void each_takes_step_after_step() throws Exception {
        int handlers = Integer.getInteger("bench.handlers", 10);
        int steps = Integer.getInteger("bench.steps.each", 3);
        int open = Integer.getInteger("bench.tasks.open", 10_000);
        long pause = 1_000L * Integer.getInteger("bench.pause", 5);
        Ceiling.measure(data);
        jobs.byHand();
        clock.moveTo(ZonedDateTime.of(RECEIVED.atTime(9, 0), MovableClock.BRUSSELS));
        List<List<String>> dossiers = new ArrayList<>();
        for (int handler = 0; handler < handlers; handler++) {
            dossiers.add(file(handler * (steps + 1), steps + 1));
        }
        dossiers.add(file(handlers * (steps + 1), 1));
        fillInbox(dossiers.get(0).get(0), open);
        walkIn(0, dossiers.get(handlers).get(0));
        long before = heap();
        List<SignedIn> sessions = new ArrayList<>();
        for (int handler = 0; handler < handlers; handler++) {
            sessions.add(walkIn(handler, dossiers.get(handler).get(steps)));
        }
        long each = (heap() - before) / handlers;
        took.clear();
        bytes.clear();
        work(sessions, dossiers, steps, pause);
        took.forEach((what, nanos) -> tell(what, open, nanos));
        System.out.printf("## heap a session with one page, its client in the same process: %,d kB%n", each / 1024);
        Figures.add("load", "heap of a session", open, handlers, 0, -1, each >> 20, each / 1024 + " kB each");
        assertThat(took).hasSize(3);
    }

    private SignedIn walkIn(int handler, String dossier) throws Exception {
        SignedIn session = new SignedIn(port);
        session.open(person(handler), DemoPeople.PASSWORD, "werk");
        step(session, person(handler), dossier);
        return session;
    }

    private void work(List<SignedIn> sessions, List<List<String>> dossiers, int steps, long pause) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(sessions.size());
        List<Callable<Void>> days = new ArrayList<>();
        for (int i = 0; i < sessions.size(); i++) {
            int handler = i;
            days.add(() -> {
                Thread.sleep(pause * handler / sessions.size());
                for (int n = 0; n < steps; n++) {
                    long start = System.nanoTime();
                    step(sessions.get(handler), person(handler), dossiers.get(handler).get(n));
                    Thread.sleep(Math.max(0, pause - (System.nanoTime() - start) / 1_000_000));
                }
                return null;
            });
        }
        try {
            for (Future<Void> done : pool.invokeAll(days)) {
                done.get();
            }
        } finally {
            pool.shutdown();
        }
    }

    private void step(SignedIn session, String person, String dossier) throws Exception {
        String task = acts.task(dossier, TASK);
        screen("opening the list of work", session, "werk");
        screen("opening a task", session, "taak/" + task);
        long start = System.nanoTime();
        acts.send(people.actor(person), dossier, TASK, TypedForms.complete());
        keep(took, "sending a form", System.nanoTime() - start);
    }

    private void screen(String what, SignedIn session, String route) throws Exception {
        long start = System.nanoTime();
        SignedIn.Answer answer = session.to(route);
        keep(took, what, System.nanoTime() - start);
        keep(bytes, what, answer.bytes());
    }

    private static <T> void keep(Map<String, List<T>> all, String what, T one) {
        all.computeIfAbsent(what, key -> Collections.synchronizedList(new ArrayList<>())).add(one);
    }

    private void tell(String what, int open, List<Long> nanos) {
        List<Long> sorted = nanos.stream().sorted().toList();
        String told = "%.0f ms in the middle; %.0f at 95 %%; %.0f at 99 %%; %s".formatted(at(sorted, 50), at(sorted, 95), at(sorted, 99), bytes.containsKey(what)
                ? bytes.get(what).stream().mapToInt(n -> n).sum() / nanos.size() + " bytes" : "no page");
        System.out.printf("## %s: %s (%d)%n", what, told, nanos.size());
        Figures.add("load", what, open, nanos.size(), nanos.stream().mapToLong(n -> n).sum() / 1e9, -1, -1, told);
    }

    private static double at(List<Long> sorted, int percent) {
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)) / 1e6;
    }

    private static String person(int handler) {
        return HANDLERS[handler % HANDLERS.length];
    }

    private List<String> file(int first, int many) {
        List<String> filed = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            filed.add(acts.file(people.actor("els"), InventedApplications.make(2_000 + first + i, RECEIVED, true), "PAPIER", RECEIVED, List.of()));
        }
        return filed;
    }

    /** Work of others that is open too: rows of the list alone, after a task of this dossier; each of a dossier of its own, or a step of that one would write them all. */
    private void fillInbox(String like, int open) {
        String task = acts.task(like, TASK);
        unfollowed(jdbc, """
                insert into inbox_row (task_id, dossier, procedure, subject, process, task_key, task_name, form_key, groups, opened_at, term_rule, term_name, due_on, waits)
                select 'druk-' || n, 'druk-' || n, r.procedure, r.subject, r.process, r.task_key, r.task_name, r.form_key, r.groups, r.opened_at + n * interval '1 second', r.term_rule, r.term_name,
                       r.due_on + n %% 60, r.waits from inbox_row r cross join generate_series(1, %d) n where r.task_id = '%s'""".formatted(open, task));
        jdbc.sql("""
                insert into inbox_row_group (task_id, grp, due_sort, opened_at, free, waits)
                select r.task_id, g.grp, r.due_sort, r.opened_at, true, r.waits from inbox_row r cross join (select grp from inbox_row_group where task_id = :task) g
                where r.task_id like 'druk-%'""").param("task", task).update();
        jdbc.sql("analyze inbox_row, inbox_row_group").update();
    }

    /** Nobody is told of it: these tasks are nobody's. */
    private static void unfollowed(JdbcClient jdbc, String statement) {
        jdbc.sql("alter table inbox_row disable trigger inbox_row_journal").update();
        jdbc.sql(statement).update();
        jdbc.sql("alter table inbox_row enable always trigger inbox_row_journal").update();
    }

    private static long heap() throws InterruptedException {
        System.gc();
        Thread.sleep(200);
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
