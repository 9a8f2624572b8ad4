package be.dossierwerk.inbox;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whom a task can be handed to: everybody the product has met, with the roles they held when last seen (no directory is asked). */
@Component
public class Colleagues {

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Clock clock;

    Colleagues(JdbcClient jdbc, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** Remembers a person without a known mail address: when demo people are made. */
    @Transactional
    public void know(Actor person) {
        know(person, null);
    }

    private void know(Actor person, String mail) {
        Optional<Actor> before = find(person.id());
        jdbc.sql("""
                insert into inbox_colleague (id, name, roles, seen_at, mail) values (?, ?, ?, ?, ?)
                on conflict (id) do update set name = excluded.name, roles = excluded.roles, seen_at = excluded.seen_at, mail = excluded.mail""")
                .params(Arrays.asList(person.id(), person.name(), String.join(",", new TreeSet<>(person.roles())),
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), mail))
                .update();
        if (!before.map(Actor::roles).equals(Optional.of(person.roles()))) {
            audit.record(AuditLog.Entry.of(AuditLog.DEPARTMENT, "RECHTEN_GEZIEN", before.isEmpty()
                    ? "%s meldde zich voor het eerst aan, met deze rollen: %s.".formatted(person.name(), words(person))
                    : "%s heeft nu deze rollen: %s. Voordien: %s.".formatted(person.name(), words(person), words(before.get())))
                    .changing(before.isEmpty() ? Map.of() : Map.of("rollen", new TreeSet<>(before.get().roles())), Map.of("persoon", person.id(), "rollen", new TreeSet<>(person.roles()))));
        }
    }

    /** Where this person, or with {@code person} null everybody who holds the role, can be mailed. */
    public List<String> mailAddresses(String role, String person) {
        return jdbc.sql("""
                select mail from inbox_colleague
                where mail is not null and case when :person = '' then :role = any(string_to_array(roles, ',')) else id = :person end order by id""")
                .param("role", role).param("person", person == null ? "" : person).query(String.class).list();
    }

    /** Everybody who holds one of these roles, by name. */
    public List<Actor> holding(Set<String> roles) {
        return jdbc.sql("select id, name, roles from inbox_colleague where string_to_array(roles, ',') && string_to_array(?, ',') order by name, id")
                .param(String.join(",", roles)).query(Colleagues::person).list();
    }

    Optional<Actor> find(String id) {
        return jdbc.sql("select id, name, roles from inbox_colleague where id = ?").param(id).query(Colleagues::person).optional();
    }

    @EventListener
    @Transactional
    public void signedIn(InteractiveAuthenticationSuccessEvent event) {
        know(CurrentActor.of(event.getAuthentication()), CurrentActor.mailOf(event.getAuthentication()));
    }

    private static String words(Actor person) {
        return person.roles().isEmpty() ? "geen" : person.roles().stream().map(Roles::name).sorted().collect(Collectors.joining(", "));
    }

    private static Actor person(ResultSet row, int number) throws SQLException {
        return new Actor(row.getString(1), row.getString(2),
                Arrays.stream(row.getString(3).split(",")).filter(r -> !r.isEmpty()).collect(Collectors.toUnmodifiableSet()));
    }
}
