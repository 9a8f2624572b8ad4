package be.dossierwerk.reimbursement;

import be.dossierwerk.payment.PayableHold;
import java.util.Collection;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the bank sent back is not paid again before somebody found out which account is right. */
@Component
class AccountInDoubt implements PayableHold {

    private final ReimbursementClaims claims;

    AccountInDoubt(ReimbursementClaims claims) {
        this.claims = claims;
    }

    @Override
    public Set<String> held(Collection<String> dossiers) {
        return claims.returned(dossiers);
    }
}
