package be.dossierwerk.appeal.process;

import be.dossierwerk.appeal.ReopenContestedProcedure;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Lets the diagram call {@link ReopenContestedProcedure#reopen}. */
@Component
class ReopenContestedProcedureDelegate implements JavaDelegate {

    private final ReopenContestedProcedure reopenContestedProcedure;

    ReopenContestedProcedureDelegate(ReopenContestedProcedure reopenContestedProcedure) {
        this.reopenContestedProcedure = reopenContestedProcedure;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reopenContestedProcedure.reopen(execution.getProcessBusinessKey());
    }
}
