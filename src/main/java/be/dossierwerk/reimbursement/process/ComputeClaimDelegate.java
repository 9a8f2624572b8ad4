package be.dossierwerk.reimbursement.process;

import be.dossierwerk.reimbursement.ComputeFiledClaim;
import be.dossierwerk.reimbursement.ReimbursementModel;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** ServiceTask_BedragBerekenen. */
@Component
class ComputeClaimDelegate implements JavaDelegate {

    private final ComputeFiledClaim useCase;

    ComputeClaimDelegate(ComputeFiledClaim useCase) {
        this.useCase = useCase;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariables(ReimbursementModel.COMPUTED.with(useCase.compute(execution.getProcessBusinessKey())));
    }
}
