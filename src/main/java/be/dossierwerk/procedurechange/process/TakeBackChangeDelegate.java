package be.dossierwerk.procedurechange.process;

import be.dossierwerk.engine.OnlyIn;
import be.dossierwerk.procedurechange.ProcedureChangeModel;
import be.dossierwerk.procedurechange.TakeBackChange;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** ServiceTask_BeoordelingTerugnemen. */
@Component
@OnlyIn(ProcedureChangeModel.PROCESS)
class TakeBackChangeDelegate implements JavaDelegate {

    private final TakeBackChange useCase;

    TakeBackChangeDelegate(TakeBackChange useCase) {
        this.useCase = useCase;
    }

    @Override
    public void execute(DelegateExecution execution) {
        useCase.takeBack(execution.getProcessBusinessKey());
        ProcedureChangeModel.APPROVED.set(execution, false);
    }
}
