package be.dossierwerk.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts what may be done only so often. The database counts, by its own clock: several servers count together, and each time is counted exactly once
 * (ADR 0044). Of who did it only a hash is kept, for a day.
 */
@Component
public class Limits {

    /** {@code times} within the running period, of which {@code secondsLeft} remain. */
    public record Count(int times, int secondsLeft) { }

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    Limits(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /** One time more. */
    public Count count(Limit limit, String who) {
        // Also an auditor is counted, whose own connection changes nothing.
        return currentActor.as(Actor.SYSTEM, () -> jdbc.sql("""
                with period as (select make_interval(secs => :seconds) as length, clock_timestamp() as now),
                     running as (select date_bin(length, now, timestamptz '2026-01-01 00:00:00Z') as began from period)
                insert into security_count (of, began_at, times) select :of, began, 1 from running
                on conflict (of) do update set began_at = greatest(security_count.began_at, excluded.began_at),
                    times = case when security_count.began_at >= excluded.began_at then security_count.times + 1 else 1 end
                returning times, ceil(extract(epoch from began_at + make_interval(secs => :seconds) - clock_timestamp()))""")
                .param("of", of(limit, who)).param("seconds", limit.period().toSeconds())
                .query((row, number) -> new Count(row.getInt(1), Math.max(1, row.getInt(2)))).single());
    }

    /** How often it was done in the running period. */
    public Count now(Limit limit, String who) {
        return jdbc.sql("""
                select times, ceil(extract(epoch from began_at + make_interval(secs => :seconds) - clock_timestamp())) from security_count
                where of = :of and began_at + make_interval(secs => :seconds) > clock_timestamp()""")
                .param("of", of(limit, who)).param("seconds", limit.period().toSeconds())
                .query((row, number) -> new Count(row.getInt(1), Math.max(1, row.getInt(2)))).optional().orElse(new Count(0, 0));
    }

    /** Drops what no period that we count reaches back to. */
    public void forget() {
        currentActor.as(Actor.SYSTEM, () -> jdbc.sql("delete from security_count where began_at < clock_timestamp() - interval '1 day'").update());
    }

    private static String of(Limit limit, String who) {
        try {
            return limit.what() + ":" + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(who.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
