package be.dossierwerk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * A node stands still in the middle of a transaction, longer than its locks on jobs last and than the database waits for it, and then goes on with what it had
 * in hand. The other works meanwhile. A transaction of the frozen node that itself waited for another gets its turn, and its own three minutes, when that one ends.
 * Another number of times with {@code -Dfaults.freezes=20}.
 */
class FreezeFaults {

    private static final Duration FROZEN = Duration.ofSeconds(210);
    private static final Duration AT_MOST_HELD = Duration.ofSeconds(190);

    @Test
    void a_node_that_wakes_up_does_nothing_that_the_other_did_meanwhile() throws Exception {
        Random chance = new Random(Long.getLong("faults.seed", 3));
        try (FaultRun run = new FaultRun("freezes"); Connection database = run.two.database.connect()) {
            run.two.start();
            run.work();
            for (int i = 0; i < Integer.getInteger("faults.freezes", 2); i++) {
                Thread.sleep(chance.nextInt(5_000));
                ProductNode node = run.two.nodes.get(i % 2);
                freezeInTransaction(node, database);
                run.fault("freezes");
                long before = run.workers.done();
                Thread.sleep(FROZEN.toMillis());
                assertThat(held(database, AT_MOST_HELD)).as("transactions that stand still longer than they may").isZero();
                assertThat(run.workers.done()).as("steps on the other node").isGreaterThan(before);
                node.thaw();
            }
            assertThat(run.settle()).isEmpty();
        }
    }

    /** Between two statements, with locks in its hands. */
    private static void freezeInTransaction(ProductNode node, Connection database) throws Exception {
        while (true) {
            node.freeze();
            Thread.sleep(1_000);
            if (held(database, Duration.ofMillis(800)) > 0) {
                return;
            }
            node.thaw();
            Thread.sleep(50);
        }
    }

    private static long held(Connection database, Duration atLeast) throws Exception {
        return Invariants.count(database, "select count(*) from pg_stat_activity where state = 'idle in transaction' and state_change < clock_timestamp() - interval '"
                + atLeast.toMillis() + " ms'");
    }
}
