package be.dossierwerk.shell;

import be.dossierwerk.shared.DatabaseStanding;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down while the database keeps nothing, with the reason; up again by itself. */
@Component("storage")
class DatabaseHealth implements HealthIndicator {

    private final DatabaseStanding database;

    DatabaseHealth(DatabaseStanding database) {
        this.database = database;
    }

    @Override
    public Health health() {
        return database.ask().map(trouble -> Health.down().withDetail("reason", trouble).build()).orElseGet(() -> Health.up().build());
    }
}
