package be.dossierwerk.casework.process;

import be.dossierwerk.casework.MissingItems;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** ServiceTask_AanvullingVragen. */
@Component
class RequestMissingItemsDelegate implements JavaDelegate {

    private final MissingItems useCase;

    RequestMissingItemsDelegate(MissingItems useCase) {
        this.useCase = useCase;
    }

    @Override
    public void execute(DelegateExecution execution) {
        useCase.request(execution.getProcessBusinessKey());
    }
}
