package be.dossierwerk.procedurechange.process;

import be.dossierwerk.engine.OnlyIn;
import be.dossierwerk.procedurechange.LetDossiersFollow;
import be.dossierwerk.procedurechange.ProcedureChangeModel;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** ServiceTask_DossiersLatenVolgen. */
@Component
@OnlyIn(ProcedureChangeModel.PROCESS)
class FollowChangeDelegate implements JavaDelegate {

    private final LetDossiersFollow useCase;

    FollowChangeDelegate(LetDossiersFollow useCase) {
        this.useCase = useCase;
    }

    @Override
    public void execute(DelegateExecution execution) {
        useCase.follow(execution.getProcessBusinessKey());
    }
}
