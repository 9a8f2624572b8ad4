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

/** A proposal to destroy is turned down, also by who made it; the dossier stays, and may be proposed again. */
@Service
public class RejectDestruction {

    private final CurrentActor currentActor;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    RejectDestruction(CurrentActor currentActor, AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.currentActor = currentActor;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws Refused security.role-missing; disposal.reason-required on field reason; disposal.decided */
    @Transactional
    public void reject(long proposal, String reason) {
        var actor = currentActor.require(Roles.HEAD, Roles.LAWYER);
        if (reason == null || reason.isBlank()) {
            throw new Refused("disposal.reason-required", List.of(new Refused.Field("reason", "disposal.reason-required")));
        }
        String dossier = jdbc.sql("select dossier from disposal_proposal where id = ?").param(proposal).query(String.class).optional()
                .orElseThrow(() -> new Refused("disposal.decided"));
        audit.lock(dossier);
        int decided = jdbc.sql("""
                update disposal_proposal set decision = 'AFGEWEZEN', decision_reason = ?, decided_by = ?, decided_by_name = ?, decided_at = ? where id = ? and decision is null""")
                .params(reason.strip(), actor.id(), actor.name(), OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), proposal).update();
        if (decided == 0) {
            throw new Refused("disposal.decided");
        }
        audit.record(AuditLog.Entry.of(dossier, "VERNIETIGING_AFGEWEZEN", "%s wees het voorstel af om dit dossier te vernietigen.".formatted(actor.name()))
                .because(reason.strip()));
    }
}
