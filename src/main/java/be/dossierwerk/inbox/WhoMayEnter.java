package be.dossierwerk.inbox;

import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Everybody who ever signed in, and who is barred: for the head of the division and for auditors; anybody else sees himself. */
@Service
public class WhoMayEnter {

    /** {@code seen}: when the person last signed in. */
    public record Person(String id, String name, String roles, Instant seen, boolean barred) { }

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    WhoMayEnter(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    public List<Person> list() {
        Actor actor = currentActor.get();
        return jdbc.sql("""
                select c.id, c.name, c.roles, c.seen_at, coalesce(e.barred, false) from inbox_colleague c left join security_session_end e on e.person = c.id
                where c.id = :self or :all order by c.name, c.id""")
                .param("self", actor.id()).param("all", actor.has(Roles.HEAD) || actor.has(Roles.AUDITOR))
                .query((row, number) -> new Person(row.getString(1), row.getString(2), row.getString(3), row.getObject(4, OffsetDateTime.class).toInstant(), row.getBoolean(5))).list();
    }
}
