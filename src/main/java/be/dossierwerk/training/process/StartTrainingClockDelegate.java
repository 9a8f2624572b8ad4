package be.dossierwerk.training.process;

import be.dossierwerk.training.StartTrainingClock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** ServiceTask_TermijnenStarten. */
@Component
class StartTrainingClockDelegate implements JavaDelegate {

    private final StartTrainingClock useCase;

    StartTrainingClockDelegate(StartTrainingClock useCase) {
        this.useCase = useCase;
    }

    @Override
    public void execute(DelegateExecution execution) {
        useCase.start(execution.getProcessBusinessKey());
    }
}
