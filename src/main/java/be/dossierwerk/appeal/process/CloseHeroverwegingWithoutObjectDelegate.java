package be.dossierwerk.appeal.process;

import be.dossierwerk.appeal.EndHeroverwegingWithoutObject;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** ServiceTask_ZonderVoorwerpAfsluiten. */
@Component
class CloseHeroverwegingWithoutObjectDelegate implements JavaDelegate {

    private final EndHeroverwegingWithoutObject useCase;

    CloseHeroverwegingWithoutObjectDelegate(EndHeroverwegingWithoutObject useCase) {
        this.useCase = useCase;
    }

    @Override
    public void execute(DelegateExecution execution) {
        useCase.close(execution.getProcessBusinessKey());
    }
}
