package be.dossierwerk.infringement.process;

import be.dossierwerk.infringement.Retentions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Lets the diagram call {@link Retentions#impose}. */
@Component
class ImposeRetentionDelegate implements JavaDelegate {

    private final Retentions retentions;

    ImposeRetentionDelegate(Retentions retentions) {
        this.retentions = retentions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        retentions.impose(execution.getProcessBusinessKey());
    }
}
