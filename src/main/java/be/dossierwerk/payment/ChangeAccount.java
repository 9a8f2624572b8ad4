package be.dossierwerk.payment;

import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who knows the file gives another account for a payment; bookkeeping does not, because it prepares the runs. */
@Service
public class ChangeAccount {

    private final Payables payables;
    private final CurrentActor currentActor;

    ChangeAccount(Payables payables, CurrentActor currentActor) {
        this.payables = payables;
        this.currentActor = currentActor;
    }

    /** @throws be.dossierwerk.shared.Refused as {@link Payables#changeAccount} */
    @Transactional
    public void change(String dossier, String beneficiary, String iban, String reason) {
        currentActor.require(Roles.HANDLER, Roles.FUND_SECRETARIAT, Roles.TEAM_LEAD);
        payables.changeAccount(dossier, beneficiary, iban, reason);
    }
}
