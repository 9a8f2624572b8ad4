package be.dossierwerk.request.process;

import be.dossierwerk.request.TellDelay;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** ServiceTask_VertragingMelden. */
@Component
class TellDelayDelegate implements JavaDelegate {

    private final TellDelay useCase;

    TellDelayDelegate(TellDelay useCase) {
        this.useCase = useCase;
    }

    @Override
    public void execute(DelegateExecution execution) {
        useCase.tell(execution.getProcessBusinessKey());
    }
}
