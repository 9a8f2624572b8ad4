package be.dossierwerk.appeal.process;

import be.dossierwerk.appeal.BeroepRvSModel;
import be.dossierwerk.appeal.CarryOutRuling;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Lets the diagram call {@link CarryOutRuling#annul}. */
@Component
class AnnulContestedActDelegate implements JavaDelegate {

    private final CarryOutRuling carryOutRuling;

    AnnulContestedActDelegate(CarryOutRuling carryOutRuling) {
        this.carryOutRuling = carryOutRuling;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariables(BeroepRvSModel.RESTARTS.with(carryOutRuling.annul(execution.getProcessBusinessKey())));
    }
}
