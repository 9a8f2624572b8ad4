package be.dossierwerk.recovery.process;

import be.dossierwerk.recovery.FollowRecovery;
import be.dossierwerk.recovery.RecoveryModel;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** ServiceTask_VereffeningVastleggen. */
@Component
class SettleRecoveryDelegate implements JavaDelegate {

    private final FollowRecovery useCase;

    SettleRecoveryDelegate(FollowRecovery useCase) {
        this.useCase = useCase;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariables(RecoveryModel.WAIVED.with(useCase.settle(execution.getProcessBusinessKey())));
    }
}
