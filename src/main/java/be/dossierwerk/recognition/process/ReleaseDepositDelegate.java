package be.dossierwerk.recognition.process;

import be.dossierwerk.recognition.EndProcedure;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** ServiceTask_WaarborgVrijgeven. */
@Component
class ReleaseDepositDelegate implements JavaDelegate {

    private final EndProcedure useCase;

    ReleaseDepositDelegate(EndProcedure useCase) {
        this.useCase = useCase;
    }

    @Override
    public void execute(DelegateExecution execution) {
        useCase.refuse(execution.getProcessBusinessKey());
    }
}
