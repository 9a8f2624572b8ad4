package be.dossierwerk.failedwork;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.engine.FailedJobs;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The steps that do not succeed now, longest first. */
@Service
public class ShowFailedSteps {

    private final FailedJobs jobs;
    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    ShowFailedSteps(FailedJobs jobs, JdbcClient jdbc, CurrentActor currentActor) {
        this.jobs = jobs;
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /** @throws be.dossierwerk.shared.Refused security.role-missing */
    public List<FailedStep> all() {
        currentActor.require(Roles.TEAM_LEAD, Roles.HEAD, Roles.MANAGER, Roles.AUDITOR);
        List<FailedJobs.FailedJob> failed = jobs.all();
        Map<String, String> owners = new HashMap<>();
        jdbc.sql("select job, person_name from failed_step_owner where job = any(?)").param(failed.stream().map(FailedJobs.FailedJob::id).toArray(String[]::new))
                .query(row -> {
                    owners.put(row.getString(1), row.getString(2));
                });
        return failed.stream().map(job -> new FailedStep(job.id(), chainOf(job), job.step(), job.since(), job.why(), owners.get(job.id()))).toList();
    }

    static String chainOf(FailedJobs.FailedJob job) {
        return Objects.requireNonNullElse(job.dossier(), AuditLog.DEPARTMENT);
    }
}
