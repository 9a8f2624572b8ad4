package be.dossierwerk.shell;

import be.dossierwerk.security.Actor;
import be.dossierwerk.security.ApiAccounts;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.security.Roles;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The last thing on the console after a start: where the product is, who can sign in, and where the data lie. */
@Component
class StartReport {

    private static final Logger LOG = LoggerFactory.getLogger(StartReport.class);

    private final Environment environment;
    private final DemoPeople demoPeople;
    private final ApiAccounts apiAccounts;
    private final DataSource database;

    StartReport(Environment environment, DemoPeople demoPeople, ApiAccounts apiAccounts, DataSource database) {
        this.environment = environment;
        this.demoPeople = demoPeople;
        this.apiAccounts = apiAccounts;
        this.database = database;
    }

    /** Accepting traffic comes after everything that listens to the start, such as demo data and the job executor. */
    @EventListener
    void ready(AvailabilityChangeEvent<ReadinessState> change) throws SQLException {
        if (change.getState() != ReadinessState.ACCEPTING_TRAFFIC) {
            return;
        }
        StringBuilder report = new StringBuilder("Dossierwerk is ready");
        line(report, "Address", address());
        if (demoPeople.present()) {
            line(report, "Sign in as", "one of these, password " + DemoPeople.PASSWORD);
            demoPeople.all().forEach(person -> report.append("\n%15s%-7s %-15s %s".formatted("", person.id(), person.name(), roles(person))));
        } else {
            line(report, "Sign in", "with your OpenID Connect provider");
        }
        line(report, "REST", apiAccounts.enabled() ? address() + "/api, described at " + address() + "/api/docs"
                : "closed; set dossierwerk.api.password to open it");
        line(report, "Data folder", Path.of(environment.getProperty("dossierwerk.data", "data")).toAbsolutePath().normalize().toString());
        line(report, "Database", databaseAddress());
        LOG.info("{}", report);
    }

    private static void line(StringBuilder report, String name, String value) {
        report.append("\n  %-12s %s".formatted(name, value));
    }

    private String address() {
        boolean https = environment.getProperty("server.ssl.enabled", Boolean.class, environment.containsProperty("server.ssl.bundle")
                || environment.containsProperty("server.ssl.key-store"));
        return (https ? "https" : "http") + "://localhost:" + environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"))
                + environment.getProperty("server.servlet.context-path", "");
    }

    /** Without parameters: they may hold a password. */
    private String databaseAddress() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return connection.getMetaData().getURL().replaceAll("\\?.*", "") + " (" + connection.getMetaData().getDatabaseProductName() + " "
                    + connection.getMetaData().getDatabaseProductVersion() + ")";
        }
    }

    private static String roles(Actor person) {
        return person.roles().stream().map(Roles::name).sorted().collect(Collectors.joining(", "));
    }
}
