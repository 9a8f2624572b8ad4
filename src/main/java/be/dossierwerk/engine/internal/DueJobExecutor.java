package be.dossierwerk.engine.internal;

import java.util.List;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;

/** The engine's executor, with jobs in the order in which they were due and many timers in one transaction (ADR 0040). */
class DueJobExecutor extends DefaultJobExecutor {

    private final RunTogether.Free free;

    DueJobExecutor(RunTogether.Free free) {
        setAcquireJobsCmdFactory(most -> new AcquireInOrder(this, most));
        this.free = free;
    }

    @Override
    public Runnable getExecuteJobsRunnable(List<String> jobs, ProcessEngineImpl engine) {
        return new RunTogether(jobs, engine, this, free);
    }
}
