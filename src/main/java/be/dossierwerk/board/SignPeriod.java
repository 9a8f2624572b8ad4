package be.dossierwerk.board;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.board.FrozenPeriods.Frozen;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The head of the department signs the figures that somebody else froze. */
@Service
public class SignPeriod {

    private final FrozenPeriods periods;
    private final AuditLog audit;
    private final CurrentActor currentActor;
    private final JdbcClient jdbc;
    private final Clock clock;

    SignPeriod(FrozenPeriods periods, AuditLog audit, CurrentActor currentActor, JdbcClient jdbc, Clock clock) {
        this.periods = periods;
        this.audit = audit;
        this.currentActor = currentActor;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws Refused security.role-missing; board.frozen.unknown; board.frozen.signed; board.frozen.four-eyes; board.frozen.changed: the figures are not those that were frozen */
    @Transactional
    public void sign(long id) {
        Actor actor = currentActor.require(Roles.HEAD);
        audit.lock(AuditLog.DEPARTMENT);
        Frozen frozen = periods.of(id);
        if (frozen.signedAt() != null) {
            throw new Refused("board.frozen.signed");
        }
        if (frozen.frozenBy().equals(actor.id())) {
            throw new Refused("board.frozen.four-eyes");
        }
        if (!periods.figures(frozen).sha256().equals(frozen.sha256())) {
            throw new Refused("board.frozen.changed");
        }
        jdbc.sql("insert into frozen_signature (period, frozen_by, signed_by, signed_by_name, signed_at) values (?, ?, ?, ?, ?)")
                .params(id, frozen.frozenBy(), actor.id(), actor.name(), KnownLives.at(clock.instant())).update();
        audit.record(AuditLog.Entry.of(AuditLog.DEPARTMENT, "PERIODE_ONDERTEKEND", "%s ondertekende de cijfers die %s bevroor als \"%s\", met vingerafdruk %s."
                .formatted(actor.name(), frozen.frozenByName(), frozen.name(), frozen.sha256())).changing(Map.of(), Map.of("periode", id, "sha256", frozen.sha256())));
    }
}
