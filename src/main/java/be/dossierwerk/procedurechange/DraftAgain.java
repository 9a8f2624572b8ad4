package be.dossierwerk.procedurechange;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.deadline.Terms;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A change that was laid before a colleague is a draft again, with what has to be different. */
@Component
class DraftAgain {

    private final Terms terms;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    DraftAgain(Terms terms, AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.terms = terms;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** {@code sentence}: for the timeline; {@code remark}: what the author reads. */
    @Transactional(propagation = Propagation.MANDATORY)
    void draft(String change, String action, String sentence, String remark) {
        LocalDate today = LocalDate.now(clock);
        jdbc.sql("update procedure_change set state = 'ONTWERP', approved_by = null, approved_by_name = null, approved_at = null, approved_hash = null, remark = ? where dossier = ?")
                .params(remark, change).update();
        audit.record(AuditLog.Entry.of(change, action, sentence).because(remark));
        terms.stop(change, ProcedureChangeModel.REVIEW_TERM, today);
        terms.start(change, ProcedureChangeModel.DRAFT_TERM, today);
    }
}
