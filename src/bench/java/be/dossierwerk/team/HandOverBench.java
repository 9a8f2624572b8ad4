package be.dossierwerk.team;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.bench.Ceiling;
import be.dossierwerk.bench.Compared;
import be.dossierwerk.bench.PlainTasks;
import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.inbox.Colleagues;
import be.dossierwerk.recognition.Application;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.team.DivideTasks.Move;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * A team leader gives so many tasks of one colleague to another, each told in its dossier, beside the engine: its service in a loop, and its batch. The
 * engine has no batch that gives tasks; the nearest sets a variable of as many instances. Run with {@code mvn -Pbench verify -Dtest=HandOverBench}; at full
 * size with {@code -Dbench.tasks=10000}.
 */
@DossierwerkTest
@ExtendWith(Compared.class)
@TestPropertySource(properties = {"logging.level.be.dossierwerk=warn", "spring.datasource.hikari.connection-init-sql=set synchronous_commit to on"})
class HandOverBench {

    private static final LocalDate TODAY = LocalDate.of(2027, 6, 1);
    private static final Actor LOU = new Actor("meting-lou", "Lou Baert", Set.of(Roles.HANDLER));
    private static final Actor MIA = new Actor("meting-mia", "Mia Claes", Set.of(Roles.HANDLER));
    private static final int BLOCKS = 3;
    private static final double AIM = 0.2;

    @Autowired private DivideTasks divideTasks;
    @Autowired private Colleagues colleagues;
    @Autowired private Acts acts;
    @Autowired private DemoPeople people;
    @Autowired private CurrentActor currentActor;
    @Autowired private MovableClock clock;
    @Autowired private JdbcClient jdbc;
    @Autowired private DataSource source;

    @AfterAll
    static void clock_runs_again(@Autowired MovableClock clock) {
        clock.release();
    }

    @Test
    void all_tasks_of_one_colleague() throws Exception {
        int tasks = Integer.getInteger("bench.tasks", 2_000);
        Ceiling.measure(source);
        clock.moveTo(ZonedDateTime.of(TODAY.atTime(9, 0), MovableClock.BRUSSELS));
        colleagues.know(LOU);
        colleagues.know(MIA);
        fill(tasks);
        double[] ours = new double[BLOCKS];
        double[] loop = new double[BLOCKS];
        double[] batch = new double[BLOCKS];
        try (PlainTasks plain = PlainTasks.on(source, tasks)) {
            give(LOU, MIA, tasks / 10);
            give(MIA, LOU, tasks / 10);
            for (int block = 0; block < BLOCKS; block++) {
                Actor from = block % 2 == 0 ? LOU : MIA;
                Actor to = block % 2 == 0 ? MIA : LOU;
                ours[block] = millis(() -> give(from, to, tasks));
                loop[block] = millis(() -> plain.assignAll(to.id()));
                batch[block] = millis(() -> plain.batch(to.id()));
            }
        }
        Compared.add("tasks handed over, beside the service in a loop", tasks, ours, loop, 0, "each told in its dossier");
        Compared.add("tasks handed over, beside the engine's batch", tasks, ours, batch, AIM, "its batch sets a variable");
    }

    private void give(Actor from, Actor to, int most) {
        List<Move> moves = jdbc.sql("select task_id from inbox_row where assignee = ? order by task_id limit ?").params(from.id(), most).query(String.class).list().stream()
                .map(task -> new Move(task, from.id(), to.id())).toList();
        assertThat(moves).hasSize(most);
        assertThat(currentActor.as(people.actor("tom"), () -> divideTasks.divide(moves, "Verlof")).done()).hasSize(most);
    }

    /** One task is opened by the product, the others are copies of its row with a dossier of their own. */
    private void fill(int tasks) {
        Application application = InventedApplications.make(2_900, TODAY, true);
        String dossier = acts.file(people.actor("els"), application, "PAPIER", TODAY, InventedApplications.attachments(application));
        String task = acts.task(dossier, "UserTask_VolledigheidNagaan");
        copy("dossier", "number = '" + dossier + "'", tasks);
        copy("inbox_row", "task_id = '" + task + "'", tasks);
        copy("inbox_row_group", "task_id = '" + task + "'", tasks);
        jdbc.sql("update inbox_row set assignee = ?, assignee_name = ?, claimed_at = now() where dossier like ?").params(LOU.id(), LOU.name(), dossier + "-%").update();
        jdbc.sql("update inbox_row_group set free = false where task_id like ?").param(task + "-%").update();
        jdbc.sql("vacuum analyze").update();
    }

    private void copy(String table, String which, int copies) {
        List<String> columns = jdbc.sql("select column_name from information_schema.columns where table_name = ? and is_generated = 'NEVER' and is_identity = 'NO'").param(table)
                .query(String.class).list();
        String values = String.join(", ", columns.stream().map(column -> Set.of("number", "dossier", "task_id").contains(column) ? column + " || '-' || n" : column).toList());
        jdbc.sql("insert into %s (%s) select %s from %s cross join generate_series(1, %d) n where %s".formatted(table, String.join(", ", columns), values, table, copies, which)).update();
    }

    private static double millis(Compared.Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }
}
