package be.dossierwerk.request.process;

import be.dossierwerk.request.DropRequest;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** ServiceTask_IntrekkingVastleggen. */
@Component
class DropRequestDelegate implements JavaDelegate {

    private final DropRequest useCase;

    DropRequestDelegate(DropRequest useCase) {
        this.useCase = useCase;
    }

    @Override
    public void execute(DelegateExecution execution) {
        useCase.close(execution.getProcessBusinessKey());
    }
}
