package be.dossierwerk.clockcheck;

import be.dossierwerk.security.Actor;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the checks found; a difference is one open finding, however often it is seen. */
@Component
class Findings {

    private static final int ONE_WRITER = 20_261_121;

    private final JdbcClient jdbc;
    private final Clock clock;

    Findings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Opens what is new, closes what was not seen any more, and keeps the check itself. */
    @Transactional
    public void record(Instant began, Actor by, int dossiers, List<Drift> drifts, long millis) {
        jdbc.sql("select pg_advisory_xact_lock(?)").param(ONE_WRITER).query().singleRow();
        OffsetDateTime now = utc(clock.instant());
        long check = jdbc.sql("insert into clock_check (at, asked_by, dossiers, differences, millis) values (?, ?, ?, ?, ?) returning id")
                .params(utc(began), by.name(), dossiers, drifts.size(), millis).query(Long.class).single();
        for (Drift drift : drifts) {
            // The cause stays as first judged: after a second check without a repair nobody touched anything since.
            jdbc.sql("""
                    insert into clock_finding (kind, dossier, thing, what, expected, found, cause, found_at, seen_at, seen_by)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (kind, thing) where state = 'OPEN'
                    do update set what = excluded.what, expected = excluded.expected, found = excluded.found, seen_at = excluded.seen_at,
                                  seen_by = excluded.seen_by""")
                    .params(drift.kind().name(), drift.dossier(), drift.thing(), drift.what(), drift.expected(), drift.found(), drift.cause(), now, now,
                            check).update();
        }
        jdbc.sql("update clock_finding set state = 'VERDWENEN', closed_at = ? where state = 'OPEN' and seen_by < ?").params(now, check).update();
    }

    /** Locks the finding until the end of the transaction; empty once it is closed. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Drift> lockOpen(long id) {
        return jdbc.sql("select kind, dossier, thing, what, expected, found, cause from clock_finding where id = ? and state = 'OPEN' for update").param(id)
                .query((row, i) -> new Drift(Drift.Kind.valueOf(row.getString(1)), row.getString(2), row.getString(3), row.getString(4), row.getString(5),
                        row.getString(6), row.getString(7))).optional();
    }

    Optional<String> dossierOf(long id) {
        return jdbc.sql("select dossier from clock_finding where id = ? and state = 'OPEN'").param(id).query(String.class).optional();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void repaired(long id, Actor by) {
        jdbc.sql("update clock_finding set state = 'HERSTELD', closed_at = ?, repaired_by = ?, repaired_by_name = ? where id = ?")
                .params(utc(clock.instant()), by.id(), by.name(), id).update();
    }


    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
