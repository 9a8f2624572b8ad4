package be.dossierwerk.withdrawal.process;

import be.dossierwerk.withdrawal.Consequences;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** ServiceTask_UitgifteVerwittigen. */
@Component
class InformIssuerOfEndDelegate implements JavaDelegate {

    private final Consequences consequences;

    InformIssuerOfEndDelegate(Consequences consequences) {
        this.consequences = consequences;
    }

    @Override
    public void execute(DelegateExecution execution) {
        consequences.informIssuingCompany(execution.getProcessBusinessKey());
    }
}
