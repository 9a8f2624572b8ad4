package be.dossierwerk.appeal.process;

import be.dossierwerk.appeal.RefuseHeroverweging;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** ServiceTask_NietOntvankelijkMeedelen. */
@Component
class RefuseHeroverwegingDelegate implements JavaDelegate {

    private final RefuseHeroverweging useCase;

    RefuseHeroverwegingDelegate(RefuseHeroverweging useCase) {
        this.useCase = useCase;
    }

    @Override
    public void execute(DelegateExecution execution) {
        useCase.refuse(execution.getProcessBusinessKey());
    }
}
