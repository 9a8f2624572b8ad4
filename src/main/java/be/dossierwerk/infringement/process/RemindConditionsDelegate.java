package be.dossierwerk.infringement.process;

import be.dossierwerk.infringement.FollowConditions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Lets the diagram call {@link FollowConditions#remind}. */
@Component
class RemindConditionsDelegate implements JavaDelegate {

    private final FollowConditions followConditions;

    RemindConditionsDelegate(FollowConditions followConditions) {
        this.followConditions = followConditions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        followConditions.remind(execution.getProcessBusinessKey());
    }
}
