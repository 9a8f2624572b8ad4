package be.dossierwerk.appeal.process;

import be.dossierwerk.appeal.CarryOutRuling;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Lets the diagram call {@link CarryOutRuling#close}. */
@Component
class CloseAnnulledAppealDelegate implements JavaDelegate {

    private final CarryOutRuling carryOutRuling;

    CloseAnnulledAppealDelegate(CarryOutRuling carryOutRuling) {
        this.carryOutRuling = carryOutRuling;
    }

    @Override
    public void execute(DelegateExecution execution) {
        carryOutRuling.close(execution.getProcessBusinessKey());
    }
}
