package be.dossierwerk.dossier;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.audit.AuditLog.Entry;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A colleague ties two dossiers that have to do with each other; both tell it. */
@Service
public class LinkDossiers {

    private static final int REASON_LIMIT = 500;

    private final Dossiers dossiers;
    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final AuditLog audit;
    private final Clock clock;

    LinkDossiers(Dossiers dossiers, JdbcClient jdbc, CurrentActor currentActor, AuditLog audit, Clock clock) {
        this.dossiers = dossiers;
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Refused with the fields other and reason, or dossier.unknown */
    @Transactional
    public void link(String number, String otherNumber, String reason) {
        Actor actor = currentActor.require(DossierRoles.WRITERS);
        Dossiers.Details one = dossiers.get(number);
        if (otherNumber == null || otherNumber.isBlank()) {
            throw refused("other", "dossier.link.other-required");
        }
        Dossiers.Details two = dossiers.find(otherNumber.strip()).orElseThrow(() -> refused("other", "dossier.unknown", otherNumber.strip()));
        if (one.number().equals(two.number())) {
            throw refused("other", "dossier.link.itself");
        }
        if (reason == null || reason.isBlank()) {
            throw refused("reason", "dossier.link.reason-required");
        }
        if (reason.length() > REASON_LIMIT) {
            throw refused("reason", "dossier.link.reason-too-long", REASON_LIMIT);
        }
        // Always in the same order, so that two people who link both ways do not wait for each other.
        Dossiers.Details first = one.number().compareTo(two.number()) < 0 ? one : two;
        Dossiers.Details second = first == one ? two : one;
        int linked = jdbc.sql("""
                insert into dossier_link (dossier, other, reason, linked_at, linked_by, linked_by_name) values (?, ?, ?, ?, ?, ?)
                on conflict do nothing""")
                .params(first.number(), second.number(), reason.strip(), OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                        actor.id(), actor.name()).update();
        if (linked == 0) {
            throw refused("other", "dossier.link.exists", two.number());
        }
        tell(actor, first, second, reason);
        tell(actor, second, first, reason);
    }

    private void tell(Actor actor, Dossiers.Details in, Dossiers.Details other, String reason) {
        audit.record(Entry.of(in.number(), "DOSSIER_GEKOPPELD", "%s koppelde dit dossier aan %s (%s).".formatted(
                actor.name(), other.number(), other.subject())).because(reason.strip()));
    }

    private static Refused refused(String field, String key, Object... args) {
        return new Refused(key, List.of(new Refused.Field(field, key, args)), args);
    }
}
