package be.dossierwerk.dossier;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.audit.AuditLog.Entry;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down who reads a sensitive dossier, before it is shown, as an act of its chain (ADR 0031): once an hour for a person and a thing. Of any other
 * dossier it costs one look at the list of what is sensitive. Who shows calls it outside a transaction that only reads.
 */
@Service
public class RecordReading {

    public enum What { DOSSIER, VERLOOP, TAAK, DOCUMENT, AFDRUK, BUNDEL, TERMIJN, STUKKEN }

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final CurrentActor currentActor;
    private final Clock clock;

    RecordReading(JdbcClient jdbc, AuditLog audit, CurrentActor currentActor, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** {@code thing}: the id of a task or document, empty otherwise; {@code named}: what people call it. */
    @Transactional
    public void record(String dossier, What what, String thing, String named) {
        Actor actor = currentActor.get();
        if (actor.id().equals(Actor.SYSTEM.id())) {
            return;
        }
        Instant now = clock.instant();
        var hour = now.truncatedTo(ChronoUnit.HOURS).atOffset(ZoneOffset.UTC);
        boolean told = !jdbc.sql("""
                select exists (select from dossier d where d.number = :dossier and (exists (select from sensitive_dossier s where s.dossier = d.number)
                    or exists (select from sensitive_procedure p where p.procedure = d.procedure and p.valid_from <= :today and coalesce(p.valid_to, :today) >= :today)))
                and not exists (select from dossier_reading r where r.dossier = :dossier and r.actor = :actor and r.what = :what and r.thing = :thing and r.in_hour = :hour)""")
                .param("dossier", dossier).param("today", LocalDate.now(clock)).param("actor", actor.id()).param("what", what.name()).param("thing", thing).param("hour", hour)
                .query(Boolean.class).single();
        if (told) {
            return;
        }
        audit.lock(dossier);
        String sentence = "%s (%s) %s".formatted(actor.name(), Roles.either(actor.roles()).replace(" of ", ", "), read(what, named));
        int written = jdbc.sql("""
                insert into dossier_reading (dossier, actor, actor_name, roles, what, thing, sentence, in_hour, read_at, without_task)
                select :dossier, :actor, :name, :roles, :what, :thing, :sentence, :hour, :now,
                    not exists (select from inbox_row i where i.dossier = :dossier and (i.assignee = :actor or string_to_array(i.groups, ',') && string_to_array(:roles, ' ')))
                    and not exists (select from inbox_done i where i.dossier = :dossier and i.completed_by = :actor)
                    and not exists (select from dossier d where d.number = :dossier and d.handler = :actor)
                on conflict do nothing""")
                .param("dossier", dossier).param("actor", actor.id()).param("name", actor.name()).param("roles", String.join(" ", new TreeSet<>(actor.roles()))).param("what", what.name())
                .param("thing", thing).param("sentence", sentence).param("hour", hour).param("now", now.atOffset(ZoneOffset.UTC)).update();
        if (written == 1) {
            audit.record(Entry.of(dossier, AuditLog.READ, sentence).changing(Map.of(), Map.of("what", what.name(), "thing", thing)));
        }
    }

    private static String read(What what, String named) {
        return switch (what) {
            case DOSSIER -> "las dit dossier.";
            case VERLOOP -> "bekeek het verloop van dit dossier.";
            case AFDRUK -> "maakte een afdruk van dit dossier.";
            case TAAK -> "las de taak \"%s\".".formatted(named);
            case DOCUMENT -> named == null ? "las een vertrouwelijk document." : "las het document \"%s\".".formatted(named);
            case TERMIJN -> "las hoe de dagen van een termijn geteld zijn.";
            case STUKKEN -> "las de stukken van dit dossier in een administratief dossier.";
            case BUNDEL -> "las het hele dossier in een bewijsbundel.";
        };
    }
}
