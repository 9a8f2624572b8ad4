package be.dossierwerk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The clock of one node is an hour or two days ahead, or behind; the other is right. What the nodes write down bears the time of the database. */
class ClockFaults {

    @Test
    void a_node_with_a_wrong_clock_moves_no_term_and_dates_nothing_wrongly() throws Exception {
        for (Duration wrong : new Duration[] {Duration.ofHours(1), Duration.ofDays(-2)}) {
            try (FaultRun run = new FaultRun("clock" + wrong)) {
                run.two.nodes.get(1).wrongBy(wrong);
                run.two.start();
                run.work();
                run.fault("clock wrong by " + wrong);
                while (run.workers.done() < Long.getLong("faults.steps", 200)) {
                    Thread.sleep(200);
                }
                var broken = run.settle();
                try (Connection database = run.two.database.connect()) {
                    assertThat(Invariants.count(database, "select count(*) from audit_entry where abs(extract(epoch from at - recorded_at)) > 60")).isZero();
                    assertThat(Invariants.count(database, "select count(*) from dossier where received_on <> (registered_at at time zone 'Europe/Brussels')::date")).isZero();
                    assertThat(Invariants.count(database, "select count(*) from sent_action where abs(extract(epoch from now() - at)) > 3000")).isZero();
                }
                assertThat(broken).isEmpty();
            }
        }
    }
}
