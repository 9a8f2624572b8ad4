package be.dossierwerk.conformance;

import be.dossierwerk.audit.ChainGrew;
import be.dossierwerk.security.Actor;
import be.dossierwerk.shared.DossierQueue;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Checks a dossier right after each act in it, beside the work of people. The queue holds each dossier once and is bounded; what did not fit, or what the
 * product's end cut off, is found again by how far each dossier was checked.
 */
@Component
class FollowChains implements DisposableBean {

    private static final int BEHIND = 1_000;

    private final CheckConformance checkConformance;
    private final JdbcClient jdbc;
    private final boolean follows;
    private final DossierQueue queue;

    FollowChains(CheckDossiers checkDossiers, CheckConformance checkConformance, JdbcClient jdbc, Environment environment) {
        this.checkConformance = checkConformance;
        this.jdbc = jdbc;
        this.follows = environment.getProperty("dossierwerk.conformance.follow", Boolean.class, true);
        this.queue = new DossierQueue("conformance", checkDossiers::check);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void grew(ChainGrew event) {
        if (follows) {
            queue.add(event.dossier());
        }
    }

    /** What grew while nobody looked, and everything after a norm changed. */
    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (follows) {
            queue.run(() -> {
                if (checkConformance.normsChanged()) {
                    checkConformance.check(Actor.SYSTEM);
                }
                catchUp();
            });
        }
    }

    @Scheduled(initialDelayString = "PT15M", fixedDelayString = "PT15M")
    void everyQuarter() {
        begin();
    }

    /** Gives how many dossiers were behind. Changes that no act tells of do not count: they come with the next act, or at night. */
    int catchUp() {
        return queue.catchUp(last -> jdbc.sql("""
                select d.number from dossier d left join conformance_checked c on c.dossier = d.number
                where d.number > ? and not exists (select from destruction x where x.dossier = d.number)
                  and exists (select from audit_entry a where a.dossier = d.number and a.seq > coalesce(c.seq, 0) and a.action <> 'FEITEN') order by d.number limit ?""")
                .params(last, BEHIND).query(String.class).list());
    }

    @Override
    public void destroy() {
        queue.close();
    }
}
