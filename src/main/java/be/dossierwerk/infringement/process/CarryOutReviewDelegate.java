package be.dossierwerk.infringement.process;

import be.dossierwerk.infringement.DecideReview;
import be.dossierwerk.infringement.InfringementModel;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Lets the diagram call {@link DecideReview#carryOut}. */
@Component
class CarryOutReviewDelegate implements JavaDelegate {

    private final DecideReview decideReview;

    CarryOutReviewDelegate(DecideReview decideReview) {
        this.decideReview = decideReview;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariables(InfringementModel.RETENTION_STAYS.with(decideReview.carryOut(execution.getProcessBusinessKey())));
    }
}
