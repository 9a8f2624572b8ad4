package be.dossierwerk.deposit;

import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The bookkeeper or lawyer takes money of the deposit for a creditor, never more than there is. */
@Service
public class ClaimFromDeposit {

    private final CurrentActor currentActor;
    private final Deposits deposits;

    ClaimFromDeposit(CurrentActor currentActor, Deposits deposits) {
        this.currentActor = currentActor;
        this.deposits = deposits;
    }

    /** @throws be.dossierwerk.shared.Refused security.role-missing; deposit.unknown, deposit.amount, deposit.more-than-balance */
    @Transactional
    public long call(Deposits.Call call) {
        currentActor.require(Roles.FINANCE, Roles.LAWYER);
        return deposits.claim(call, false);
    }
}
