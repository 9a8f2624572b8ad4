package be.dossierwerk.training.process;

import be.dossierwerk.training.NoteNoReaction;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** ServiceTask_GeenReactieNoteren. */
@Component
class NoteNoReactionDelegate implements JavaDelegate {

    private final NoteNoReaction useCase;

    NoteNoReactionDelegate(NoteNoReaction useCase) {
        this.useCase = useCase;
    }

    @Override
    public void execute(DelegateExecution execution) {
        useCase.note(execution.getProcessBusinessKey());
    }
}
