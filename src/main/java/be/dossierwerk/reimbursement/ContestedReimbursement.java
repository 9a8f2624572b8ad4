package be.dossierwerk.reimbursement;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.casework.ContestedAct;
import be.dossierwerk.casework.ContestedDecisions;
import be.dossierwerk.casework.ReopenProcedure;
import be.dossierwerk.payment.PayableStanding;
import be.dossierwerk.payment.PayableState;
import be.dossierwerk.payment.Payables;
import be.dossierwerk.security.CurrentActor;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of a decision about a reimbursement when somebody else rules on it (procedures.md 1.9, 1.10). A dossier is paid once: what was granted and paid
 * stays paid, and what was refused of it can be claimed in a new dossier, for its hours are free.
 */
@Service
class ContestedReimbursement implements ContestedAct {

    private static final Set<PayableState> UNDER_WAY = EnumSet.of(PayableState.IN_RONDE, PayableState.VERZONDEN, PayableState.BETAALD);
    private static final List<Restart> STEPS = List.of(new Restart("UserTask_AanvraagControleren", "Aanvraag controleren"));

    private final ContestedDecisions decisions;
    private final ReopenProcedure reopenProcedure;
    private final Sessions sessions;
    private final Payables payables;
    private final WithdrawClaim withdrawClaim;
    private final CurrentActor currentActor;
    private final AuditLog audit;

    ContestedReimbursement(ContestedDecisions decisions, ReopenProcedure reopenProcedure, Sessions sessions, Payables payables, WithdrawClaim withdrawClaim,
                           CurrentActor currentActor, AuditLog audit) {
        this.decisions = decisions;
        this.reopenProcedure = reopenProcedure;
        this.sessions = sessions;
        this.payables = payables;
        this.withdrawClaim = withdrawClaim;
        this.currentActor = currentActor;
        this.audit = audit;
    }

    @Override
    public String process() {
        return ReimbursementModel.PROCESS;
    }

    /** Only a refusal can be looked at again in the same dossier. */
    @Override
    public List<Restart> restarts(String dossier, UUID besluit) {
        return refused(besluit) ? STEPS : List.of();
    }

    private boolean refused(UUID besluit) {
        return decisions.outcome(besluit).equals(ClaimAmount.State.GEWEIGERD.name());
    }

    @Override
    @Transactional
    public void suspend(String dossier, UUID besluit, LocalDate on, String reason) {
        if (decisions.suspend(dossier, besluit, on, reason)) {
            audit.record(AuditLog.Entry.of(dossier, "SCHORSING_ZONDER_GEVOLG", refused(besluit) ? "Een geschorste weigering geeft nog geen recht op terugbetaling: er verandert niets."
                    : "Wat nog niet betaald is, wordt nu niet betaald. Aan wat al betaald werd, verandert de schorsing niets."));
        }
    }

    @Override
    @Transactional
    public void resume(String dossier, UUID besluit, LocalDate on, String reason) {
        decisions.resume(dossier, besluit, on, reason);
    }

    @Override
    @Transactional
    public void annul(String dossier, UUID besluit, LocalDate on, String reason) {
        if (!decisions.annul(dossier, besluit, on, reason)) {
            return;
        }
        if (refused(besluit)) {
            int lost = sessions.takeBack(dossier, currentActor.get());
            if (lost > 0) {
                audit.record(AuditLog.Entry.of(dossier, "UREN_INTUSSEN_ELDERS", "%d deelnames staan intussen in een andere aanvraag en komen niet terug.".formatted(lost)));
            }
            return;
        }
        Optional<PayableStanding> payable = payables.of(dossier);
        if (payable.isPresent() && UNDER_WAY.contains(payable.get().state())) {
            audit.record(AuditLog.Entry.of(dossier, "BETALING_BLIJFT", "Wat voor deze beslissing betaald werd, blijft betaald. De onderneming kan de geweigerde lessen in een nieuwe aanvraag indienen."));
        } else {
            withdrawClaim.withdraw(dossier, on, reason);
        }
    }

    @Override
    @Transactional
    public void reopen(String dossier, String element, LocalDate on, String because) {
        reopenProcedure.at(dossier, new ReopenProcedure.Start(ReopenProcedure.step(STEPS, element), List.of(ReimbursementModel.PAYMENT_TERM), Map.of()), on, because);
    }
}
