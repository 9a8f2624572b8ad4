package be.dossierwerk.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Steps that the engine tried again and again and no longer tries by itself. */
@Service
public class FailedJobs {

    /** {@code dossier} is null for work of no dossier; {@code step}: its name in the diagram; {@code why}: what the last try said, for who knows the product inside. */
    public record FailedJob(String id, String dossier, String step, Instant since, String why) { }

    private record Failed(String id, String dossier, String definition, String activity, Instant since, String why) { }

    private static final int MOST = 500;
    private static final String FAILED = """
            select j.id_, e.business_key_, d.proc_def_id_, d.act_id_, coalesce(i.incident_timestamp_, j.create_time_), j.exception_msg_
            from act_ru_job j join act_ru_jobdef d on d.id_ = j.job_def_id_
            left join act_ru_execution e on e.id_ = coalesce(j.root_proc_inst_id_, j.process_instance_id_)
            left join act_ru_incident i on i.configuration_ = j.id_ and i.incident_type_ = 'failedJob'
            where j.retries_ = 0""";

    private final JdbcClient jdbc;
    private final ManagementService management;
    private final RepositoryService repository;
    private final Clock clock;

    FailedJobs(JdbcClient jdbc, ManagementService management, RepositoryService repository, Clock clock) {
        this.jdbc = jdbc;
        this.management = management;
        this.repository = repository;
        this.clock = clock;
    }

    /** Longest first. */
    public List<FailedJob> all() {
        return jdbc.sql(FAILED + " order by 5, 1 limit ?").param(MOST).query(FailedJobs::failed).list().stream().map(this::told).toList();
    }

    public Optional<FailedJob> find(String id) {
        return jdbc.sql(FAILED + " and j.id_ = ?").param(id).query(FailedJobs::failed).optional().map(this::told);
    }

    /** Lets it run once more, now; when that fails too it is back here. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tryAgain(String id) {
        Job job = management.createJobQuery().jobId(id).singleResult();
        Date now = Date.from(clock.instant());
        management.setJobRetries(id, 1);
        if (job.getDuedate() != null && job.getDuedate().after(now)) {
            management.setJobDuedate(id, now);
        }
    }

    private static Failed failed(ResultSet row, int number) throws SQLException {
        return new Failed(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getTimestamp(5).toInstant(), row.getString(6));
    }

    private FailedJob told(Failed job) {
        FlowElement element = repository.getBpmnModelInstance(job.definition).getModelElementById(job.activity);
        return new FailedJob(job.id, job.dossier, Objects.requireNonNullElse(element.getName(), job.activity), job.since, job.why);
    }
}
