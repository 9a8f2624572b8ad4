package be.dossierwerk.recognition.process;

import be.dossierwerk.recognition.ProposeConditions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** ServiceTask_VoorwaardenVoorstellen. */
@Component
class ProposeConditionsDelegate implements JavaDelegate {

    private final ProposeConditions useCase;

    ProposeConditionsDelegate(ProposeConditions useCase) {
        this.useCase = useCase;
    }

    @Override
    public void execute(DelegateExecution execution) {
        useCase.propose(execution.getProcessBusinessKey());
    }
}
