package be.dossierwerk.procedurechange;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.dossier.Dossiers;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Closes the dossier of a change: it holds, it was withdrawn, or its draft was left alone for too long. */
@Service
public class CloseChange {

    private final Changes changes;
    private final Dossiers dossiers;
    private final Terms terms;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    CloseChange(Changes changes, Dossiers dossiers, Terms terms, AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.changes = changes;
        this.dossiers = dossiers;
        this.terms = terms;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional
    public void close(String change) {
        audit.lock(change);
        ChangeState state = changes.get(change).state();
        if (!state.over()) {
            state = ChangeState.VERVALLEN;
            jdbc.sql("update procedure_change set state = 'VERVALLEN' where dossier = ?").param(change).update();
        }
        LocalDate today = LocalDate.now(clock);
        terms.stopAll(change, today);
        dossiers.close(change, state.name(), today);
    }
}
