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

/** Ends the terms within which somebody else could do something, such as an appeal: nobody is late when that day is over (nature VERVAL). */
@Component
public class EndExpired {

    private static final Logger LOG = LoggerFactory.getLogger(EndExpired.class);

    private record Expired(String dossier, String rule, LocalDate dueOn) { }

    private final JdbcClient jdbc;
    private final Terms terms;
    private final CurrentActor currentActor;
    private final Clock clock;

    EndExpired(JdbcClient jdbc, Terms terms, CurrentActor currentActor, Clock clock) {
        this.jdbc = jdbc;
        this.terms = terms;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** @return how many ended, each on its own last day; one that fails is logged and does not hold up the others */
    @Scheduled(cron = "0 10 0 * * *", zone = "Europe/Brussels")
    public int sweep() {
        List<Expired> over = jdbc.sql("""
                select t.dossier, t.rule, t.due_on from term t join term_rule r on r.code = t.rule and r.version = t.rule_version
                where t.stopped_on is null and t.due_on < ? and r.nature = 'VERVAL' order by t.due_on, t.id""").param(LocalDate.now(clock)).query(Expired.class).list();
        return over.stream().mapToInt(this::end).sum();
    }

    private int end(Expired expired) {
        try {
            return currentActor.as(Actor.SYSTEM, () -> {
                terms.stop(expired.dossier, expired.rule, expired.dueOn, "De laatste dag is voorbij.");
                return 1;
            });
        } catch (RuntimeException e) {
            LOG.error("The term {} of {} did not end; the next sweep tries again", expired.rule, expired.dossier, e);
            return 0;
        }
    }
}
