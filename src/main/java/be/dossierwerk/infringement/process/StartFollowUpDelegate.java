package be.dossierwerk.infringement.process;

import be.dossierwerk.infringement.EndInfringement;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Lets the diagram call {@link EndInfringement#startFollowUp}. */
@Component
class StartFollowUpDelegate implements JavaDelegate {

    private final EndInfringement endInfringement;

    StartFollowUpDelegate(EndInfringement endInfringement) {
        this.endInfringement = endInfringement;
    }

    @Override
    public void execute(DelegateExecution execution) {
        endInfringement.startFollowUp(execution.getProcessBusinessKey());
    }
}
