package be.dossierwerk.request.process;

import be.dossierwerk.request.RefuseKlacht;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** ServiceTask_NietOntvankelijkMelden. */
@Component
class RefuseKlachtDelegate implements JavaDelegate {

    private final RefuseKlacht useCase;

    RefuseKlachtDelegate(RefuseKlacht useCase) {
        this.useCase = useCase;
    }

    @Override
    public void execute(DelegateExecution execution) {
        useCase.refuse(execution.getProcessBusinessKey());
    }
}
