package be.dossierwerk.casework.process;

import be.dossierwerk.casework.RemindOfStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/** The step that a manager hangs on a clock to remind whoever has the task. */
@Component
class RemindDelegate implements JavaDelegate {

    private final RemindOfStep useCase;

    RemindDelegate(RemindOfStep useCase) {
        this.useCase = useCase;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String watched = ((FlowNode) execution.getBpmnModelElementInstance()).getPreviousNodes().list().stream()
                .filter(BoundaryEvent.class::isInstance).map(event -> ((BoundaryEvent) event).getAttachedTo())
                .filter(UserTask.class::isInstance).map(FlowNode.class::cast).map(FlowNode::getId).findFirst().orElse(null);
        useCase.remind(execution.getProcessBusinessKey(), execution.getProcessInstanceId(), execution.getCurrentActivityId(), execution.getCurrentActivityName(), watched);
    }
}
