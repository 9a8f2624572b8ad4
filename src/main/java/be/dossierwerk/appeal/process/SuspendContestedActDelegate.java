package be.dossierwerk.appeal.process;

import be.dossierwerk.appeal.CarryOutRuling;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Lets the diagram call {@link CarryOutRuling#suspend}. */
@Component
class SuspendContestedActDelegate implements JavaDelegate {

    private final CarryOutRuling carryOutRuling;

    SuspendContestedActDelegate(CarryOutRuling carryOutRuling) {
        this.carryOutRuling = carryOutRuling;
    }

    @Override
    public void execute(DelegateExecution execution) {
        carryOutRuling.suspend(execution.getProcessBusinessKey());
    }
}
