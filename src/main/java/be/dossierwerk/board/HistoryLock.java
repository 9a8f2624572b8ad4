package be.dossierwerk.board;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps who adds to the history and who needs it to stand still apart (ADR 0033). Who also needs the chain of the department locks that chain before this;
 * an import locks that chain and needs no more.
 */
@Component
class HistoryLock {

    private static final String LOCK = "(hashtext('history_event'))";

    private final JdbcClient jdbc;

    HistoryLock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Before the moment at which something is recorded is read from the clock; many may at once. */
    @Transactional(propagation = Propagation.MANDATORY)
    void toAdd() {
        lock("pg_advisory_xact_lock_shared");
    }

    /** From here to the end of the transaction nothing comes in, and nothing is on its way. */
    @Transactional(propagation = Propagation.MANDATORY)
    void toStandStill() {
        lock("pg_advisory_xact_lock");
    }

    private void lock(String function) {
        jdbc.sql("select " + function + LOCK).query((row, i) -> true).single();
    }
}
