package be.dossierwerk.appeal.process;

import be.dossierwerk.appeal.WarnOfAdministrativeFile;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Lets the diagram call {@link WarnOfAdministrativeFile#warn}. */
@Component
class WarnOfAdministrativeFileDelegate implements JavaDelegate {

    private final WarnOfAdministrativeFile warnOfAdministrativeFile;

    WarnOfAdministrativeFileDelegate(WarnOfAdministrativeFile warnOfAdministrativeFile) {
        this.warnOfAdministrativeFile = warnOfAdministrativeFile;
    }

    @Override
    public void execute(DelegateExecution execution) {
        warnOfAdministrativeFile.warn(execution.getProcessBusinessKey());
    }
}
