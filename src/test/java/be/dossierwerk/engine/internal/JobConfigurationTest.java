package be.dossierwerk.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The settings of the product reach its executor of jobs. */
class JobConfigurationTest {

    @Test
    void what_a_server_that_died_had_in_hand_is_taken_over_after_a_minute() {
        new ApplicationContextRunner().withInitializer(new ConfigDataApplicationContextInitializer()).withUserConfiguration(JobConfiguration.class)
                .run(context -> assertThat(context.getBean(JobExecutor.class).getLockTimeInMillis()).isEqualTo(60_000));
    }
}
