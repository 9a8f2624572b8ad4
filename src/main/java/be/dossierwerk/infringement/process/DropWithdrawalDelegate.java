package be.dossierwerk.infringement.process;

import be.dossierwerk.infringement.FollowConditions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Lets the diagram call {@link FollowConditions#drop}. */
@Component
class DropWithdrawalDelegate implements JavaDelegate {

    private final FollowConditions followConditions;

    DropWithdrawalDelegate(FollowConditions followConditions) {
        this.followConditions = followConditions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        followConditions.drop(execution.getProcessBusinessKey());
    }
}
