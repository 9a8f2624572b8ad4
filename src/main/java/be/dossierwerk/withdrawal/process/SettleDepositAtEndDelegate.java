package be.dossierwerk.withdrawal.process;

import be.dossierwerk.withdrawal.Consequences;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** ServiceTask_WaarborgAfrekenen. */
@Component
class SettleDepositAtEndDelegate implements JavaDelegate {

    private final Consequences consequences;

    SettleDepositAtEndDelegate(Consequences consequences) {
        this.consequences = consequences;
    }

    @Override
    public void execute(DelegateExecution execution) {
        consequences.settleDeposit(execution.getProcessBusinessKey());
    }
}
