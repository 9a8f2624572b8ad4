package be.dossierwerk.withdrawal.process;

import be.dossierwerk.withdrawal.Consequences;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** ServiceTask_OpleidingsfondsAfsluiten. */
@Component
class CloseTrainingRightsDelegate implements JavaDelegate {

    private final Consequences consequences;

    CloseTrainingRightsDelegate(Consequences consequences) {
        this.consequences = consequences;
    }

    @Override
    public void execute(DelegateExecution execution) {
        consequences.closeTrainingRights(execution.getProcessBusinessKey());
    }
}
