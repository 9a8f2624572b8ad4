package be.dossierwerk.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The settings of the product reach its executor of jobs. */
class JobConfigurationTest {

    @Test
    void what_a_server_that_died_had_in_hand_is_taken_over_after_a_minute() {
        settled(executor -> assertThat(executor.getLockTimeInMillis()).isEqualTo(60_000));
    }

    @Test
    void it_works_with_the_threads_of_the_settings_and_takes_a_hundred_jobs_at_once() {
        settled(executor -> {
            assertThat(executor.getCorePoolSize()).isEqualTo(2);
            assertThat(executor.getMaxPoolSize()).isEqualTo(4);
            assertThat(executor.getMaxJobsPerAcquisition()).isEqualTo(100);
        });
    }

    private static void settled(Consumer<DueJobExecutor> executor) {
        new ApplicationContextRunner().withInitializer(new ConfigDataApplicationContextInitializer()).withUserConfiguration(JobConfiguration.class)
                .withConfiguration(AutoConfigurations.of(ConfigurationPropertiesAutoConfiguration.class)).run(context -> executor.accept(context.getBean(DueJobExecutor.class)));
    }
}
