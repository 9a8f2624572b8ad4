package be.dossierwerk.infringement;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.casework.ContestedAct;
import be.dossierwerk.casework.ContestedDecisions;
import be.dossierwerk.casework.ReopenProcedure;
import be.dossierwerk.withdrawal.WithdrawalRulings;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of a decision in the follow-up of conditions when somebody else rules on it (procedures.md 1.4, 1.10). */
@Service
class ContestedFollowUp implements ContestedAct {

    private static final List<Restart> STEPS = List.of(new Restart("UserTask_VoorwaardenBeoordelen", "Voorwaarden beoordelen"),
            new Restart("CallActivity_Horen", "Onderneming horen"), new Restart("CallActivity_Besluit", "Beslissing opstellen"));

    private static final Restart JUDGE = STEPS.get(0);
    private static final Set<String> EXTENSIONS = Set.of("VERLENGD", "NIET_VERLENGD");

    private final ContestedDecisions decisions;
    private final WithdrawalRulings rulings;
    private final ReopenProcedure reopenProcedure;
    private final AuditLog audit;
    private final JdbcClient jdbc;

    ContestedFollowUp(ContestedDecisions decisions, WithdrawalRulings rulings, ReopenProcedure reopenProcedure, AuditLog audit, JdbcClient jdbc) {
        this.decisions = decisions;
        this.rulings = rulings;
        this.reopenProcedure = reopenProcedure;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    @Override
    public String process() {
        return InfringementModel.FOLLOW_UP;
    }

    @Override
    public List<Restart> restarts(String dossier, UUID besluit) {
        return STEPS;
    }

    @Override
    @Transactional
    public void suspend(String dossier, UUID besluit, LocalDate on, String reason) {
        if (!extension(besluit)) {
            rulings.suspend(dossier, besluit, on, reason);
        } else if (decisions.suspend(dossier, besluit, on, reason)) {
            audit.record(AuditLog.Entry.of(dossier, "SCHORSING_ZONDER_GEVOLG", "Deze beslissing ging alleen over meer tijd: de schorsing verandert niets in het register."));
        }
    }

    @Override
    @Transactional
    public void resume(String dossier, UUID besluit, LocalDate on, String reason) {
        if (extension(besluit)) {
            decisions.resume(dossier, besluit, on, reason);
        } else {
            rulings.resume(dossier, besluit, on, reason);
        }
    }

    @Override
    @Transactional
    public void annul(String dossier, UUID besluit, LocalDate on, String reason) {
        if (!extension(besluit)) {
            rulings.annul(dossier, besluit, on, reason);
        } else if (decisions.annul(dossier, besluit, on, reason)) {
            // Who was given more time wrongly, or not, can be given it again.
            jdbc.sql("update withdrawal_follow_up set extended = false where dossier = ?").param(dossier).update();
        }
    }

    /** A decision about more time ends no recognition: the withdrawal is another decision of the same file. */
    private boolean extension(UUID besluit) {
        return EXTENSIONS.contains(decisions.outcome(besluit));
    }

    @Override
    @Transactional
    public void reopen(String dossier, String element, LocalDate on, String because) {
        Restart step = ReopenProcedure.step(STEPS, element);
        if (step == JUDGE) {
            jdbc.sql("update withdrawal_follow_up set standing = null where dossier = ?").param(dossier).update();
        }
        reopenProcedure.at(dossier, new ReopenProcedure.Start(step, List.of(InfringementModel.CONDITIONS_TERM), Map.of()), on, because);
    }
}
