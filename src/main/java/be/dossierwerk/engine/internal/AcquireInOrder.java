package be.dossierwerk.engine.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.AcquirableJobEntity;

/**
 * Takes the jobs that are due as the engine does, and hands them out in the order in which they were due, many at a time: the engine itself forgets that
 * order and hands out one instance at a time. Jobs of one instance stay together.
 */
final class AcquireInOrder extends AcquireJobsCmd {

    /** So many run in one transaction: what a person who waits for one of their dossiers waits for. */
    static final int TOGETHER = 25;

    private final Map<String, Integer> place = new HashMap<>();

    AcquireInOrder(JobExecutor executor, int most) {
        super(executor, most);
    }

    @Override
    protected void lockJob(AcquirableJobEntity job) {
        place.put(job.getId(), place.size());
        super.lockJob(job);
    }

    @Override
    public AcquiredJobs execute(CommandContext context) {
        place.clear();
        AcquiredJobs acquired = super.execute(context);
        List<List<String>> perInstance = new ArrayList<>(acquired.getJobIdBatches());
        perInstance.forEach(jobs -> jobs.sort(Comparator.comparing(place::get)));
        perInstance.sort(Comparator.comparing(jobs -> place.get(jobs.get(0))));
        List<List<String>> together = acquired.getJobIdBatches();
        together.clear();
        List<String> last = new ArrayList<>();
        for (List<String> jobs : perInstance) {
            if (last.isEmpty() || last.size() + jobs.size() > TOGETHER) {
                last = new ArrayList<>();
                together.add(last);
            }
            last.addAll(jobs);
        }
        return acquired;
    }
}
