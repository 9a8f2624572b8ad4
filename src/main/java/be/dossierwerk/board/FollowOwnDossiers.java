package be.dossierwerk.board;

import be.dossierwerk.audit.ChainGrew;
import be.dossierwerk.shared.DossierQueue;
import java.util.List;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** The board follows each act in a dossier of ours, after it and beside the work of people; what was missed is found again by how far each chain was read. */
@Component
public class FollowOwnDossiers implements DisposableBean {

    private static final int BEHIND = 1_000;

    private final JdbcClient jdbc;
    private final boolean follows;
    private final DossierQueue queue;

    FollowOwnDossiers(KeepOwnDossiers keepOwnDossiers, JdbcClient jdbc, Environment environment) {
        this.jdbc = jdbc;
        this.follows = environment.getProperty("dossierwerk.board.follow", Boolean.class, true);
        this.queue = new DossierQueue("board", keepOwnDossiers::keep);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void grew(ChainGrew event) {
        if (follows) {
            queue.add(event.dossier());
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (follows) {
            queue.run(this::catchUp);
        }
    }

    @Scheduled(initialDelayString = "PT15M", fixedDelayString = "PT15M")
    void everyQuarter() {
        begin();
    }

    /** Gives how many dossiers were behind. Facts that are collected after an act were read with it. */
    public int catchUp() {
        return queue.catchUp(last -> jdbc.sql("""
                select d.number from dossier d left join history_dossier h on h.number = d.number
                where d.number > :last and d.procedure = any(:procedures) and h.origin is distinct from 'INVOER'
                  and not (h.id is not null and exists (select from destruction x where x.dossier = d.number))
                  and exists (select from audit_entry a where a.dossier = d.number and a.seq > coalesce(h.seq, 0) and a.action <> 'FEITEN') order by d.number limit :most""")
                .param("last", last).param("procedures", OwnDossier.procedures().toArray(String[]::new)).param("most", BEHIND).query(String.class).list());
    }

    @Override
    public void destroy() {
        queue.close();
    }
}
