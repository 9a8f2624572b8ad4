package be.dossierwerk.recovery;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.casework.ContestedAct;
import be.dossierwerk.casework.ContestedDecisions;
import be.dossierwerk.casework.ReopenProcedure;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of a decision to recover, or not to, when somebody else rules on it (procedures.md 1.5, 1.10). */
@Service
class ContestedRecovery implements ContestedAct {

    private static final List<Restart> STEPS = List.of(new Restart("UserTask_LijnenIngeven", "Lijnen ingeven"), new Restart("CallActivity_Horen", "Onderneming horen"),
            new Restart("CallActivity_Besluit", "Beslissing opstellen"));

    private final ContestedDecisions decisions;
    private final RecoveryRulings rulings;
    private final Recoveries recoveries;
    private final ReopenProcedure reopenProcedure;
    private final AuditLog audit;

    ContestedRecovery(ContestedDecisions decisions, RecoveryRulings rulings, Recoveries recoveries, ReopenProcedure reopenProcedure, AuditLog audit) {
        this.decisions = decisions;
        this.rulings = rulings;
        this.recoveries = recoveries;
        this.reopenProcedure = reopenProcedure;
        this.audit = audit;
    }

    @Override
    public String process() {
        return RecoveryModel.PROCESS;
    }

    @Override
    public List<Restart> restarts(String dossier, UUID besluit) {
        return STEPS;
    }

    @Override
    @Transactional
    public void suspend(String dossier, UUID besluit, LocalDate on, String reason) {
        if (!decisions.suspend(dossier, besluit, on, reason)) {
            return;
        }
        if (recoveries.of(dossier).flatMap(RecoveryStanding::decision).isPresent()) {
            rulings.suspend(dossier, on, reason);
        } else {
            audit.record(AuditLog.Entry.of(dossier, "SCHORSING_ZONDER_GEVOLG", "Met deze beslissing vordert het departement niets: de schorsing verandert niets."));
        }
    }

    @Override
    @Transactional
    public void resume(String dossier, UUID besluit, LocalDate on, String reason) {
        if (decisions.resume(dossier, besluit, on, reason)) {
            rulings.resume(dossier, on, reason);
        }
    }

    @Override
    @Transactional
    public void annul(String dossier, UUID besluit, LocalDate on, String reason) {
        rulings.annul(dossier, besluit, on, reason);
    }

    @Override
    @Transactional
    public void reopen(String dossier, String element, LocalDate on, String because) {
        reopenProcedure.at(dossier, new ReopenProcedure.Start(ReopenProcedure.step(STEPS, element), List.of(RecoveryModel.DECISION_TERM), Map.of()), on, because);
    }
}
