package be.dossierwerk.reimbursement;

import be.dossierwerk.payment.PayableHold;
import be.dossierwerk.reimbursement.ReimbursementClaims.Filed;
import org.springframework.stereotype.Component;

/** What the bank sent back is not paid again before somebody found out which account is right. */
@Component
class AccountInDoubt implements PayableHold {

    private final ReimbursementClaims claims;

    AccountInDoubt(ReimbursementClaims claims) {
        this.claims = claims;
    }

    @Override
    public boolean holds(String dossier) {
        return claims.find(dossier).map(Filed::returnedBecause).isPresent();
    }
}
