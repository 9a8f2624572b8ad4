package be.dossierwerk.deposit;

import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The bookkeeper records that the undertaking filled its deposit up again after a call; in euro. */
@Service
public class ReplenishDeposit {

    private final CurrentActor currentActor;
    private final Deposits deposits;

    ReplenishDeposit(CurrentActor currentActor, Deposits deposits) {
        this.currentActor = currentActor;
        this.deposits = deposits;
    }

    /** @throws be.dossierwerk.shared.Refused security.role-missing; deposit.unknown, deposit.amount, deposit.future, deposit.settled */
    @Transactional
    public void replenish(String dossier, BigDecimal amount, LocalDate paidOn, String reference) {
        currentActor.require(Roles.FINANCE);
        deposits.replenish(dossier, amount, paidOn, reference);
    }
}
