package be.dossierwerk.infringement.process;

import be.dossierwerk.infringement.EndInfringement;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Lets the diagram call {@link EndInfringement#record}. */
@Component
class RecordOutcomeDelegate implements JavaDelegate {

    private final EndInfringement endInfringement;

    RecordOutcomeDelegate(EndInfringement endInfringement) {
        this.endInfringement = endInfringement;
    }

    @Override
    public void execute(DelegateExecution execution) {
        endInfringement.record(execution.getProcessBusinessKey());
    }
}
