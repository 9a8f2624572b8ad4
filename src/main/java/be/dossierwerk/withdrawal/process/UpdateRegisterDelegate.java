package be.dossierwerk.withdrawal.process;

import be.dossierwerk.withdrawal.Consequences;
import be.dossierwerk.withdrawal.EndModel;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** ServiceTask_RegisterBijwerken. */
@Component
class UpdateRegisterDelegate implements JavaDelegate {

    private final Consequences consequences;

    UpdateRegisterDelegate(Consequences consequences) {
        this.consequences = consequences;
    }

    @Override
    public void execute(DelegateExecution execution) {
        EndModel.ENDED_BY_THIS.set(execution, consequences.updateRegister(execution.getProcessBusinessKey()));
    }
}
