package be.dossierwerk.engine.internal;

import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The executor of the engine's jobs, in place of the one of the starter and with the same settings. */
@Configuration
class JobConfiguration {

    @Bean
    @ConditionalOnProperty(value = "camunda.bpm.job-execution.enabled", havingValue = "true", matchIfMissing = true)
    @ConfigurationProperties("camunda.bpm.job-execution")
    JobExecutor jobExecutor(ObjectProvider<FreeTimers> freeTimers) {
        // The engine is made with its executor; the dossiers are asked for once both are there.
        return new DueJobExecutor(jobs -> freeTimers.getObject().timers(jobs));
    }
}
