package be.dossierwerk.bench;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.demo.Acts;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.inbox.SendTaskForm;
import be.dossierwerk.request.RegisterKlacht;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.MovableClock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One dossier of five tasks in plain Camunda, in Flowable and in the product, and beside it two that people have: a complaint of six tasks, the smallest with its letters, terms
 * and documents, and a recognition of twelve. Told for the dossier and for a task of it; of these two each form is opened first, with all that the screen shows. Run with
 * {@code mvn -Pbench verify -Dtest=OneDossierBench}; another number of dossiers in a block with {@code -Dbench.dossiers=4}.
 */
@DossierwerkTest
@ExtendWith(Compared.class)
class OneDossierBench {

    private static final int BLOCKS = Integer.getInteger("bench.blocks", 5);
    private static final int DOSSIERS = Integer.getInteger("bench.dossiers", 4);
    private static final int PEERS = 4 * DOSSIERS;
    private static final double AIM = 0.85;

    @FunctionalInterface
    private interface Dossier {
        void play(DossierSteps steps);
    }

    /** @param times so many in a block */
    private record Measured(String name, Dossier dossier, DataSource database, int tasks, int times, double[] cpuMs) {

        Measured(String name, Dossier dossier, DataSource database, int tasks, int times) {
            this(name, dossier, database, tasks, times, new double[BLOCKS]);
        }

        Spent played() {
            return Spent.by(database, () -> {
                for (int i = 0; i < times; i++) {
                    dossier.play((name, act) -> act.run());
                }
            });
        }

        double[] ofATask() {
            return Arrays.stream(cpuMs).map(each -> each / tasks).toArray();
        }
    }

    @Autowired private Acts acts;
    @Autowired private RegisterKlacht registerKlacht;
    @Autowired private CurrentActor currentActor;
    @Autowired private DemoPeople people;
    @Autowired private DueJobs jobs;
    @Autowired private MovableClock clock;
    @Autowired private DataSource source;
    @Autowired private RepositoryService repository;
    @Autowired private Dossiers dossiers;
    @Autowired private Terms terms;
    @Autowired private Processes processes;
    @Autowired private SendTaskForm sendTaskForm;
    @Autowired private TransactionTemplate transaction;

    @AfterAll
    static void clock_runs_again(@Autowired MovableClock clock) {
        clock.release();
    }

    @Test
    void our_dossiers_beside_one_of_plain_engines() throws Exception {
        Ceiling.measure(source);
        try (PeerDossier camunda = new PlainDossier(source); PeerDossier flowable = new FlowableDossier(source)) {
            PlayedByPeople byPeople = new PlayedByPeople(acts, people, jobs, clock);
            SameDossier.deploy(repository);
            Measured same = new Measured("product", new SameDossier(acts, dossiers, terms, processes, sendTaskForm, currentActor, byPeople, transaction)::play, source, PeerDossier.TASKS, PEERS);
            Measured klacht = new Measured("klacht", new WholeKlacht(byPeople, registerKlacht, currentActor)::play, source, WholeKlacht.TASKS, DOSSIERS);
            Measured recognition = new Measured("erkenning", new WholeRecognition(byPeople)::play, source, WholeRecognition.TASKS, DOSSIERS);
            Measured plain = new Measured("Camunda", camunda::play, camunda.database(), PeerDossier.TASKS, PEERS);
            Measured other = new Measured("Flowable", flowable::play, flowable.database(), PeerDossier.TASKS, PEERS);
            List<Measured> all = List.of(klacht, plain, same, recognition, other);
            for (Measured each : all) {
                // Until the machine code is there.
                each.played();
                each.played();
                tell(each);
            }
            for (int block = 0; block < BLOCKS; block++) {
                for (int turn = 0; turn < all.size(); turn++) {
                    Measured each = all.get(block % 2 == 0 ? turn : all.size() - 1 - turn);
                    each.cpuMs[block] = each.played().cpuMs() / each.times;
                }
            }
            double ratio = Compared.add("CPU of one dossier of 5 tasks, Camunda", PEERS, same.cpuMs, plain.cpuMs, AIM, "dossier, term, ledger, inbox, audit");
            Compared.add("CPU of one dossier of 5 tasks, Flowable", PEERS, same.cpuMs, other.cpuMs, AIM, "the same");
            Compared.add("CPU of a klacht, 6 tasks, Camunda 5", DOSSIERS, klacht.cpuMs, plain.cpuMs, AIM, "with letters, term, documents, audit, inbox");
            Compared.add("CPU of a klacht, 6 tasks, Flowable 5", DOSSIERS, klacht.cpuMs, other.cpuMs, AIM, "the same");
            Compared.add("CPU of a task of a klacht, Camunda", DOSSIERS, klacht.ofATask(), plain.ofATask(), AIM, "the whole dossier over its tasks");
            Compared.add("CPU of a task of an erkenning, Camunda", DOSSIERS, recognition.ofATask(), plain.ofATask(), AIM, "the whole dossier over its tasks");
            Compared.add("CPU of an erkenning, 12 tasks, Camunda 5", DOSSIERS, recognition.cpuMs, plain.cpuMs, 0, "twelve tasks and all that belongs to them beside five");
            assertThat(ratio).isPositive();
        }
    }

    /** What repeats, in the dossier and in each of its steps, on average. */
    private static void tell(Measured each) throws InterruptedException {
        long rows = Spent.rowChanges(each.database);
        Spent whole = each.played();
        rows = Spent.rowChanges(each.database) - rows;
        double times = each.times;
        System.out.printf(Locale.ROOT, "## %-9s a dossier of %d tasks: %.1f statements, %.1f row changes, %.1f kB of WAL, CPU %.1f ms (thread %.1f, PostgreSQL %.1f)%n", each.name, each.tasks,
                whole.statements() / times, rows / times, whole.walBytes() / 1e3 / times, whole.cpuMs() / times, whole.threadMs() / times, whole.databaseMs() / times);
        double tasks = times * each.tasks;
        System.out.printf(Locale.ROOT, "## %-9s a task of it: %.1f statements, %.1f row changes, %.1f kB of WAL, CPU %.1f ms%n", each.name, whole.statements() / tasks, rows / tasks,
                whole.walBytes() / 1e3 / tasks, whole.cpuMs() / tasks);
        each.dossier.play((name, act) -> {
            Spent spent = Spent.by(each.database, act);
            System.out.printf(Locale.ROOT, "## %-9s   %-42s %4d statements %7.1f kB of WAL%n", each.name, name, spent.statements(), spent.walBytes() / 1e3);
        });
    }
}
