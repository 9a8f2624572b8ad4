package be.dossierwerk.fine.process;

import be.dossierwerk.fine.FollowFine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** ServiceTask_AlsBetaaldSluiten and ServiceTask_NaUitspraakSluiten. */
@Component
class ClosePaidFineDelegate implements JavaDelegate {

    private final FollowFine useCase;

    ClosePaidFineDelegate(FollowFine useCase) {
        this.useCase = useCase;
    }

    @Override
    public void execute(DelegateExecution execution) {
        useCase.closePaid(execution.getProcessBusinessKey());
    }
}
