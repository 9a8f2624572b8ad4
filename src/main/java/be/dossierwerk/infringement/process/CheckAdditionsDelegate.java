package be.dossierwerk.infringement.process;

import be.dossierwerk.infringement.CheckAdditions;
import be.dossierwerk.infringement.InfringementModel;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Lets the diagram call {@link CheckAdditions#check}. */
@Component
class CheckAdditionsDelegate implements JavaDelegate {

    private final CheckAdditions checkAdditions;

    CheckAdditionsDelegate(CheckAdditions checkAdditions) {
        this.checkAdditions = checkAdditions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariables(InfringementModel.REPORT_ADDED.with(checkAdditions.check(execution.getProcessBusinessKey())));
    }
}
