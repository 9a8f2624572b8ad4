package be.dossierwerk.fine.process;

import be.dossierwerk.fine.FollowFine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** ServiceTask_PlanBevestigen. */
@Component
class ConfirmFinePlanDelegate implements JavaDelegate {

    private final FollowFine useCase;

    ConfirmFinePlanDelegate(FollowFine useCase) {
        this.useCase = useCase;
    }

    @Override
    public void execute(DelegateExecution execution) {
        useCase.confirmPlan(execution.getProcessBusinessKey());
    }
}
