package be.dossierwerk.procedurechange.process;

import be.dossierwerk.engine.OnlyIn;
import be.dossierwerk.procedurechange.ProcedureChangeModel;
import be.dossierwerk.procedurechange.PublishChange;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** ServiceTask_Bekendmaken. */
@Component
@OnlyIn(ProcedureChangeModel.PROCESS)
class PublishChangeDelegate implements JavaDelegate {

    private final PublishChange useCase;

    PublishChangeDelegate(PublishChange useCase) {
        this.useCase = useCase;
    }

    @Override
    public void execute(DelegateExecution execution) {
        PublishChange.Result result = useCase.publish(execution.getProcessBusinessKey());
        ProcedureChangeModel.PUBLISHED.set(execution, result.published());
        ProcedureChangeModel.DOSSIERS_FOLLOW.set(execution, result.dossiersFollow());
    }
}
