package be.dossierwerk.casework.process;

import be.dossierwerk.casework.RecordAdvice;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** ServiceTask_AdviesNietTijdig. */
@Component
class NoteMissingAdviceDelegate implements JavaDelegate {

    private final RecordAdvice useCase;

    NoteMissingAdviceDelegate(RecordAdvice useCase) {
        this.useCase = useCase;
    }

    @Override
    public void execute(DelegateExecution execution) {
        useCase.noteMissing(execution.getProcessBusinessKey());
        be.dossierwerk.casework.CaseworkModel.ADVICE.set(execution, "GEEN");
    }
}
