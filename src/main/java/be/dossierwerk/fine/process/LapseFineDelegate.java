package be.dossierwerk.fine.process;

import be.dossierwerk.fine.FollowFine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** ServiceTask_TermijnVerstreken. */
@Component
class LapseFineDelegate implements JavaDelegate {

    private final FollowFine useCase;

    LapseFineDelegate(FollowFine useCase) {
        this.useCase = useCase;
    }

    @Override
    public void execute(DelegateExecution execution) {
        useCase.lapse(execution.getProcessBusinessKey());
    }
}
