package be.dossierwerk.casework.process;

import be.dossierwerk.casework.PrepareDecision;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** ServiceTask_DocumentKlaarzetten. */
@Component
class PrepareDecisionDelegate implements JavaDelegate {

    private final PrepareDecision useCase;

    PrepareDecisionDelegate(PrepareDecision useCase) {
        this.useCase = useCase;
    }

    @Override
    public void execute(DelegateExecution execution) {
        useCase.prepare(execution.getProcessBusinessKey());
    }
}
