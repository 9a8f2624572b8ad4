package be.dossierwerk.casework.process;

import be.dossierwerk.casework.AcknowledgeReceipt;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** ServiceTask_OntvangstBevestigen. */
@Component
class AcknowledgeReceiptDelegate implements JavaDelegate {

    private final AcknowledgeReceipt useCase;

    AcknowledgeReceiptDelegate(AcknowledgeReceipt useCase) {
        this.useCase = useCase;
    }

    @Override
    public void execute(DelegateExecution execution) {
        useCase.acknowledge(execution.getProcessBusinessKey());
    }
}
