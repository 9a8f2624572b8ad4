package be.dossierwerk.procedurechange.process;

import be.dossierwerk.engine.OnlyIn;
import be.dossierwerk.procedurechange.CloseChange;
import be.dossierwerk.procedurechange.ProcedureChangeModel;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** ServiceTask_OntwerpAfsluiten and ServiceTask_WijzigingAfsluiten. */
@Component
@OnlyIn(ProcedureChangeModel.PROCESS)
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
