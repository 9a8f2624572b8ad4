package be.dossierwerk.bench;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.demo.Acts;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.MovableClock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * One dossier of ours, a recognition of twelve tasks with its letters, terms, documents, audit and inbox, beside one of plain Camunda, five tasks and nothing else. Told for
 * the dossier and for a task of it; ours opens each form first, with all that the screen shows. Run with {@code mvn -Pbench verify -Dtest=OneDossierBench}; another number of
 * dossiers in a block with {@code -Dbench.dossiers=4}.
 */
@DossierwerkTest
@ExtendWith(Compared.class)
class OneDossierBench {

    private static final int BLOCKS = Integer.getInteger("bench.blocks", 5);
    private static final int DOSSIERS = Integer.getInteger("bench.dossiers", 4);
    private static final double AIM = 0.85;

    @FunctionalInterface
    private interface Dossier {
        void play(DossierSteps steps);
    }

    @Autowired private Acts acts;
    @Autowired private DemoPeople people;
    @Autowired private DueJobs jobs;
    @Autowired private MovableClock clock;
    @Autowired private DataSource source;

    @AfterAll
    static void clock_runs_again(@Autowired MovableClock clock) {
        clock.release();
    }

    @Test
    void a_recognition_beside_a_dossier_of_plain_camunda() throws Exception {
        Ceiling.measure(source);
        WholeRecognition recognition = new WholeRecognition(acts, people, jobs, clock);
        try (PlainDossier plain = new PlainDossier(source)) {
            // Until the machine code of both is there.
            played(recognition::play, source, 2 * DOSSIERS);
            played(plain::play, plain.database(), 8 * DOSSIERS);
            tell("ours", recognition::play, source, WholeRecognition.TASKS);
            tell("plain", plain::play, plain.database(), PlainDossier.TASKS);
            double[] ours = new double[BLOCKS];
            double[] peer = new double[BLOCKS];
            for (int block = 0; block < BLOCKS; block++) {
                if (block % 2 == 0) {
                    ours[block] = played(recognition::play, source, DOSSIERS).cpuMs() / DOSSIERS;
                    peer[block] = played(plain::play, plain.database(), 4 * DOSSIERS).cpuMs() / (4 * DOSSIERS);
                } else {
                    peer[block] = played(plain::play, plain.database(), 4 * DOSSIERS).cpuMs() / (4 * DOSSIERS);
                    ours[block] = played(recognition::play, source, DOSSIERS).cpuMs() / DOSSIERS;
                }
            }
            Compared.add("CPU of a dossier", DOSSIERS, ours, peer, 0, "ours 12 tasks and all that belongs to it, plain 5 tasks");
            double ratio = Compared.add("CPU of a task of a dossier", DOSSIERS, shared(ours, WholeRecognition.TASKS), shared(peer, PlainDossier.TASKS), AIM, "the whole dossier over its tasks");
            assertThat(ratio).isPositive();
        }
    }

    private Spent played(Dossier dossier, DataSource database, int times) {
        return Spent.by(database, () -> {
            for (int i = 0; i < times; i++) {
                dossier.play((name, act) -> act.run());
            }
        });
    }

    /** What repeats, in the dossier and in each of its steps, on average. */
    private void tell(String whose, Dossier dossier, DataSource database, int tasks) throws InterruptedException {
        long rows = Spent.rowChanges(database);
        Spent whole = played(dossier, database, DOSSIERS);
        rows = Spent.rowChanges(database) - rows;
        System.out.printf(Locale.ROOT, "## %-5s a dossier of %d tasks: %.1f statements, %.1f row changes, %.1f kB of WAL, CPU %.1f ms (thread %.1f, PostgreSQL %.1f)%n", whose, tasks,
                whole.statements() / (double) DOSSIERS, rows / (double) DOSSIERS, whole.walBytes() / 1e3 / DOSSIERS, whole.cpuMs() / DOSSIERS, whole.threadMs() / DOSSIERS,
                whole.databaseMs() / DOSSIERS);
        double each = DOSSIERS * (double) tasks;
        System.out.printf(Locale.ROOT, "## %-5s a task of it: %.1f statements, %.1f row changes, %.1f kB of WAL, CPU %.1f ms%n", whose, whole.statements() / each, rows / each,
                whole.walBytes() / 1e3 / each, whole.cpuMs() / each);
        Map<String, Spent> steps = new LinkedHashMap<>();
        dossier.play((name, act) -> steps.put(name, Spent.by(database, act)));
        steps.forEach((name, spent) -> System.out.printf(Locale.ROOT, "## %-5s   %-42s %4d statements %7.1f kB of WAL%n", whose, name, spent.statements(), spent.walBytes() / 1e3));
    }

    private static double[] shared(double[] values, int among) {
        return Arrays.stream(values).map(value -> value / among).toArray();
    }
}
