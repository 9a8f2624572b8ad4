package be.dossierwerk.audit;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A moment of which every earlier seal can be read. A seal bears the moment before it was stamped, and stamping takes seconds: who looked in between would not
 * see it, and seem to have lost it.
 */
@Component
public class SealedUpTo {

    private final JdbcClient jdbc;

    SealedUpTo(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By the clock of the database, as seals have it; waits while one is being made. */
    @Transactional(propagation = Propagation.REQUIRES_NEW, readOnly = true)
    public Instant now() {
        jdbc.sql("select pg_advisory_xact_lock_shared(?)").param(SealChains.ONE_SEALS).query().singleRow();
        return jdbc.sql("select clock_timestamp()").query(OffsetDateTime.class).single().toInstant();
    }
}
