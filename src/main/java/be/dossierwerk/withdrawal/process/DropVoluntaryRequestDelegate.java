package be.dossierwerk.withdrawal.process;

import be.dossierwerk.withdrawal.DropVoluntaryRequest;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** ServiceTask_VerzoekIngetrokkenVastleggen. */
@Component
class DropVoluntaryRequestDelegate implements JavaDelegate {

    private final DropVoluntaryRequest useCase;

    DropVoluntaryRequestDelegate(DropVoluntaryRequest useCase) {
        this.useCase = useCase;
    }

    @Override
    public void execute(DelegateExecution execution) {
        useCase.close(execution.getProcessBusinessKey());
    }
}
