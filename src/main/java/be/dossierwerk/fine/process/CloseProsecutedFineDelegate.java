package be.dossierwerk.fine.process;

import be.dossierwerk.fine.FollowFine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** ServiceTask_StrafvervolgingVaststellen. */
@Component
class CloseProsecutedFineDelegate implements JavaDelegate {

    private final FollowFine useCase;

    CloseProsecutedFineDelegate(FollowFine useCase) {
        this.useCase = useCase;
    }

    @Override
    public void execute(DelegateExecution execution) {
        useCase.closeProsecuted(execution.getProcessBusinessKey());
    }
}
