package be.dossierwerk.deadline;

import be.dossierwerk.deadline.ClimbLadder.Climbed;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Watches over the terms that bind the administration and takes each step of their ladder once (procedures.md D10). */
@Component
public class EscalationLadder {

    private static final int PAGE = 200;
    private static final Logger LOG = LoggerFactory.getLogger(EscalationLadder.class);

    private record Due(LocalDate on, long term) { }

    private final JdbcClient jdbc;
    private final ClimbLadder climbLadder;
    private final CurrentActor currentActor;
    private final Clock clock;

    EscalationLadder(JdbcClient jdbc, ClimbLadder climbLadder, CurrentActor currentActor, Clock clock) {
        this.jdbc = jdbc;
        this.climbLadder = climbLadder;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /**
     * Takes every step whose day has come and gives their number, day by day, so that after a standstill a dossier's history tells them in the order in
     * which they came. Many terms of a day climb in one transaction; several sweeps at once share its terms. One that fails is logged and does not hold up
     * the others.
     */
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT10M")
    public int sweep() {
        LocalDate today = LocalDate.now(clock);
        return currentActor.as(Actor.SYSTEM, () -> {
            int steps = 0;
            // A term that climbs comes back with the day of its next step, behind this one; one that fails is not met twice in a sweep.
            for (List<Due> ahead = ahead(today, new Due(LocalDate.of(1, 1, 1), 0)); !ahead.isEmpty();) {
                Due first = ahead.get(0);
                Climbed climbed = together(first);
                // Another sweep holds what was ahead: this one waits for it.
                List<Long> alone = climbed.seen().isEmpty() ? List.of(first.term()) : climbed.busy();
                steps += climbed.steps() + alone.stream().mapToInt(term -> alone(term, first.on())).sum();
                ahead = ahead(today, new Due(first.on(), climbed.seen().stream().mapToLong(Long::longValue).max().orElse(first.term())));
            }
            return steps;
        });
    }

    private Climbed together(Due first) {
        try {
            return climbLadder.climb(first.on(), first.term() - 1, PAGE);
        } catch (RuntimeException e) {
            LOG.warn("The ladders of {} were not climbed together; each is tried by itself", first.on(), e);
            List<Long> page = jdbc.sql("select id from term where next_step_on = ? and id >= ? order by id limit ?").params(first.on(), first.term(), PAGE).query(Long.class).list();
            return new Climbed(0, page, page);
        }
    }

    private int alone(long term, LocalDate upto) {
        try {
            return climbLadder.climb(term, upto);
        } catch (RuntimeException e) {
            LOG.error("The ladder of term {} was not climbed; the next sweep tries again", term, e);
            return 0;
        }
    }

    /** The first step behind that one in the order of the index; empty when none has come. */
    private List<Due> ahead(LocalDate today, Due after) {
        return jdbc.sql("""
                select next_step_on, id from term
                where next_step_on <= ? and (next_step_on, id) > (?, ?) order by next_step_on, id limit 1""")
                .params(today, after.on(), after.term())
                .query((row, i) -> new Due(row.getObject(1, LocalDate.class), row.getLong(2))).list();
    }
}
