package be.dossierwerk.failedwork;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.engine.FailedJobs.FailedJob;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes somebody the one who looks after a failed step; who takes it over from a colleague becomes it instead. */
@Service
public class TakeFailedStep {

    private final LockFailedStep steps;
    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final CurrentActor currentActor;
    private final Clock clock;

    TakeFailedStep(LockFailedStep steps, JdbcClient jdbc, AuditLog audit, CurrentActor currentActor, Clock clock) {
        this.steps = steps;
        this.jdbc = jdbc;
        this.audit = audit;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /**
     * @param seenOwner whom the screen named as owner, null for nobody
     * @throws Refused security.role-missing, failedwork.gone; failedwork.taken when a colleague was first
     */
    @Transactional
    public void take(String id, String seenOwner) {
        Actor actor = currentActor.require(Roles.TEAM_LEAD, Roles.HEAD, Roles.MANAGER);
        FailedJob step = steps.lock(id);
        int changed = jdbc.sql("""
                insert into failed_step_owner as o (job, dossier, person, person_name, taken_at) values (?, ?, ?, ?, ?)
                on conflict (job) do update set person = excluded.person, person_name = excluded.person_name, taken_at = excluded.taken_at
                where o.person_name = ?""")
                .params(java.util.Arrays.asList(id, ShowFailedSteps.chainOf(step), actor.id(), actor.name(), OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), seenOwner)).update();
        if (changed == 0) {
            throw new Refused("failedwork.taken", step.step(), jdbc.sql("select person_name from failed_step_owner where job = ?").param(id).query(String.class).single());
        }
        audit.record(AuditLog.Entry.of(ShowFailedSteps.chainOf(step), "FAILED_STEP_TAKEN", "%s kijkt na waarom de stap \"%s\" niet lukt.".formatted(actor.name(), step.step())));
    }
}
