package be.dossierwerk.trainingbudget.process;

import be.dossierwerk.trainingbudget.CloseBudgetYear;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** ServiceTask_VerdelingAfsluiten. */
@Component
class CloseBudgetYearDelegate implements JavaDelegate {

    private final CloseBudgetYear useCase;

    CloseBudgetYearDelegate(CloseBudgetYear useCase) {
        this.useCase = useCase;
    }

    @Override
    public void execute(DelegateExecution execution) {
        useCase.close(execution.getProcessBusinessKey());
    }
}
