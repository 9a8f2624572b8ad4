package be.dossierwerk.appeal.process;

import be.dossierwerk.appeal.DropHeroverweging;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** ServiceTask_VerzoekIngetrokkenVastleggen. */
@Component
class DropHeroverwegingDelegate implements JavaDelegate {

    private final DropHeroverweging useCase;

    DropHeroverwegingDelegate(DropHeroverweging useCase) {
        this.useCase = useCase;
    }

    @Override
    public void execute(DelegateExecution execution) {
        useCase.close(execution.getProcessBusinessKey());
    }
}
