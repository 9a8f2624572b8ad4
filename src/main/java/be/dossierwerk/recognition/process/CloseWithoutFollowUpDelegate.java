package be.dossierwerk.recognition.process;

import be.dossierwerk.recognition.EndProcedure;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** ServiceTask_ZonderGevolgAfsluiten. */
@Component
class CloseWithoutFollowUpDelegate implements JavaDelegate {

    private final EndProcedure useCase;

    CloseWithoutFollowUpDelegate(EndProcedure useCase) {
        this.useCase = useCase;
    }

    @Override
    public void execute(DelegateExecution execution) {
        useCase.closeWithoutFollowUp(execution.getProcessBusinessKey());
    }
}
