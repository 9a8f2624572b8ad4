package be.dossierwerk.reimbursement.process;

import be.dossierwerk.reimbursement.ReopenClaim;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** ServiceTask_DossierHeropenen. */
@Component
class ReopenClaimDelegate implements JavaDelegate {

    private final ReopenClaim useCase;

    ReopenClaimDelegate(ReopenClaim useCase) {
        this.useCase = useCase;
    }

    @Override
    public void execute(DelegateExecution execution) {
        useCase.reopen(execution.getProcessBusinessKey());
    }
}
