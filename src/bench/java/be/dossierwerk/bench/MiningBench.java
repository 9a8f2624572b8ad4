package be.dossierwerk.bench;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.mining.Analysis;
import be.dossierwerk.mining.AnalyseProcedure;
import be.dossierwerk.mining.Figure;
import be.dossierwerk.mining.OpenFigure;
import be.dossierwerk.mining.Selection;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How long the analysis of a year takes. Run with {@code mvn -Pbench verify -Dtest=MiningBench}; other numbers of steps with
 * {@code -Dbench.steps=20000,1000000}. Thirty steps make a dossier: parallel checks, one in three with a question to the applicant, one in ten done again.
 */
@DossierwerkTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MiningBench {

    private static final int OF_DOSSIER = 30;
    private static final LocalDate FIRST = LocalDate.of(2005, 1, 1);

    @Autowired private JdbcClient jdbc;
    @Autowired private TransactionTemplate transaction;
    @Autowired private AnalyseProcedure analyseProcedure;
    @Autowired private OpenFigure openFigure;
    @Autowired private CurrentActor currentActor;
    @Autowired private DemoPeople people;

    @AfterAll
    void nothing_is_left() {
        unfollowed("delete from step where dossier like 'DC-MBE-%'", "delete from term_entry where dossier like 'DC-MBE-%'", "delete from dossier where number like 'DC-MBE-%'");
    }

    @Test
    void a_year_of_steps() {
        for (String size : System.getProperty("bench.steps", "20000,200000").split(",")) {
            int steps = Integer.parseInt(size.strip());
            nothing_is_left();
            make(steps / OF_DOSSIER);
            Selection year = new Selection("erkenning", Selection.Period.GESLOTEN, FIRST, FIRST.plusYears(2), null, null, null, null, null, null);
            measure("analysis of a year, first time", steps, () -> analyse(year));
            Analysis analysis = measure("analysis of a year", steps, () -> analyse(year));
            measure("analysis of those with a pause", steps, () -> analyse(new Selection("erkenning", Selection.Period.GELOPEN, FIRST.plusMonths(5), FIRST.plusMonths(6), null, null,
                    null, null, true, null)));
            measure("dossiers behind the days of an element", steps, () -> open(year, analysis.elements().get(0).figure(Figure.Measure.DAGEN)));
            measure("dossiers behind a variant", steps, () -> open(year, analysis.ways().get(0).figure(Figure.Measure.DOSSIERS)));
            System.out.printf("## %d ways, %d elements, %d dossiers%n", analysis.ways().size(), analysis.elements().size(), analysis.dossiers());
            assertThat(analysis.dossiers()).isEqualTo(steps / OF_DOSSIER);
        }
    }

    private Analysis analyse(Selection selection) {
        return currentActor.as(people.actor("ann"), () -> analyseProcedure.analyse(selection));
    }

    private OpenFigure.Behind open(Selection selection, Figure figure) {
        return currentActor.as(people.actor("ann"), () -> openFigure.open(selection, figure, 0, 50));
    }

    private static <T> T measure(String work, int steps, Supplier<T> asked) {
        System.gc();
        long before = used();
        long start = System.nanoTime();
        T answer = asked.get();
        double seconds = Figures.seconds(start);
        long after = used();
        System.out.printf("## %s, %d steps: %.0f ms (%d MiB more in use at its end)%n", work, steps, 1000 * seconds, Math.max(0, after - before) / 1024 / 1024);
        Figures.add("mining", work, steps, steps / OF_DOSSIER, seconds, -1, -1, "");
        return answer;
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private void make(int dossiers) {
        unfollowed("""
                insert into dossier (number, procedure, subject, source, received_on, registered_at, state, outcome, closed_on)
                select 'DC-MBE-' || d, 'erkenning', 'Onderneming ' || d, 'PAPIER', date '2005-01-01' + d %% 365, now(), 'GESLOTEN', 'ERKEND', date '2005-01-01' + d %% 365 + 40 + d %% 90
                from generate_series(1, %d) d""".formatted(dossiers), """
                insert into step (dossier, procedure, process, instance, activity, deployment, element, element_name, kind, entered_at, left_at, ended)
                select 'DC-MBE-' || d, 'erkenning', case when n < 10 then 'volledigheid' when n < 20 then 'erkenning' else 'besluit' end, d::text, 'bench-' || d || '-' || n,
                       (select deployment from published_set order by serial desc limit 1),
                       -- Three in parallel from 10 on, and one in ten goes back to the second step.
                       case when n = 9 and d %% 10 = 0 then 'UserTask_1' else (case when n %% 3 = 1 then 'UserTask_' else 'ServiceTask_' end) || n end,
                       'Stap ' || n, case when n %% 3 = 1 or n = 9 and d %% 10 = 0 then 'userTask' else 'serviceTask' end, at, at + case when n %% 3 = 1 or n = 9
                           then make_interval(hours => (hashint4(d * 31 + n) & 255) / 2) else interval '0' end, 'AF'
                from generate_series(1, %d) d, generate_series(1, %d) n,
                     lateral (select (date '2005-01-01' + d %% 365)::timestamptz + make_interval(hours => 40 * (case when n between 10 and 13 then 10 else n end) + (hashint4(d + n) & 31)) as at) t
                """.formatted(dossiers, OF_DOSSIER), """
                insert into term_entry (dossier, kind, effective_on, ground, recorded_at, recorded_by, recorded_by_name)
                select 'DC-MBE-' || d, kind, date '2005-01-01' + d %% 365 + after, 'AANVULLING_AANVRAGER', now(), 'bench', 'Bench'
                from generate_series(3, %d, 3) d, (values ('PAUSED', 5), ('RESUMED', 19)) pause(kind, after) order by d, after""".formatted(dossiers));
        jdbc.sql("analyze step").update();
        jdbc.sql("analyze dossier").update();
        jdbc.sql("analyze term_entry").update();
    }

    /** Without triggers: no change of a row is told, and the ledger lets go. */
    private void unfollowed(String... statements) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            List.of(statements).forEach(statement -> jdbc.sql(statement).update());
        });
    }
}
