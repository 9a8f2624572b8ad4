package be.dossierwerk.procedurechange;

import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import java.time.Clock;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Publishes the approved changes whose first day has come. */
@Component
public class PublishOnDay {

    private static final Logger LOG = LoggerFactory.getLogger(PublishOnDay.class);

    private final Changes changes;
    private final ReachDay reachDay;
    private final CurrentActor currentActor;
    private final Clock clock;

    PublishOnDay(Changes changes, ReachDay reachDay, CurrentActor currentActor, Clock clock) {
        this.changes = changes;
        this.reachDay = reachDay;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** Several times an hour, so that a product that stood still at midnight catches up. @return how many; one that fails is logged and does not hold up the others */
    @Scheduled(cron = "0 5/10 * * * *", zone = "Europe/Brussels")
    public int sweep() {
        return changes.due(LocalDate.now(clock)).stream().mapToInt(this::reach).sum();
    }

    private int reach(String change) {
        try {
            return currentActor.as(Actor.SYSTEM, () -> reachDay.reach(change)) ? 1 : 0;
        } catch (RuntimeException e) {
            LOG.error("The change {} was not published; the next sweep tries again", change, e);
            return 0;
        }
    }
}
