package be.dossierwerk.infringement.process;

import be.dossierwerk.infringement.AskRegularisation;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Lets the diagram call {@link AskRegularisation#noteNoProof}. */
@Component
class NoteNoProofDelegate implements JavaDelegate {

    private final AskRegularisation askRegularisation;

    NoteNoProofDelegate(AskRegularisation askRegularisation) {
        this.askRegularisation = askRegularisation;
    }

    @Override
    public void execute(DelegateExecution execution) {
        askRegularisation.noteNoProof(execution.getProcessBusinessKey());
    }
}
