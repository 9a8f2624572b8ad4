package be.dossierwerk.request.process;

import be.dossierwerk.request.SendAnswer;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** ServiceTask_AntwoordVersturen. */
@Component
class SendAnswerDelegate implements JavaDelegate {

    private final SendAnswer useCase;

    SendAnswerDelegate(SendAnswer useCase) {
        this.useCase = useCase;
    }

    @Override
    public void execute(DelegateExecution execution) {
        useCase.send(execution.getProcessBusinessKey());
    }
}
