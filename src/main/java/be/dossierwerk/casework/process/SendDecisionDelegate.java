package be.dossierwerk.casework.process;

import be.dossierwerk.casework.NotifyBesluit;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** ServiceTask_BeslissingVerzenden; its own transaction, because a letter leaves. */
@Component
class SendDecisionDelegate implements JavaDelegate {

    private final NotifyBesluit useCase;

    SendDecisionDelegate(NotifyBesluit useCase) {
        this.useCase = useCase;
    }

    @Override
    public void execute(DelegateExecution execution) {
        be.dossierwerk.casework.CaseworkModel.CHANNEL.set(execution, useCase.dispatch(execution.getProcessBusinessKey()));
    }
}
