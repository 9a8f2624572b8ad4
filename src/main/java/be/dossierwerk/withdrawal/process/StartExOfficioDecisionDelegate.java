package be.dossierwerk.withdrawal.process;

import be.dossierwerk.withdrawal.ExOfficioSteps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** ServiceTask_BeslissingstermijnStarten. */
@Component
class StartExOfficioDecisionDelegate implements JavaDelegate {

    private final ExOfficioSteps steps;

    StartExOfficioDecisionDelegate(ExOfficioSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        steps.startDecisionTerm(execution.getProcessBusinessKey());
    }
}
