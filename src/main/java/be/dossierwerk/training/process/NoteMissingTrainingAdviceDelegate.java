package be.dossierwerk.training.process;

import be.dossierwerk.training.NoteMissingTrainingAdvice;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** ServiceTask_GeenAdviesNoteren. */
@Component
class NoteMissingTrainingAdviceDelegate implements JavaDelegate {

    private final NoteMissingTrainingAdvice useCase;

    NoteMissingTrainingAdviceDelegate(NoteMissingTrainingAdvice useCase) {
        this.useCase = useCase;
    }

    @Override
    public void execute(DelegateExecution execution) {
        useCase.note(execution.getProcessBusinessKey());
    }
}
