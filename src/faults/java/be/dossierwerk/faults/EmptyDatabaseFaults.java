package be.dossierwerk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import org.junit.jupiter.api.Test;

/** Both nodes start at the same moment on an empty database and an empty data folder; the others of {@code -Dfaults.starts=} times, one is killed on the way. */
class EmptyDatabaseFaults {

    @Test
    void two_nodes_that_start_at_once_make_one_installation() throws Exception {
        int starts = Integer.getInteger("faults.starts", 2);
        for (int i = 0; i < starts; i++) {
            try (FaultRun run = new FaultRun("empty-" + (i + 1))) {
                for (ProductNode node : run.two.nodes) {
                    node.start();
                }
                if (i % 2 == 1) {
                    Thread.sleep(9_000 + 1_000L * i);
                    run.two.nodes.get(0).kill();
                    run.fault("kills");
                    run.two.nodes.get(0).start();
                }
                run.two.awaitReady();
                run.fault("starts at once");
                run.work();
                while (run.workers.done() < Long.getLong("faults.steps", 100)) {
                    Thread.sleep(200);
                }
                try (Connection database = run.two.database.connect()) {
                    assertThat(Invariants.count(database, "select count(*) from published_set")).isOne();
                    assertThat(Invariants.count(database, "select count(*) from flyway_schema_history where not success")).isZero();
                }
                assertThat(run.settle()).isEmpty();
            }
        }
    }
}
