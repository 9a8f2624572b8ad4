package be.dossierwerk.deposit;

import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The lawyer or team lead frees a blocked deposit without paying it out. */
@Service
public class UnblockDeposit {

    private final CurrentActor currentActor;
    private final Deposits deposits;

    UnblockDeposit(CurrentActor currentActor, Deposits deposits) {
        this.currentActor = currentActor;
        this.deposits = deposits;
    }

    /** @throws be.dossierwerk.shared.Refused security.role-missing; deposit.unknown, deposit.reason, deposit.empty, deposit.not-blocked */
    @Transactional
    public void unblock(String dossier, String ground, String reason) {
        currentActor.require(Roles.LAWYER, Roles.TEAM_LEAD);
        deposits.block(dossier, false, ground, reason);
    }
}
