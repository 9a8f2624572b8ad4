package be.dossierwerk.infringement.process;

import be.dossierwerk.infringement.EndInfringement;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Lets the diagram call {@link EndInfringement#carryOut}. */
@Component
class CarryOutDecisionDelegate implements JavaDelegate {

    private final EndInfringement endInfringement;

    CarryOutDecisionDelegate(EndInfringement endInfringement) {
        this.endInfringement = endInfringement;
    }

    @Override
    public void execute(DelegateExecution execution) {
        endInfringement.carryOut(execution.getProcessBusinessKey());
    }
}
