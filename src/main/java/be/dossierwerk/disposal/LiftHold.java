package be.dossierwerk.disposal;

import be.dossierwerk.audit.AuditLog;
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

/** What held a dossier back is lifted, with a reason: its retention term counts again as before. */
@Service
public class LiftHold {

    private final CurrentActor currentActor;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    LiftHold(CurrentActor currentActor, AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.currentActor = currentActor;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws Refused security.role-missing; disposal.reason-required on field reason; disposal.not-held */
    @Transactional
    public void lift(String dossier, String reason) {
        var actor = currentActor.require(Roles.HEAD, Roles.LAWYER);
        if (reason == null || reason.isBlank()) {
            throw new Refused("disposal.reason-required", List.of(new Refused.Field("reason", "disposal.reason-required")));
        }
        audit.lock(dossier);
        int lifted = jdbc.sql("update disposal_hold set lift_reason = ?, lifted_by = ?, lifted_by_name = ?, lifted_at = ? where dossier = ? and lifted_at is null")
                .params(reason.strip(), actor.id(), actor.name(), OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), dossier).update();
        if (lifted == 0) {
            throw new Refused("disposal.not-held", dossier);
        }
        audit.record(AuditLog.Entry.of(dossier, "VERNIETIGING_WEER_MOGELIJK", "%s hief op dat dit dossier wordt tegengehouden: het kan na de bewaartermijn vernietigd worden.".formatted(
                actor.name())).because(reason.strip()));
    }
}
