package be.dossierwerk.withdrawal.process;

import be.dossierwerk.withdrawal.CloseVoluntaryRequest;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** ServiceTask_DossierAfsluiten. */
@Component
class CloseVoluntaryRequestDelegate implements JavaDelegate {

    private final CloseVoluntaryRequest useCase;

    CloseVoluntaryRequestDelegate(CloseVoluntaryRequest useCase) {
        this.useCase = useCase;
    }

    @Override
    public void execute(DelegateExecution execution) {
        useCase.close(execution.getProcessBusinessKey());
    }
}
