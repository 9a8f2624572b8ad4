package be.dossierwerk.reimbursement;

import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.payment.Payables;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.trainingbudget.Budgets;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** The decision fell away before it was paid: payment, budget and hours are free again, and the dossier ends (procedures.md 1.9). */
@Component
class WithdrawClaim {

    private static final String NOTHING_LEFT = "ZONDER_VOORWERP";

    private final ReimbursementClaims claims;
    private final Sessions sessions;
    private final Payables payables;
    private final Budgets budgets;
    private final Dossiers dossiers;
    private final Processes processes;
    private final Terms terms;
    private final CurrentActor currentActor;

    WithdrawClaim(ReimbursementClaims claims, Sessions sessions, Payables payables, Budgets budgets, Dossiers dossiers, Processes processes, Terms terms,
                  CurrentActor currentActor) {
        this.claims = claims;
        this.sessions = sessions;
        this.payables = payables;
        this.budgets = budgets;
        this.dossiers = dossiers;
        this.processes = processes;
        this.terms = terms;
        this.currentActor = currentActor;
    }

    void withdraw(String dossier, LocalDate on, String reason) {
        var claim = claims.get(dossier);
        if (payables.has(dossier)) {
            payables.withdraw(dossier, reason);
        }
        budgets.of(claim.enterpriseNumber(), claim.year()).map(standing -> standing.committed(dossier)).filter(apart -> apart.compareTo(BigDecimal.ZERO) > 0)
                .ifPresent(apart -> budgets.release(claim.enterpriseNumber(), claim.year(), dossier, reason));
        sessions.release(dossier, reason, currentActor.get());
        if (dossiers.get(dossier).closedOn() == null) {
            processes.end(dossier, reason);
            terms.stopAll(dossier, on);
            dossiers.close(dossier, NOTHING_LEFT, on);
        }
    }
}
