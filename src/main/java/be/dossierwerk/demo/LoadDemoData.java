package be.dossierwerk.demo;

import be.dossierwerk.audit.SealChains;
import be.dossierwerk.inbox.Colleagues;
import be.dossierwerk.security.DemoPeople;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Fills an empty product with demo dossiers, only where the demo people may sign in. Before the first request is answered
 * and before anything runs in the background, because it moves the clock.
 */
@Component
class LoadDemoData implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LoadDemoData.class);
    /** Before the web server starts (Spring Boot starts it at DEFAULT_PHASE - 2048). */
    private static final int PHASE = DEFAULT_PHASE - 4096;

    private final DemoDossiers dossiers;
    private final List<DemoPart> parts;
    private final DemoPeople people;
    private final Colleagues colleagues;
    private final SealChains sealChains;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final int count;
    private boolean running;

    LoadDemoData(DemoDossiers dossiers, List<DemoPart> parts, DemoPeople people, Colleagues colleagues, SealChains sealChains, JdbcClient jdbc, Clock clock,
                 @Value("${dossierwerk.demo-dossiers:60}") int count) {
        this.dossiers = dossiers;
        this.parts = parts;
        this.people = people;
        this.colleagues = colleagues;
        this.sealChains = sealChains;
        this.jdbc = jdbc;
        this.clock = clock;
        this.count = count;
    }

    @Override
    public void start() {
        running = true;
        if (people.present()) {
            // Nobody has to sign in first to be offered as a colleague.
            people.all().forEach(colleagues::know);
        }
        boolean empty = !jdbc.sql("select exists (select from dossier)").query(Boolean.class).single();
        if (count > 0 && empty && people.present()) {
            LOG.info("Playing {} demo dossiers through the procedure; this takes a minute, once", count);
            LocalDate today = LocalDate.now(clock);
            dossiers.play(count, parts.stream().flatMap(part -> part.lives(today).stream()).toList());
            parts.forEach(DemoPart::ofToday);
            sealChains.seal();
        }
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
