package be.dossierwerk.trainingbudget;

import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The bookkeeper undoes a movement on a training budget that was wrong; both stay visible. */
@Service
public class CounterBudgetMovement {

    private final CurrentActor currentActor;
    private final Budgets budgets;

    CounterBudgetMovement(CurrentActor currentActor, Budgets budgets) {
        this.currentActor = currentActor;
        this.budgets = budgets;
    }

    /** @throws be.dossierwerk.shared.Refused security.role-missing; as {@link Budgets#counter} */
    @Transactional
    public BudgetStanding counter(String enterpriseNumber, int year, long movement, String reason) {
        currentActor.require(Roles.FINANCE);
        return budgets.counter(enterpriseNumber, year, movement, reason);
    }
}
