package be.dossierwerk.deposit;

import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The bookkeeper or handler records that the deposit was paid in; the account opens and is blocked (C11). */
@Service
public class PayDeposit {

    private final CurrentActor currentActor;
    private final Deposits deposits;

    PayDeposit(CurrentActor currentActor, Deposits deposits) {
        this.currentActor = currentActor;
        this.deposits = deposits;
    }

    /** @throws be.dossierwerk.shared.Refused security.role-missing; deposit.amount, deposit.future, deposit.settled, deposit.below-zero */
    @Transactional
    public DepositStanding pay(Deposits.Payment payment) {
        currentActor.require(Roles.FINANCE, Roles.HANDLER);
        return deposits.received(payment);
    }
}
