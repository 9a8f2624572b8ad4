package be.dossierwerk.engine.internal;

import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The executor of the engine's jobs, in place of the one of the starter and with the same settings. */
@Configuration
class JobConfiguration {

    @Bean
    @ConditionalOnProperty(value = "camunda.bpm.job-execution.enabled", havingValue = "true", matchIfMissing = true)
    JobExecutor jobExecutor(ObjectProvider<FreeTimers> freeTimers, @Value("${camunda.bpm.job-execution.core-pool-size}") int threads,
                            @Value("${camunda.bpm.job-execution.max-pool-size}") int mostThreads, @Value("${camunda.bpm.job-execution.max-jobs-per-acquisition}") int most,
                            @Value("${camunda.bpm.job-execution.lock-time-in-millis}") int lockMillis) {
        // The engine is made with its executor; the dossiers are asked for once both are there.
        DueJobExecutor executor = new DueJobExecutor(jobs -> freeTimers.getObject().timers(jobs));
        executor.setCorePoolSize(threads);
        executor.setMaxPoolSize(mostThreads);
        executor.setMaxJobsPerAcquisition(most);
        executor.setLockTimeInMillis(lockMillis);
        return executor;
    }
}
