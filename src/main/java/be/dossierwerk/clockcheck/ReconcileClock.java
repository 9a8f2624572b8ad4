package be.dossierwerk.clockcheck;

import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Proves for every dossier with a running clock or open work that timers, lists and kept dates agree with the ledger; every night, and when asked. */
@Service
public class ReconcileClock {

    /** How many dossiers were checked, and how many differences there are now. */
    public record Outcome(int dossiers, int differences) { }

    private static final int AT_ONCE = 500;
    private static final Logger LOG = LoggerFactory.getLogger(ReconcileClock.class);

    private final ReadClocks readClocks;
    private final Findings findings;
    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;

    ReconcileClock(ReadClocks readClocks, Findings findings, JdbcClient jdbc, CurrentActor currentActor, Clock clock) {
        this.readClocks = readClocks;
        this.findings = findings;
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** Changes nothing but the list of findings. @throws be.dossierwerk.shared.Refused security.role-missing */
    public Outcome check() {
        return check(currentActor.require(Roles.TEAM_LEAD, Roles.HEAD, Roles.MANAGER, Roles.AUDITOR));
    }

    @Scheduled(cron = "${dossierwerk.clockcheck.cron:0 30 2 * * *}", zone = "Europe/Brussels")
    void everyNight() {
        check(Actor.SYSTEM);
    }

    private Outcome check(Actor by) {
        Instant began = clock.instant();
        Instant last = jdbc.sql("select max(at) from clock_check").query(OffsetDateTime.class).optional().map(OffsetDateTime::toInstant).orElse(null);
        List<String> dossiers = readClocks.dossiers();
        List<Drift> drifts = new ArrayList<>();
        for (int from = 0; from < dossiers.size(); from += AT_ONCE) {
            drifts.addAll(readClocks.read(dossiers.subList(from, Math.min(from + AT_ONCE, dossiers.size())), last));
        }
        long millis = Duration.between(began, clock.instant()).toMillis();
        findings.record(began, by, dossiers.size(), drifts, millis);
        LOG.info("clock check of {} dossiers: {} differences in {} ms", dossiers.size(), drifts.size(), millis);
        return new Outcome(dossiers.size(), drifts.size());
    }
}
