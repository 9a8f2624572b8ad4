package be.dossierwerk.reimbursement.process;

import be.dossierwerk.reimbursement.CloseClaim;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** ServiceTask_BetalingAfsluiten. */
@Component
class CloseClaimDelegate implements JavaDelegate {

    private final CloseClaim useCase;

    CloseClaimDelegate(CloseClaim useCase) {
        this.useCase = useCase;
    }

    @Override
    public void execute(DelegateExecution execution) {
        useCase.close(execution.getProcessBusinessKey());
    }
}
