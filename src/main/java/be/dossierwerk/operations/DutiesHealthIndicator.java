package be.dossierwerk.operations;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * Is what must happen by itself done in time? Apart from readiness: a node whose mail server is silent still serves people, and taking every node away at once
 * would make a delay a standstill.
 */
@Component
class DutiesHealthIndicator implements HealthIndicator {

    static final Status LATE = new Status("LATE");
    private static final Duration JOBS = Duration.ofMinutes(10);
    private static final Duration OUTBOX = Duration.ofHours(1);
    private static final Duration SEAL = Duration.ofHours(26);

    private final ReadFigures figures;

    DutiesHealthIndicator(ReadFigures figures) {
        this.figures = figures;
    }

    @Override
    public Health health() {
        return figures.recent().map(DutiesHealthIndicator::of).orElseGet(() -> Health.down().withDetail("database", "does not answer").build());
    }

    static Health of(Figures now) {
        Map<String, Object> late = new LinkedHashMap<>();
        note(late, "jobs", now.jobs().lateSeconds(), JOBS);
        note(late, "outbox", now.outboxOldest(), OUTBOX);
        note(late, "seal", now.sealAge(), SEAL);
        if (!now.maySend()) {
            late.put("installation", "a copy that nobody confirmed");
        }
        return late.isEmpty() ? Health.up().build() : Health.status(LATE).withDetails(late).build();
    }

    private static void note(Map<String, Object> late, String duty, double seconds, Duration atMost) {
        if (seconds > atMost.toSeconds()) {
            late.put(duty, Duration.ofSeconds((long) seconds).toString());
        }
    }
}
