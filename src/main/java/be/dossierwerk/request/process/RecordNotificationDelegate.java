package be.dossierwerk.request.process;

import be.dossierwerk.request.RecordNotification;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** ServiceTask_BeroepstermijnStarten. */
@Component
class RecordNotificationDelegate implements JavaDelegate {

    private final RecordNotification useCase;

    RecordNotificationDelegate(RecordNotification useCase) {
        this.useCase = useCase;
    }

    @Override
    public void execute(DelegateExecution execution) {
        useCase.record(execution.getProcessBusinessKey());
    }
}
