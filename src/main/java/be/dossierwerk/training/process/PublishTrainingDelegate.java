package be.dossierwerk.training.process;

import be.dossierwerk.training.PublishTraining;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** ServiceTask_OpleidingBekendmaken. */
@Component
class PublishTrainingDelegate implements JavaDelegate {

    private final PublishTraining useCase;

    PublishTrainingDelegate(PublishTraining useCase) {
        this.useCase = useCase;
    }

    @Override
    public void execute(DelegateExecution execution) {
        useCase.publish(execution.getProcessBusinessKey());
    }
}
