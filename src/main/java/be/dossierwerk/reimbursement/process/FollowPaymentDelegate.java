package be.dossierwerk.reimbursement.process;

import be.dossierwerk.reimbursement.FollowPayment;
import be.dossierwerk.reimbursement.ReimbursementModel;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** ServiceTask_BetalingNagaan. */
@Component
class FollowPaymentDelegate implements JavaDelegate {

    private final FollowPayment useCase;

    FollowPaymentDelegate(FollowPayment useCase) {
        this.useCase = useCase;
    }

    @Override
    public void execute(DelegateExecution execution) {
        FollowPayment.Payment payment = useCase.follow(execution.getProcessBusinessKey());
        execution.setVariables(ReimbursementModel.PAID.with(payment == FollowPayment.Payment.PAID));
        execution.setVariables(ReimbursementModel.RETURNED.with(payment == FollowPayment.Payment.RETURNED));
    }
}
