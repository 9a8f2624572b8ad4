package be.dossierwerk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Every connection to the database is cut with a reset, at any moment, while the nodes live on. Another number of times with {@code -Dfaults.cuts=500}. */
class CutFaults {

    @Test
    void nodes_go_on_by_themselves_after_their_connections_are_cut() throws Exception {
        int cuts = Integer.getInteger("faults.cuts", 40);
        Random chance = new Random(Long.getLong("faults.seed", 2));
        try (FaultRun run = new FaultRun("cuts")) {
            run.two.start();
            run.work();
            while (run.faults("cuts") < cuts) {
                Thread.sleep(500 + chance.nextInt(2_500));
                assertThat(run.two.line.cut()).isPositive();
                run.fault("cuts");
            }
            assertThat(run.settle()).isEmpty();
        }
    }
}
