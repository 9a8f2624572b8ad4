package be.dossierwerk.deposit;

import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows how a deposit would be divided, before a person decides (procedures.md D6). */
@Service
public class ProposeSettlement {

    private final CurrentActor currentActor;
    private final Deposits deposits;

    ProposeSettlement(CurrentActor currentActor, Deposits deposits) {
        this.currentActor = currentActor;
        this.deposits = deposits;
    }

    /** @throws be.dossierwerk.shared.Refused security.role-missing; deposit.unknown, deposit.settled, deposit.debt, deposit.no-destination */
    @Transactional
    public Settlement propose(String dossier, DepositEnd end, Debts debts) {
        currentActor.require(Roles.HANDLER, Roles.LAWYER, Roles.TEAM_LEAD, Roles.FINANCE);
        return deposits.proposal(dossier, end, debts);
    }
}
