package be.dossierwerk.shared;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The servers of one database have one time: that of the database. A machine whose clock is wrong would date letters of today on tomorrow and let terms
 * of another server expire (ADR 0041); what it is off, is corrected before anything else happens, and told.
 */
@Component
public class FollowDatabaseClock {

    /** Less is the way to the database and back. */
    private static final Duration SAME = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(FollowDatabaseClock.class);

    private final JdbcClient jdbc;
    private final MovableClock clock;

    FollowDatabaseClock(JdbcClient jdbc, MovableClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        follow();
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    void follow() {
        Instant asked = clock.real();
        Instant database = jdbc.sql("select clock_timestamp()").query(OffsetDateTime.class).single().toInstant();
        Duration took = Duration.between(asked, clock.real());
        Duration off = Duration.between(asked.plus(took.dividedBy(2)), database);
        // After a slow answer nobody knows when it was true; the next round asks again.
        if (took.compareTo(SAME) < 0 && off.abs().compareTo(SAME) > 0) {
            clock.correct(database);
            LOG.warn("This machine's clock is {} from that of the database; the product follows the database", clock.correction());
        }
    }
}
