package be.dossierwerk.engine;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Runs what is due in the calling thread, while the background executor rests: for demo data and tests with a moved clock. */
@Service
public class DueJobs {

    private static final Logger LOG = LoggerFactory.getLogger(DueJobs.class);

    private final ManagementService management;
    private final JobExecutor executor;

    DueJobs(ProcessEngine engine) {
        this.management = engine.getManagementService();
        this.executor = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
    }

    /** Timers and continuations that are due now, oldest first, with all that follows from them. A failing one throws. */
    public int run() {
        int ran = 0;
        while (true) {
            var due = management.createJobQuery().executable().orderByJobDuedate().asc().listPage(0, 1);
            if (due.isEmpty()) {
                return ran;
            }
            try {
                management.executeJob(due.get(0).getId());
                ran++;
            } catch (OptimisticLockingException another) {
                // A sweep of the product moved or took it meanwhile: as the background executor does, look again.
                LOG.debug("job {} was changed meanwhile", due.get(0).getId(), another);
            }
        }
    }

    /** Stops the background executor, so that nothing fires by a clock that is being moved. */
    public void byHand() {
        executor.shutdown();
    }

    public void inBackground() {
        executor.start();
    }
}
