package be.dossierwerk.casework.process;

import be.dossierwerk.casework.MissingItems;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** ServiceTask_HerinneringSturen. */
@Component
class SendReminderDelegate implements JavaDelegate {

    private final MissingItems useCase;

    SendReminderDelegate(MissingItems useCase) {
        this.useCase = useCase;
    }

    @Override
    public void execute(DelegateExecution execution) {
        useCase.remind(execution.getProcessBusinessKey());
    }
}
