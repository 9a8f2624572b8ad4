package be.dossierwerk.training.process;

import be.dossierwerk.training.SendNegativeAdvice;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** ServiceTask_NegatiefAdviesMeedelen. */
@Component
class SendNegativeAdviceDelegate implements JavaDelegate {

    private final SendNegativeAdvice useCase;

    SendNegativeAdviceDelegate(SendNegativeAdvice useCase) {
        this.useCase = useCase;
    }

    @Override
    public void execute(DelegateExecution execution) {
        useCase.send(execution.getProcessBusinessKey());
    }
}
