package be.dossierwerk.recognition.process;

import be.dossierwerk.recognition.StartClock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** ServiceTask_KlokStarten. */
@Component
class StartClockDelegate implements JavaDelegate {

    private final StartClock useCase;

    StartClockDelegate(StartClock useCase) {
        this.useCase = useCase;
    }

    @Override
    public void execute(DelegateExecution execution) {
        useCase.start(execution.getProcessBusinessKey());
    }
}
