package be.dossierwerk.casework.process;

import be.dossierwerk.casework.Hearing;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** ServiceTask_VoornemenMeedelen. */
@Component
class AnnounceIntentionDelegate implements JavaDelegate {

    private final Hearing useCase;

    AnnounceIntentionDelegate(Hearing useCase) {
        this.useCase = useCase;
    }

    @Override
    public void execute(DelegateExecution execution) {
        useCase.announce(execution.getProcessBusinessKey());
    }
}
