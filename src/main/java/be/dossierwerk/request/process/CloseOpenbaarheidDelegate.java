package be.dossierwerk.request.process;

import be.dossierwerk.request.CloseOpenbaarheid;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** ServiceTask_DossierAfsluiten. */
@Component
class CloseOpenbaarheidDelegate implements JavaDelegate {

    private final CloseOpenbaarheid useCase;

    CloseOpenbaarheidDelegate(CloseOpenbaarheid useCase) {
        this.useCase = useCase;
    }

    @Override
    public void execute(DelegateExecution execution) {
        useCase.close(execution.getProcessBusinessKey());
    }
}
