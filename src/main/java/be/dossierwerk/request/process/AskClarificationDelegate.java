package be.dossierwerk.request.process;

import be.dossierwerk.request.AskClarification;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** ServiceTask_VerduidelijkingVragen. */
@Component
class AskClarificationDelegate implements JavaDelegate {

    private final AskClarification useCase;

    AskClarificationDelegate(AskClarification useCase) {
        this.useCase = useCase;
    }

    @Override
    public void execute(DelegateExecution execution) {
        useCase.ask(execution.getProcessBusinessKey());
    }
}
