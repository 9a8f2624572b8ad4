package be.dossierwerk.recognition.process;

import be.dossierwerk.recognition.EndProcedure;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** ServiceTask_InspectieVerwittigen. */
@Component
class InformInspectionDelegate implements JavaDelegate {

    private final EndProcedure useCase;

    InformInspectionDelegate(EndProcedure useCase) {
        this.useCase = useCase;
    }

    @Override
    public void execute(DelegateExecution execution) {
        useCase.inform(execution.getProcessBusinessKey(), "inspectie");
    }
}
