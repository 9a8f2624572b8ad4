package be.dossierwerk.reimbursement;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.payment.PayableState;
import be.dossierwerk.payment.Payables;
import be.dossierwerk.reimbursement.ReimbursementClaims.Filed;
import be.dossierwerk.trainingbudget.BudgetMovement;
import be.dossierwerk.trainingbudget.BudgetStanding;
import be.dossierwerk.trainingbudget.Budgets;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where the payment of a claim stands, for the procedure; what the bank sent back is no longer paid from the budget. */
@Service
public class FollowPayment {

    public enum Payment { WAITING, PAID, RETURNED }

    private final ReimbursementClaims claims;
    private final Payables payables;
    private final Budgets budgets;
    private final AuditLog audit;

    FollowPayment(ReimbursementClaims claims, Payables payables, Budgets budgets, AuditLog audit) {
        this.claims = claims;
        this.payables = payables;
        this.budgets = budgets;
        this.audit = audit;
    }

    @Transactional
    public Payment follow(String dossier) {
        // Who reads a file of the bank holds this too: what it tells comes either before this or to a procedure that waits.
        audit.lock(dossier);
        Filed claim = claims.get(dossier);
        if (payables.of(dossier).orElseThrow().state() == PayableState.BETAALD) {
            claims.returned(dossier, null);
            return Payment.PAID;
        }
        if (claim.returnedBecause() == null) {
            return Payment.WAITING;
        }
        // Set apart it stays: only the payment is undone.
        budgets.of(claim.enterpriseNumber(), claim.year()).ifPresent(standing -> undo(standing, claim));
        return Payment.RETURNED;
    }

    private void undo(BudgetStanding standing, Filed claim) {
        standing.movements().stream().filter(one -> one.kind() == BudgetMovement.Kind.BETAALD && one.authority().equals(claim.dossier()) && !standing.isCountered(one))
                .forEach(one -> budgets.counter(claim.enterpriseNumber(), claim.year(), one.id(), "De bank stortte de betaling terug: " + claim.returnedBecause()));
    }
}
