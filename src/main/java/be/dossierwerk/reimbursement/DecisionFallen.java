package be.dossierwerk.reimbursement;

import be.dossierwerk.casework.ContestedDecisions;
import be.dossierwerk.payment.PayableHold;
import java.util.Collection;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What was granted is not paid while its decision stands still or after it fell away (procedures.md 1.10). */
@Component
class DecisionFallen implements PayableHold {

    private final ContestedDecisions decisions;

    DecisionFallen(ContestedDecisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public Set<String> held(Collection<String> dossiers) {
        return decisions.notCounting(dossiers);
    }
}
