package be.dossierwerk.withdrawal.process;

import be.dossierwerk.withdrawal.ExOfficioSteps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** ServiceTask_RegularisatieAfsluiten. */
@Component
class CloseRegularisedDelegate implements JavaDelegate {

    private final ExOfficioSteps steps;

    CloseRegularisedDelegate(ExOfficioSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        steps.closeRegularised(execution.getProcessBusinessKey());
    }
}
