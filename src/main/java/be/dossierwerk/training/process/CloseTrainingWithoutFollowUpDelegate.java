package be.dossierwerk.training.process;

import be.dossierwerk.training.CloseTrainingWithoutFollowUp;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** ServiceTask_ZonderGevolgAfsluiten. */
@Component
class CloseTrainingWithoutFollowUpDelegate implements JavaDelegate {

    private final CloseTrainingWithoutFollowUp useCase;

    CloseTrainingWithoutFollowUpDelegate(CloseTrainingWithoutFollowUp useCase) {
        this.useCase = useCase;
    }

    @Override
    public void execute(DelegateExecution execution) {
        useCase.close(execution.getProcessBusinessKey());
    }
}
