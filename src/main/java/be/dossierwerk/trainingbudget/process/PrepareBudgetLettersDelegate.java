package be.dossierwerk.trainingbudget.process;

import be.dossierwerk.trainingbudget.PrepareBudgetLetters;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** ServiceTask_BudgetbrievenKlaarzetten. */
@Component
class PrepareBudgetLettersDelegate implements JavaDelegate {

    private final PrepareBudgetLetters useCase;

    PrepareBudgetLettersDelegate(PrepareBudgetLetters useCase) {
        this.useCase = useCase;
    }

    @Override
    public void execute(DelegateExecution execution) {
        useCase.prepare(execution.getProcessBusinessKey());
    }
}
