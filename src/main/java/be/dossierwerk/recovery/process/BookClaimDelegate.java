package be.dossierwerk.recovery.process;

import be.dossierwerk.recovery.FollowRecovery;
import be.dossierwerk.recovery.RecoveryModel;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** ServiceTask_VorderingBoeken. */
@Component
class BookClaimDelegate implements JavaDelegate {

    private final FollowRecovery useCase;

    BookClaimDelegate(FollowRecovery useCase) {
        this.useCase = useCase;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariables(RecoveryModel.PAYABLE.with(useCase.bookClaim(execution.getProcessBusinessKey())));
    }
}
