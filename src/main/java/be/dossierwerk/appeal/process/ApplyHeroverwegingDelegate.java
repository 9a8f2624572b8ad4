package be.dossierwerk.appeal.process;

import be.dossierwerk.appeal.ApplyHeroverweging;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** ServiceTask_UitkomstUitvoeren. */
@Component
class ApplyHeroverwegingDelegate implements JavaDelegate {

    private final ApplyHeroverweging useCase;

    ApplyHeroverwegingDelegate(ApplyHeroverweging useCase) {
        this.useCase = useCase;
    }

    @Override
    public void execute(DelegateExecution execution) {
        useCase.apply(execution.getProcessBusinessKey());
    }
}
