package be.dossierwerk.infringement.process;

import be.dossierwerk.infringement.FollowConditions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Lets the diagram call {@link FollowConditions#extend}. */
@Component
class ExtendConditionsDelegate implements JavaDelegate {

    private final FollowConditions followConditions;

    ExtendConditionsDelegate(FollowConditions followConditions) {
        this.followConditions = followConditions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        followConditions.extend(execution.getProcessBusinessKey());
    }
}
