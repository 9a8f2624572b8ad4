package be.dossierwerk.procedurechange;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Marks a comment as dealt with; it stays to be read. */
@Service
public class SettleComment {

    private final CurrentActor currentActor;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    SettleComment(CurrentActor currentActor, AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.currentActor = currentActor;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One that is settled already stays as it is. @throws be.dossierwerk.shared.Refused security.role-missing */
    @Transactional
    public void settle(long comment) {
        Actor actor = currentActor.require(Roles.MANAGER, Roles.LAWYER);
        String change = jdbc.sql("select change from draft_comment where id = ?").param(comment).query(String.class).single();
        audit.lock(change);
        int settled = jdbc.sql("update draft_comment set settled_by_name = ?, settled_at = ? where id = ? and settled_at is null")
                .params(actor.name(), clock.instant().atOffset(ZoneOffset.UTC), comment).update();
        if (settled == 1) {
            audit.record(AuditLog.Entry.of(change, "OPMERKING_AFGEHANDELD", "%s handelde een opmerking af.".formatted(actor.name())));
        }
    }
}
