package be.dossierwerk.deposit;

import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The bookkeeper or lawyer undoes a movement by a counter-entry with a reason; both stay visible. */
@Service
public class CounterMovement {

    private final CurrentActor currentActor;
    private final Deposits deposits;

    CounterMovement(CurrentActor currentActor, Deposits deposits) {
        this.currentActor = currentActor;
        this.deposits = deposits;
    }

    /** @throws be.dossierwerk.shared.Refused security.role-missing; deposit.reason, deposit.movement-unknown, deposit.countered, deposit.linked, deposit.counter-of-counter, deposit.below-zero */
    @Transactional
    public long counter(String dossier, long movement, String authority, String reason) {
        currentActor.require(Roles.FINANCE, Roles.LAWYER);
        return deposits.counterByHand(dossier, movement, authority, reason);
    }
}
