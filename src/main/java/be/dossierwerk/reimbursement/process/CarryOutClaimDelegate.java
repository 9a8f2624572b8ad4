package be.dossierwerk.reimbursement.process;

import be.dossierwerk.reimbursement.CarryOutClaim;
import be.dossierwerk.reimbursement.ReimbursementModel;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** ServiceTask_BeslissingUitvoeren. */
@Component
class CarryOutClaimDelegate implements JavaDelegate {

    private final CarryOutClaim useCase;

    CarryOutClaimDelegate(CarryOutClaim useCase) {
        this.useCase = useCase;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariables(ReimbursementModel.GRANTED.with(useCase.carryOut(execution.getProcessBusinessKey())));
    }
}
