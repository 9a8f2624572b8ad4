package be.dossierwerk.infringement;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.casework.Decisions;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.engine.Processes;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The way of a proposed lowering or lifting of a retention: it takes effect once it is signed and notified (procedures.md 1.4, DOC-16). */
@Service
public class DecideReview {

    private static final String SIGNING_TERM = "T-REC-05";

    private final Cases cases;
    private final Retentions retentions;
    private final Decisions decisions;
    private final Terms terms;
    private final Processes processes;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    DecideReview(Cases cases, Retentions retentions, Decisions decisions, Terms terms, Processes processes, AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.cases = cases;
        this.retentions = retentions;
        this.decisions = decisions;
        this.terms = terms;
        this.processes = processes;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Nothing changes yet. {@code blocked}: euro held back until now. */
    @Transactional(propagation = Propagation.MANDATORY)
    void propose(String dossier, String outcome, BigDecimal blocked, String reason) {
        jdbc.sql("update infringement_case set review_wanted = ?, review_reason = ?, review_blocked = ? where dossier = ?").params(outcome, reason, blocked, dossier).update();
    }

    /** What was signed, whatever was proposed; nothing happens to a retention that fell away meanwhile. @return whether something is still held back */
    @Transactional
    public boolean carryOut(String dossier) {
        audit.lock(dossier);
        Cases.Case file = cases.of(dossier);
        if (file.reviewWanted() != null) {
            retentions.change(dossier, switch (cases.signedOutcome(dossier)) {
                case Cases.LOWERED -> "VERLAAGD";
                case Cases.LIFTED -> "OPGEHEVEN";
                default -> "BEHOUDEN";
            }, file.reviewBlocked(), file.reviewReason(), cases.signed(dossier));
            done(dossier);
        }
        return retentions.current(dossier).isPresent();
    }

    /** The retention fell away: a decision about it that is not signed yet has no object; one that is signed is still notified and changes nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    void drop(String dossier) {
        if (processes.awaits(InfringementModel.RETENTION_FELL_AWAY, dossier)) {
            decisions.dropDrafts(dossier);
            terms.stop(dossier, SIGNING_TERM, LocalDate.now(clock));
            audit.record(AuditLog.Entry.of(dossier, "HERZIENING_VERVALLEN", "Het voorstel om de inhouding te wijzigen vervalt: er is geen inhouding meer."));
            processes.correlate(InfringementModel.RETENTION_FELL_AWAY, dossier, Map.of());
            done(dossier);
        }
    }

    /** The decision about the infringements may have waited for it. */
    private void done(String dossier) {
        jdbc.sql("update infringement_case set review_wanted = null, review_reason = null, review_blocked = null where dossier = ?").param(dossier).update();
        if (processes.awaits(InfringementModel.REVIEWED, dossier)) {
            processes.correlate(InfringementModel.REVIEWED, dossier, Map.of());
        }
    }
}
