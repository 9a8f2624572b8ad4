package be.dossierwerk.recovery.process;

import be.dossierwerk.recovery.CalculateLines;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** ServiceTask_Berekening, ServiceTask_BerekeningNaVerweer. */
@Component
class CalculateRecoveryDelegate implements JavaDelegate {

    private final CalculateLines useCase;

    CalculateRecoveryDelegate(CalculateLines useCase) {
        this.useCase = useCase;
    }

    @Override
    public void execute(DelegateExecution execution) {
        useCase.calculate(execution.getProcessBusinessKey());
    }
}
