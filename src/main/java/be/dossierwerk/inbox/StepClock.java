package be.dossierwerk.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** How long the server takes for a step, commit included, by procedure. */
@Component
class StepClock {

    private final MeterRegistry meters;

    StepClock(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Tells the time when the transaction that goes on is committed. @param began by {@link System#nanoTime()} */
    void tellWhenDone(String procedure, long began) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                Timer.builder("dossierwerk.step").tag("procedure", procedure).description("a step, commit included")
                        .serviceLevelObjectives(Duration.ofMillis(100), Duration.ofMillis(250), Duration.ofSeconds(1), Duration.ofSeconds(5))
                        .register(meters).record(Duration.ofNanos(System.nanoTime() - began));
            }
        });
    }
}
