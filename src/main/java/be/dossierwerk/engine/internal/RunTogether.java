package be.dossierwerk.engine.internal;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobsRunnable;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutorContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the timers among some jobs in one transaction: the engine then writes what all of them change in a few batches and commits once. When one of them
 * fails nothing of that transaction happened, and each runs by itself as the engine does it: with its retries, its incident and its own transaction. So do
 * continuations, and timers of dossiers in which somebody works.
 */
final class RunTogether extends ExecuteJobsRunnable {

    /** Which of these jobs can run in one transaction; it locks their dossiers in it, and waits for nobody. */
    @FunctionalInterface
    interface Free {
        List<String> timers(List<String> jobs);
    }

    private static final Logger LOG = LoggerFactory.getLogger(RunTogether.class);

    private final Free free;

    RunTogether(List<String> jobs, ProcessEngineImpl engine, JobExecutor executor, Free free) {
        super(new ArrayList<>(jobs), engine);
        this.jobExecutor = executor;
        this.free = free;
    }

    @Override
    public void run() {
        if (jobIds.size() > 1 && jobExecutor.isActive()) {
            together();
        }
        super.run();
    }

    private void together() {
        JobExecutorContext context = new JobExecutorContext();
        Context.setJobExecutorContext(context);
        try {
            jobIds.removeAll(processEngine.getProcessEngineConfiguration().getCommandExecutorTxRequired().execute(command -> {
                List<String> timers = free.timers(jobIds);
                timers.forEach(timer -> new ExecuteJobsCmd(timer, new JobFailureCollector(timer)).execute(command));
                return timers;
            }));
            // What they left to do in the same instances, locked for this executor.
            jobIds.addAll(context.getCurrentProcessorJobQueue());
        } catch (RuntimeException e) {
            LOG.info("{} jobs did not run together, each runs by itself: {}", jobIds.size(), e.toString());
        } finally {
            Context.removeJobExecutorContext();
        }
    }
}
