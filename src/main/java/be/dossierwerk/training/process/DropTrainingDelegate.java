package be.dossierwerk.training.process;

import be.dossierwerk.training.CloseDroppedTraining;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** ServiceTask_IntrekkingVastleggen. */
@Component
class DropTrainingDelegate implements JavaDelegate {

    private final CloseDroppedTraining useCase;

    DropTrainingDelegate(CloseDroppedTraining useCase) {
        this.useCase = useCase;
    }

    @Override
    public void execute(DelegateExecution execution) {
        useCase.close(execution.getProcessBusinessKey());
    }
}
