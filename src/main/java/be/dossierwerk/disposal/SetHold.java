package be.dossierwerk.disposal;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.dossier.Dossiers;
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

/** Somebody holds a dossier back from destruction, with a reason, until it is lifted. */
@Service
public class SetHold {

    private final CurrentActor currentActor;
    private final AuditLog audit;
    private final Dossiers dossiers;
    private final JdbcClient jdbc;
    private final Clock clock;

    SetHold(CurrentActor currentActor, AuditLog audit, Dossiers dossiers, JdbcClient jdbc, Clock clock) {
        this.currentActor = currentActor;
        this.audit = audit;
        this.dossiers = dossiers;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws Refused security.role-missing; disposal.reason-required on field reason; dossier.unknown; disposal.destroyed; disposal.held */
    @Transactional
    public void set(String dossier, String reason) {
        var actor = currentActor.require(Roles.HEAD, Roles.LAWYER);
        if (reason == null || reason.isBlank()) {
            throw new Refused("disposal.reason-required", List.of(new Refused.Field("reason", "disposal.reason-required")));
        }
        dossiers.get(dossier);
        audit.lock(dossier);
        if (!jdbc.sql("select 1 from destruction where dossier = ?").param(dossier).query().listOfRows().isEmpty()) {
            throw new Refused("disposal.destroyed", dossier);
        }
        if (!jdbc.sql("select 1 from disposal_hold where dossier = ? and lifted_at is null").param(dossier).query().listOfRows().isEmpty()) {
            throw new Refused("disposal.held", dossier);
        }
        jdbc.sql("insert into disposal_hold (dossier, reason, set_by, set_by_name, set_at) values (?, ?, ?, ?, ?)")
                .params(dossier, reason.strip(), actor.id(), actor.name(), OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)).update();
        audit.record(AuditLog.Entry.of(dossier, "VERNIETIGING_TEGENGEHOUDEN", "%s besliste dat dit dossier niet vernietigd wordt, ook niet na de bewaartermijn.".formatted(actor.name()))
                .because(reason.strip()));
    }
}
