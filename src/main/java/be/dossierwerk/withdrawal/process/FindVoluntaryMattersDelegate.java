package be.dossierwerk.withdrawal.process;

import be.dossierwerk.withdrawal.FindVoluntaryMatters;
import be.dossierwerk.withdrawal.VoluntaryModel;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** ServiceTask_OpenstaandePuntenZoeken. */
@Component
class FindVoluntaryMattersDelegate implements JavaDelegate {

    private final FindVoluntaryMatters useCase;

    FindVoluntaryMattersDelegate(FindVoluntaryMatters useCase) {
        this.useCase = useCase;
    }

    @Override
    public void execute(DelegateExecution execution) {
        VoluntaryModel.OPEN_MATTERS.set(execution, useCase.find(execution.getProcessBusinessKey()));
    }
}
