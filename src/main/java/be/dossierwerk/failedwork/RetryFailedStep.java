package be.dossierwerk.failedwork;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.engine.FailedJobs;
import be.dossierwerk.engine.FailedJobs.FailedJob;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets a failed step run once more, for a reason that stays in the dossier's history. */
@Service
public class RetryFailedStep {

    private final LockFailedStep steps;
    private final FailedJobs jobs;
    private final AuditLog audit;
    private final CurrentActor currentActor;

    RetryFailedStep(LockFailedStep steps, FailedJobs jobs, AuditLog audit, CurrentActor currentActor) {
        this.steps = steps;
        this.jobs = jobs;
        this.audit = audit;
        this.currentActor = currentActor;
    }

    /** @throws Refused security.role-missing; failedwork.reason-required; failedwork.gone when it no longer fails, as when a colleague tried it again before */
    @Transactional
    public void retry(String id, String reason) {
        Actor actor = currentActor.require(Roles.TEAM_LEAD, Roles.HEAD, Roles.MANAGER);
        if (reason == null || reason.isBlank()) {
            throw new Refused("failedwork.reason-required", List.of(new Refused.Field("reason", "failedwork.reason-required")));
        }
        FailedJob step = steps.lock(id);
        audit.record(AuditLog.Entry.of(ShowFailedSteps.chainOf(step), "FAILED_STEP_RETRIED", "%s liet de stap \"%s\", die niet lukte, opnieuw proberen."
                .formatted(actor.name(), step.step())).because(reason.strip()));
        jobs.tryAgain(id);
    }
}
