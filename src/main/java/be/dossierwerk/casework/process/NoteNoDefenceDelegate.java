package be.dossierwerk.casework.process;

import be.dossierwerk.casework.Hearing;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** ServiceTask_GeenVerweer. */
@Component
class NoteNoDefenceDelegate implements JavaDelegate {

    private final Hearing useCase;

    NoteNoDefenceDelegate(Hearing useCase) {
        this.useCase = useCase;
    }

    @Override
    public void execute(DelegateExecution execution) {
        useCase.noteNoDefence(execution.getProcessBusinessKey());
    }
}
