package be.dossierwerk.recognition.process;

import be.dossierwerk.recognition.GiveFormalNotice;
import be.dossierwerk.recognition.RecognitionModel;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** ServiceTask_AanmaningVastleggen. */
@Component
class RegisterFormalNoticeDelegate implements JavaDelegate {

    private final GiveFormalNotice useCase;

    RegisterFormalNoticeDelegate(GiveFormalNotice useCase) {
        this.useCase = useCase;
    }

    @Override
    public void execute(DelegateExecution execution) {
        useCase.register(execution.getProcessBusinessKey(), LocalDate.parse(RecognitionModel.NOTICE_SERVED.get(execution)));
    }
}
