package be.dossierwerk.demo;

import be.dossierwerk.audit.SealChains;
import be.dossierwerk.inbox.Colleagues;
import be.dossierwerk.security.DemoPeople;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Fills an empty product with demo dossiers, only where the demo people may sign in. Before the first request is answered
 * and before anything runs in the background, because it moves the clock. Of servers that start together one fills; the next waits, so that nothing of it
 * runs by the true clock meanwhile, and finds what is there.
 */
@Component
class LoadDemoData implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LoadDemoData.class);
    /** Before the web server starts (Spring Boot starts it at DEFAULT_PHASE - 2048). */
    private static final int PHASE = DEFAULT_PHASE - 4096;
    private static final String LOCK = "(hashtextextended('demo_data', 41))";

    private final DemoDossiers dossiers;
    private final List<DemoPart> parts;
    private final DemoPeople people;
    private final Colleagues colleagues;
    private final SealChains sealChains;
    private final DataSource data;
    private final Clock clock;
    private final int count;
    private boolean running;

    LoadDemoData(DemoDossiers dossiers, List<DemoPart> parts, DemoPeople people, Colleagues colleagues, SealChains sealChains, DataSource data, Clock clock,
                 @Value("${dossierwerk.demo-dossiers:60}") int count) {
        this.dossiers = dossiers;
        this.parts = parts;
        this.people = people;
        this.colleagues = colleagues;
        this.sealChains = sealChains;
        this.data = data;
        this.clock = clock;
        this.count = count;
    }

    @Override
    public void start() {
        running = true;
        if (people.present()) {
            try (Connection connection = data.getConnection()) {
                fillAlone(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
            } catch (SQLException e) {
                throw new IllegalStateException("the demo data were not looked at", e);
            }
        }
    }

    /** The lock is of this connection: it ends with the server, whatever becomes of it. */
    private void fillAlone(JdbcClient held) {
        held.sql("select pg_advisory_lock" + LOCK).query(row -> { });
        try {
            // Nobody has to sign in first to be offered as a colleague.
            people.all().forEach(colleagues::know);
            if (count > 0 && !held.sql("select exists (select from dossier)").query(Boolean.class).single()) {
                fill();
            }
        } finally {
            held.sql("select pg_advisory_unlock" + LOCK).query(row -> { });
        }
    }

    private void fill() {
        LOG.info("Playing {} demo dossiers through the procedure; this takes a minute, once", count);
        LocalDate today = LocalDate.now(clock);
        dossiers.play(count, parts.stream().flatMap(part -> part.lives(today).stream()).toList());
        parts.forEach(DemoPart::ofToday);
        sealChains.seal();
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
