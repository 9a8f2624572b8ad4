package be.dossierwerk.withdrawal.process;

import be.dossierwerk.withdrawal.NoteVoluntaryMatters;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** ServiceTask_OpenPuntenNoteren. */
@Component
class NoteVoluntaryMattersDelegate implements JavaDelegate {

    private final NoteVoluntaryMatters useCase;

    NoteVoluntaryMattersDelegate(NoteVoluntaryMatters useCase) {
        this.useCase = useCase;
    }

    @Override
    public void execute(DelegateExecution execution) {
        useCase.note(execution.getProcessBusinessKey());
    }
}
