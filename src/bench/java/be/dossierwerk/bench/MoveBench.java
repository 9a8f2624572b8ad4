package be.dossierwerk.bench;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.engine.DiagramSet;
import be.dossierwerk.procedurechange.ImpactOfChange;
import be.dossierwerk.procedurechange.ImpactReport;
import be.dossierwerk.procedurechange.MoveBatch;
import be.dossierwerk.procedurechange.MoveDesk;
import be.dossierwerk.procedurechange.MoveProgress;
import be.dossierwerk.procedurechange.Proposal;
import be.dossierwerk.procedurechange.Rollout;
import be.dossierwerk.shared.MovableClock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * What a change of the recognition and of its building blocks costs while so many dossiers run: the impact with its dry run, and moving them all there
 * and back. Run with {@code mvn -Pbench verify -Dtest=MoveBench}; 500 dossiers; others with {@code -Dbench.dossiers=1000,10000},
 * two workers alone with {@code -Dbench.impact=false}.
 */
@DossierwerkTest
@Import(OpenTerms.class)
@ExtendWith(Figures.class)
@TestPropertySource(properties = {"logging.level.be.dossierwerk=warn", "dossierwerk.procedurechange.move-round=PT10H"})
class MoveBench {

    private static final boolean IMPACT = Boolean.parseBoolean(System.getProperty("bench.impact", "true"));
    private static int changes;

    @Autowired private OpenTerms openTerms;
    @Autowired private ImpactOfChange impactOfChange;
    @Autowired private ImpactReport impactReport;
    @Autowired private MoveBatch moveBatch;
    @Autowired private MoveProgress progress;
    @Autowired private ApplicationContext spring;

    @AfterAll
    static void clock_runs_again(@Autowired MovableClock clock) {
        clock.release();
    }

    @Test
    void all_running_dossiers() {
        MoveDesk desk = new MoveDesk(spring);
        DiagramSet set = desk.set(desk.published());
        DiagramSet harmless = MoveDesk.harmless(set);
        String from = desk.published();
        openTerms.make();
        String to = desk.deploy(harmless);
        for (int size : Arrays.stream(System.getProperty("bench.dossiers", "500").split(",")).map(String::strip).mapToInt(Integer::parseInt).sorted().toArray()) {
            openTerms.fill((int) Math.ceil(size * (double) openTerms.running() / openTerms.dossiers()));
            int dossiers = openTerms.dossiers();
            Proposal proposal = new Proposal(change(), set, harmless);
            if (IMPACT) {
                measured("impact with dry run", dossiers, () -> {
                    desk.does("pieter", () -> impactOfChange.compute(proposal));
                    return impactReport.of(proposal.change()).orElseThrow();
                }, found -> "%d can follow, %d of %d timers keep their date".formatted(found.following(), found.keptTimers(), found.timers()));
                move("move there, one worker", from, to, dossiers, 1);
                move("move back, one worker", to, from, dossiers, 1);
            }
            move("move there, two workers", from, to, dossiers, 2);
            move("move back, two workers", to, from, dossiers, 2);
        }
    }

    private void move(String work, String from, String to, int dossiers, int workers) {
        String change = change();
        measured(work, dossiers, () -> {
            moveBatch.begin(change, from, to, Rollout.ALLE, Set.of(), "pieter");
            var pool = Executors.newFixedThreadPool(workers);
            try {
                List<Future<Integer>> all = IntStream.range(0, workers).mapToObj(worker -> pool.submit(moveBatch::work)).toList();
                for (Future<Integer> each : all) {
                    each.get();
                }
            } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
                throw new IllegalStateException(e);
            } finally {
                pool.shutdown();
            }
            return progress.of(change).orElseThrow();
        }, run -> {
            assertThat(run.moved()).isEqualTo(dossiers);
            return "%d moved, %d left behind".formatted(run.moved(), run.left());
        });
    }

    private static String change() {
        return "DC-WIJ-2027-9%04d".formatted(++changes);
    }

    private <T> void measured(String work, int dossiers, Supplier<T> doing, java.util.function.Function<T, String> told) {
        try (Figures.Heap heap = new Figures.Heap()) {
            long began = System.nanoTime();
            T result = doing.get();
            double seconds = Figures.seconds(began);
            Figures.add("move", work, openTerms.running(), dossiers, seconds, -1, heap.most(), told.apply(result) + ", %.0f dossiers a second".formatted(dossiers / seconds));
        }
    }
}
