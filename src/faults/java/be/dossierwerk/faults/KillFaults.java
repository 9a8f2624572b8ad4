package be.dossierwerk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * kill -9 of a node at any moment, again and again; now and then of both, or while it starts. In the same run PostgreSQL is restarted in the middle, by turns as
 * in a crash and in order, and all connections are cut. Until both sizes are reached, or the minutes are over: {@code mvn -Pfaults verify -Dtest=KillFaults
 * -Dfaults.kills=500 -Dfaults.steps=50000 -Dfaults.minutes=600}. Without them some minutes.
 */
class KillFaults {

    private static final int MOST_BETWEEN = 3_000;
    private static final int BOTH = 15;
    private static final int RESTART = 6;
    private static final int CUT = 4;

    private final Random chance = new Random(Long.getLong("faults.seed", 1));

    @Test
    void no_step_is_lost_and_none_done_twice_however_often_a_node_is_killed() throws Exception {
        int kills = Integer.getInteger("faults.kills", 25);
        long steps = Long.getLong("faults.steps", 1_500);
        try (FaultRun run = new FaultRun("kills")) {
            run.two.start();
            run.work();
            Instant end = Instant.now().plus(Duration.ofMinutes(Integer.getInteger("faults.minutes", 10)));
            for (int turn = 1; Instant.now().isBefore(end) && (run.faults("kills") < kills || run.workers.done() < steps); turn++) {
                Thread.sleep(chance.nextInt(MOST_BETWEEN));
                if (run.faults("kills") < kills) {
                    harm(run, turn);
                }
            }
            assertThat(run.settle()).isEmpty();
        }
    }

    private void harm(FaultRun run, int turn) throws Exception {
        int first = chance.nextInt(2);
        kill(run, run.two.nodes.get(first));
        if (turn % BOTH == 0) {
            kill(run, run.two.nodes.get(1 - first));
        }
        if (turn % RESTART == 0) {
            String mode = turn / RESTART % 2 == 1 ? "immediate" : "fast";
            run.two.database.restart(mode);
            run.fault("restarts " + mode);
        }
        if (turn % CUT == 0) {
            run.two.line.cut();
            run.fault("cuts");
        }
        for (ProductNode node : run.two.nodes) {
            if (!node.lives()) {
                startAgain(run, node);
            }
        }
    }

    /** One time in ten it is killed once more while it starts. */
    private void startAgain(FaultRun run, ProductNode node) throws Exception {
        node.start();
        if (chance.nextInt(10) == 0) {
            Thread.sleep(chance.nextInt(6_000));
            kill(run, node);
            node.start();
        }
        run.awaitReady(node);
    }

    private static void kill(FaultRun run, ProductNode node) throws InterruptedException {
        node.kill();
        run.fault("kills");
    }
}
