package be.dossierwerk.demo;

import be.dossierwerk.inbox.Colleagues;
import be.dossierwerk.security.DemoPeople;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
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
    private final DemoWithdrawals withdrawals;
    private final DemoCouncil council;
    private final DemoTrainingFund trainingFund;
    private final DemoAbsence absence;
    private final DemoReconsiderations reconsiderations;
    private final DemoPeople people;
    private final Colleagues colleagues;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final int count;
    private boolean running;

    LoadDemoData(DemoDossiers dossiers, DemoWithdrawals withdrawals, DemoTrainingFund trainingFund, DemoCouncil council, DemoAbsence absence, DemoReconsiderations reconsiderations, DemoPeople people, Colleagues colleagues, JdbcClient jdbc, Clock clock,
                 @Value("${dossierwerk.demo-dossiers:60}") int count) {
        this.dossiers = dossiers;
        this.withdrawals = withdrawals;
        this.council = council;
        this.trainingFund = trainingFund;
        this.absence = absence;
        this.reconsiderations = reconsiderations;
        this.people = people;
        this.colleagues = colleagues;
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
            dossiers.play(count, Stream.of(withdrawals.lives(), trainingFund.lives(today), reconsiderations.lives(today)).flatMap(List::stream).toList());
            withdrawals.ofToday();
            council.ofToday();
            absence.ofToday();
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
