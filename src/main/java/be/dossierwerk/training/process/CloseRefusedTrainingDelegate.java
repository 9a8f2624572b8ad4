package be.dossierwerk.training.process;

import be.dossierwerk.training.CloseRefusedTraining;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** ServiceTask_WeigeringVastleggen. */
@Component
class CloseRefusedTrainingDelegate implements JavaDelegate {

    private final CloseRefusedTraining useCase;

    CloseRefusedTrainingDelegate(CloseRefusedTraining useCase) {
        this.useCase = useCase;
    }

    @Override
    public void execute(DelegateExecution execution) {
        useCase.close(execution.getProcessBusinessKey());
    }
}
