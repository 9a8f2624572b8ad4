package be.dossierwerk.recovery.process;

import be.dossierwerk.recovery.FollowRecovery;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** ServiceTask_PlanBevestigen. */
@Component
class ConfirmPlanDelegate implements JavaDelegate {

    private final FollowRecovery useCase;

    ConfirmPlanDelegate(FollowRecovery useCase) {
        this.useCase = useCase;
    }

    @Override
    public void execute(DelegateExecution execution) {
        useCase.confirmPlan(execution.getProcessBusinessKey());
    }
}
