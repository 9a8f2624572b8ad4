package be.dossierwerk.security;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose sessions end before their time, on whatever server they are. */
@Component
public class EndedSessions {

    /** {@code at}: when it was looked, by the clock of the database, which is one for all servers. */
    public record Look(Instant at, boolean over) { }

    private final JdbcClient jdbc;

    EndedSessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every session of this person that began until now. */
    public void end(String person) {
        jdbc.sql("""
                insert into security_session_end (person, ended_at) values (?, clock_timestamp())
                on conflict (person) do update set ended_at = excluded.ended_at""").param(person).update();
    }

    /** Every session of this person, also those to come, until {@link #admit}. */
    public void bar(String person) {
        jdbc.sql("""
                insert into security_session_end (person, ended_at, barred) values (?, clock_timestamp(), true)
                on conflict (person) do update set ended_at = excluded.ended_at, barred = true""").param(person).update();
    }

    public void admit(String person) {
        jdbc.sql("update security_session_end set barred = false where person = ?").param(person).update();
    }

    public boolean barred(String person) {
        return jdbc.sql("select coalesce(bool_or(barred), false) from security_session_end where person = ?").param(person).query(Boolean.class).single();
    }

    /** Whether a session of this person that began then, by the clock of the database, is over; {@code began} is null for one that begins now. */
    public Look look(String person, Instant began) {
        return jdbc.sql("""
                select clock_timestamp(), exists (select from security_session_end where person = :person and (barred or ended_at >= cast(:began as timestamptz)))""")
                .param("person", person).param("began", began == null ? null : OffsetDateTime.ofInstant(began, ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .query((row, number) -> new Look(row.getObject(1, OffsetDateTime.class).toInstant(), row.getBoolean(2))).single();
    }
}
