package be.dossierwerk.infringement.process;

import be.dossierwerk.infringement.InfringementModel;
import be.dossierwerk.infringement.ProposeSanction;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Lets the diagram call {@link ProposeSanction#propose}. */
@Component
class ProposeSanctionDelegate implements JavaDelegate {

    private final ProposeSanction proposeSanction;

    ProposeSanctionDelegate(ProposeSanction proposeSanction) {
        this.proposeSanction = proposeSanction;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariables(InfringementModel.REVIEW_RUNS.with(proposeSanction.propose(execution.getProcessBusinessKey())));
    }
}
