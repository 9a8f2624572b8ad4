package be.dossierwerk.reimbursement;

import be.dossierwerk.shared.Refused;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Checks a claim and computes what it is worth, with the parameters of each day; writes nothing. Asks no role: the use case that calls it already did. */
@Service
public class ComputeClaim {

    private final ReimbursementParameters parameters;

    ComputeClaim(ReimbursementParameters parameters) {
        this.parameters = parameters;
    }

    /**
     * @param balance what is left of the budget of the year, in euro
     * @throws Refused reimbursement.claim-wrong with every wrong field; reimbursement.parameter-missing, reimbursement.trainer
     */
    @Transactional(readOnly = true)
    public ClaimAmount compute(Claim claim, BigDecimal balance) {
        List<Refused.Field> wrong = ClaimCheck.of(claim, parameters.amounts(), parameters::vatRates);
        if (!wrong.isEmpty()) {
            throw new Refused("reimbursement.claim-wrong", wrong, wrong.size());
        }
        return ClaimAmount.of(claim.sessions(), parameters.amounts(), balance);
    }
}
