package be.dossierwerk.failedwork;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.engine.FailedJobs;
import be.dossierwerk.engine.FailedJobs.FailedJob;
import be.dossierwerk.shared.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Holds the dossier of a failed step, so that of two people who act on it the second sees what the first did. */
@Component
class LockFailedStep {

    private final FailedJobs jobs;
    private final AuditLog audit;

    LockFailedStep(FailedJobs jobs, AuditLog audit) {
        this.jobs = jobs;
        this.audit = audit;
    }

    /** @throws Refused failedwork.gone when it no longer fails */
    @Transactional(propagation = Propagation.MANDATORY)
    FailedJob lock(String id) {
        audit.lock(ShowFailedSteps.chainOf(find(id)));
        return find(id);
    }

    private FailedJob find(String id) {
        return jobs.find(id).orElseThrow(() -> new Refused("failedwork.gone"));
    }
}
