package be.dossierwerk.procedurechange.process;

import be.dossierwerk.procedurechange.CloseChange;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** ServiceTask_OntwerpAfsluiten and ServiceTask_WijzigingAfsluiten. */
@Component
class CloseChangeDelegate implements JavaDelegate {

    private final CloseChange useCase;

    CloseChangeDelegate(CloseChange useCase) {
        this.useCase = useCase;
    }

    @Override
    public void execute(DelegateExecution execution) {
        useCase.close(execution.getProcessBusinessKey());
    }
}
