package be.dossierwerk.appeal.process;

import be.dossierwerk.appeal.NoteMissedStatement;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Lets the diagram call {@link NoteMissedStatement#note}. */
@Component
class NoteMissedStatementDelegate implements JavaDelegate {

    private final NoteMissedStatement noteMissedStatement;

    NoteMissedStatementDelegate(NoteMissedStatement noteMissedStatement) {
        this.noteMissedStatement = noteMissedStatement;
    }

    @Override
    public void execute(DelegateExecution execution) {
        noteMissedStatement.note(execution.getProcessBusinessKey());
    }
}
