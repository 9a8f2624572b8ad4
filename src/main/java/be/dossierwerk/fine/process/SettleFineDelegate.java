package be.dossierwerk.fine.process;

import be.dossierwerk.fine.FineModel;
import be.dossierwerk.fine.FollowFine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** ServiceTask_BetalingVaststellen. */
@Component
class SettleFineDelegate implements JavaDelegate {

    private final FollowFine useCase;

    SettleFineDelegate(FollowFine useCase) {
        this.useCase = useCase;
    }

    @Override
    public void execute(DelegateExecution execution) {
        useCase.settle(execution.getProcessBusinessKey());
        execution.setVariables(FineModel.SETTLED.with(true));
    }
}
