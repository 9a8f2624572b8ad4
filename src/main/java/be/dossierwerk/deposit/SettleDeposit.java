package be.dossierwerk.deposit;

import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The bookkeeper or team lead divides the deposit: debts first, the rest as the table says (procedures.md D6).
 * What goes to the department pays its open recoveries, oldest first, and stands in their ledger too.
 */
@Service
public class SettleDeposit {

    private final CurrentActor currentActor;
    private final Deposits deposits;

    SettleDeposit(CurrentActor currentActor, Deposits deposits) {
        this.currentActor = currentActor;
        this.deposits = deposits;
    }

    /** @throws be.dossierwerk.shared.Refused security.role-missing; deposit.unknown, deposit.settled, deposit.debt, deposit.no-destination */
    @Transactional
    public Settlement settle(String dossier, DepositEnd end, Debts debts, String authority, String reason) {
        currentActor.require(Roles.FINANCE, Roles.TEAM_LEAD);
        return deposits.release(dossier, end, debts, authority, reason);
    }
}
