package be.dossierwerk.deadline;

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
     * Takes every step whose day has come and gives their number, day by day, so that after a standstill a dossier's history tells them in
     * the order in which they came. A term that fails is logged and does not hold up the others.
     */
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT10M")
    public int sweep() {
        LocalDate today = LocalDate.now(clock);
        int steps = 0;
        Due last = new Due(LocalDate.of(1, 1, 1), 0);
        for (List<Due> page = page(today, last); !page.isEmpty(); page = page(today, last)) {
            LocalDate day = page.get(0).on();
            // A term that climbs comes back with the day of its next step, behind this one: only one day is done before looking again.
            for (Due due : page.stream().takeWhile(due -> due.on().equals(day)).toList()) {
                steps += climb(due.term(), day);
                last = due;
            }
        }
        return steps;
    }

    private int climb(long term, LocalDate upto) {
        try {
            return currentActor.as(Actor.SYSTEM, () -> climbLadder.climb(term, upto));
        } catch (RuntimeException e) {
            LOG.error("The ladder of term {} was not climbed; the next sweep tries again", term, e);
            return 0;
        }
    }

    /** In the order of the index and behind the last one seen, so that a term that fails is not met twice in a sweep. */
    private List<Due> page(LocalDate today, Due after) {
        return jdbc.sql("""
                select next_step_on, id from term
                where next_step_on <= ? and (next_step_on, id) > (?, ?) order by next_step_on, id limit ?""")
                .params(today, after.on(), after.term(), PAGE)
                .query((row, i) -> new Due(row.getObject(1, LocalDate.class), row.getLong(2))).list();
    }
}
