package be.dossierwerk.dossier;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.audit.AuditLog.Entry;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** From now on it is written down who reads this dossier, whatever its procedure. */
@Service
public class MarkSensitive {

    private static final String[] MARKERS = {Roles.HEAD, Roles.TEAM_LEAD, Roles.LAWYER};
    private static final int LONGEST = 500;

    private final JdbcClient jdbc;
    private final Dossiers dossiers;
    private final AuditLog audit;
    private final CurrentActor currentActor;
    private final Clock clock;

    MarkSensitive(JdbcClient jdbc, Dossiers dossiers, AuditLog audit, CurrentActor currentActor, Clock clock) {
        this.jdbc = jdbc;
        this.dossiers = dossiers;
        this.audit = audit;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    public boolean available(String dossier) {
        return DossierRoles.holds(currentActor.get(), MARKERS) && !jdbc.sql("select exists (select from sensitive_dossier where dossier = ?)").param(dossier).query(Boolean.class).single();
    }

    /** @throws Refused security.role-missing, dossier.unknown, dossier.sensitive.already or dossier.sensitive.reason with the field reason */
    @Transactional
    public void mark(String dossier, String reason) {
        Actor actor = currentActor.require(MARKERS);
        if (reason == null || reason.isBlank() || reason.strip().length() > LONGEST) {
            throw new Refused("dossier.sensitive.reason", List.of(new Refused.Field("reason", "dossier.sensitive.reason", LONGEST)), LONGEST);
        }
        audit.lock(dossier);
        dossiers.get(dossier);
        if (jdbc.sql("insert into sensitive_dossier (dossier, reason, marked_at, marked_by, marked_by_name) values (?, ?, ?, ?, ?) on conflict do nothing")
                .params(dossier, reason.strip(), OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), actor.id(), actor.name()).update() == 0) {
            throw new Refused("dossier.sensitive.already");
        }
        audit.record(Entry.of(dossier, "ALS_GEVOELIG_AANGEDUID", "%s duidde dit dossier aan als gevoelig: wie het leest, wordt genoteerd.".formatted(actor.name())).because(reason.strip()));
    }
}
