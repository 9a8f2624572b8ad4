package be.dossierwerk.conformance;

import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Holds every dossier against the norms and looks for histories that cannot be: every night, after a norm changed, and when asked. One at a time in the whole cluster. */
@Service
public class CheckConformance {

    /** How many dossiers were checked and how many deviations and impossible histories there are now. */
    public record Outcome(int dossiers, int findings) { }

    private static final int AT_ONCE = 200;
    private static final Logger LOG = LoggerFactory.getLogger(CheckConformance.class);

    private final CheckDossiers checkDossiers;
    private final ImpossibleHistories impossibleHistories;
    private final Norms norms;
    private final CurrentActor currentActor;
    private final JdbcClient jdbc;
    private final Clock clock;

    CheckConformance(CheckDossiers checkDossiers, ImpossibleHistories impossibleHistories, Norms norms, CurrentActor currentActor, JdbcClient jdbc, Clock clock) {
        this.checkDossiers = checkDossiers;
        this.impossibleHistories = impossibleHistories;
        this.norms = norms;
        this.currentActor = currentActor;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Empty when one runs already. @throws be.dossierwerk.shared.Refused security.role-missing */
    public Optional<Outcome> check() {
        Actor by = currentActor.require(Responsible.READERS);
        // The product writes down what it finds, whoever asked.
        return currentActor.as(Actor.SYSTEM, () -> check(by));
    }

    @Scheduled(cron = "${dossierwerk.conformance.cron:0 30 4 * * *}", zone = "Europe/Brussels")
    void everyNight() {
        check(Actor.SYSTEM);
    }

    /** True when the norms are no longer those of the last whole check, or there was none. */
    boolean normsChanged() {
        return !norms.digest().equals(jdbc.sql("select norms from conformance_run where state = 'KLAAR' order by id desc limit 1").query(String.class).optional().orElse(null));
    }

    Optional<Outcome> check(Actor by) {
        // One that the end of its machine cut off does not hold up others for ever.
        jdbc.sql("update conformance_run set state = 'AFGEBROKEN' where state = 'LOOPT' and real_start < clock_timestamp() - interval '6 hours'").update();
        Optional<Long> mine = jdbc.sql("insert into conformance_run (state, started_at, asked_by, norms) values ('LOOPT', ?, ?, ?) on conflict (state) where state = 'LOOPT' do nothing returning id")
                .params(now(), by.name(), norms.digest()).query(Long.class).optional();
        return mine.map(run -> {
            try {
                Outcome outcome = all();
                jdbc.sql("update conformance_run set state = 'KLAAR', dossiers = ?, findings = ?, finished_at = ? where id = ?").params(outcome.dossiers, outcome.findings, now(), run).update();
                LOG.info("conformance of {} dossiers: {} findings", outcome.dossiers, outcome.findings);
                return outcome;
            } catch (RuntimeException e) {
                jdbc.sql("update conformance_run set state = 'AFGEBROKEN' where id = ?").param(run).update();
                throw e;
            }
        });
    }

    private Outcome all() {
        int dossiers = 0;
        int findings = 0;
        String last = "";
        while (true) {
            List<String> some = jdbc.sql("select number from dossier where number > ? order by number limit ?").params(last, AT_ONCE).query(String.class).list();
            if (some.isEmpty()) {
                return new Outcome(dossiers, findings + impossibleHistories.look());
            }
            findings += checkDossiers.check(some);
            dossiers += some.size();
            last = some.get(some.size() - 1);
        }
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
