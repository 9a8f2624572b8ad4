package be.dossierwerk.recognition.process;

import be.dossierwerk.recognition.GiveFormalNotice;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** ServiceTask_StilzwijgenVaststellen. */
@Component
class NoteSilenceDelegate implements JavaDelegate {

    private final GiveFormalNotice useCase;

    NoteSilenceDelegate(GiveFormalNotice useCase) {
        this.useCase = useCase;
    }

    @Override
    public void execute(DelegateExecution execution) {
        useCase.noteSilence(execution.getProcessBusinessKey());
    }
}
