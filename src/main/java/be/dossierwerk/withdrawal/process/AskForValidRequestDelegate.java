package be.dossierwerk.withdrawal.process;

import be.dossierwerk.withdrawal.AskForValidRequest;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** ServiceTask_GeldigVerzoekVragen. */
@Component
class AskForValidRequestDelegate implements JavaDelegate {

    private final AskForValidRequest useCase;

    AskForValidRequestDelegate(AskForValidRequest useCase) {
        this.useCase = useCase;
    }

    @Override
    public void execute(DelegateExecution execution) {
        useCase.ask(execution.getProcessBusinessKey());
    }
}
