package be.dossierwerk.deposit;

import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The handler or lawyer blocks a deposit: the undertaking cannot get at it. */
@Service
public class BlockDeposit {

    private final CurrentActor currentActor;
    private final Deposits deposits;

    BlockDeposit(CurrentActor currentActor, Deposits deposits) {
        this.currentActor = currentActor;
        this.deposits = deposits;
    }

    /** @throws be.dossierwerk.shared.Refused security.role-missing; deposit.unknown, deposit.reason, deposit.empty, deposit.blocked */
    @Transactional
    public void block(String dossier, String ground, String reason) {
        currentActor.require(Roles.HANDLER, Roles.LAWYER);
        deposits.block(dossier, true, ground, reason);
    }
}
