package be.dossierwerk.reimbursement.process;

import be.dossierwerk.reimbursement.WarnOfPayment;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** ServiceTask_LateBetalingMelden. */
@Component
class WarnOfPaymentDelegate implements JavaDelegate {

    private final WarnOfPayment useCase;

    WarnOfPaymentDelegate(WarnOfPayment useCase) {
        this.useCase = useCase;
    }

    @Override
    public void execute(DelegateExecution execution) {
        useCase.warn(execution.getProcessBusinessKey());
    }
}
