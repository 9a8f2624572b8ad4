package be.dossierwerk;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.shared.Refused;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Breaks the connection at each statement of a step in turn: afterwards the step is absent or complete, and the same action sent again has its effect once.
 */
public final class AbsentOrComplete {

    /** A step that can be sent again as the same action; {@code around}: the dossier to look at closely, null for the whole database. */
    public record Step(String name, String around, Runnable send) { }

    private static final int NEVER = Integer.MAX_VALUE;
    /** So many at the end are always tried: the commit is among them. */
    private static final int LAST = 3;

    private final JdbcClient jdbc;
    private final Runnable settled;
    private final int stride;
    private int breaks;

    /**
     * @param settled waits until what the product does by itself after a step is done, such as letters that leave
     * @param stride 1 for every statement, 20 for every twentieth and the last ones
     */
    public AbsentOrComplete(JdbcClient jdbc, Runnable settled, int stride) {
        this.jdbc = jdbc;
        this.settled = settled;
        this.stride = stride;
    }

    /** How many times the connection broke so far. */
    public int breaks() {
        return breaks;
    }

    /**
     * Each call of {@code steps} gives the step on a dossier of its own in the same state. The first makes what is made once, such as the numbers of a year;
     * the second is done without a fault and shows what the complete step leaves.
     */
    public void check(Supplier<Step> steps, BrokenConnection.When... moments) {
        steps.get().send().run();
        Step smooth = steps.get();
        WholeState before = state(smooth);
        int statements = BrokenConnection.at(NEVER, BrokenConnection.When.BEFORE, smooth.send()).sent();
        Map<String, Long> complete = state(smooth).added(before);
        assertThat(complete).as(smooth.name()).isNotEmpty();
        for (BrokenConnection.When when : moments) {
            Step step = steps.get();
            boolean broke = true;
            for (int statement = 1; broke; statement += statement + stride <= statements - LAST ? stride : 1) {
                WholeState was = state(step);
                BrokenConnection.Outcome outcome = BrokenConnection.at(statement, when, step.send());
                WholeState is = state(step);
                broke = outcome.broke();
                if (broke) {
                    breaks++;
                } else if (outcome.failure() != null) {
                    throw outcome.failure();
                }
                if (!broke || !is.equals(was)) {
                    assertThat(is.added(was)).as("%s, %s statement %d: not absent, so complete", step.name(), when, statement).isEqualTo(complete);
                    again(step, is);
                    step = steps.get();
                }
            }
        }
    }

    /** A refusal says that it was done; what counts is that nothing is done twice. */
    private void again(Step step, WholeState is) {
        try {
            step.send().run();
        } catch (Refused told) {
            assertThat(told.key()).isNotBlank();
        }
        assertThat(state(step)).as("%s, sent again", step.name()).isEqualTo(is);
    }

    private WholeState state(Step step) {
        settled.run();
        return step.around() == null ? WholeState.of(jdbc) : WholeState.around(step.around(), jdbc);
    }
}
