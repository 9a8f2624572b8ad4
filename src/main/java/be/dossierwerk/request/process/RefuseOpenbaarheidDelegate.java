package be.dossierwerk.request.process;

import be.dossierwerk.request.RefuseOpenbaarheid;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** ServiceTask_NietOntvankelijkVerklaren and ServiceTask_ZonderVerduidelijkingAfsluiten. */
@Component
class RefuseOpenbaarheidDelegate implements JavaDelegate {

    private final RefuseOpenbaarheid useCase;

    RefuseOpenbaarheidDelegate(RefuseOpenbaarheid useCase) {
        this.useCase = useCase;
    }

    @Override
    public void execute(DelegateExecution execution) {
        useCase.refuse(execution.getProcessBusinessKey());
    }
}
