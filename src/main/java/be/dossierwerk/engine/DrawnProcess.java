package be.dossierwerk.engine;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** One process as its diagram draws it: what a dossier that stands in it can meet in another version. */
public record DrawnProcess(String process, String name, Map<String, Step> steps) {

    /**
     * {@code scope}: the element that keeps it alive, so for a timer on a task that task. {@code asks}: the date of a timer, else null.
     * {@code form} is null and {@code groups} empty but for a user task; {@code calls} is null but for a call activity. {@code text}: all else that it says.
     */
    public record Step(String id, String kind, String name, String scope, String asks, String form, SortedSet<String> groups, String calls, String text) {

        boolean isTimer() {
            return asks != null;
        }
    }

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    public Optional<Step> step(String id) {
        return Optional.ofNullable(steps.get(id));
    }

    /** The processes of one file. */
    public static List<DrawnProcess> read(byte[] diagram) {
        return of(Bpmn.readModelFromStream(new ByteArrayInputStream(diagram)));
    }

    static List<DrawnProcess> of(BpmnModelInstance model) {
        return model.getModelElementsByType(Process.class).stream().map(process -> {
            Map<String, Step> steps = new LinkedHashMap<>();
            model.getModelElementsByType(FlowNode.class).stream().filter(node -> process.equals(processOf(node))).forEach(node -> steps.put(node.getId(), step(node)));
            return new DrawnProcess(process.getId(), Objects.requireNonNullElse(process.getName(), process.getId()), steps);
        }).toList();
    }

    private static Step step(FlowNode node) {
        SortedSet<String> groups = new TreeSet<>();
        if (node instanceof UserTask task && task.getCamundaCandidateGroups() != null) {
            Arrays.stream(task.getCamundaCandidateGroups().split(",")).map(String::strip).filter(group -> !group.isEmpty()).forEach(groups::add);
        }
        String asks = node.getChildElementsByType(TimerEventDefinition.class).stream().filter(timer -> timer.getTimeDate() != null)
                .map(timer -> timer.getTimeDate().getTextContent().strip()).findFirst().orElse(null);
        return new Step(node.getId(), kind(node), Objects.requireNonNullElse(node.getName(), node.getId()), scope(node), asks,
                node instanceof UserTask task ? task.getCamundaFormKey() : null, groups, node instanceof CallActivity call ? call.getCalledElement() : null, text(node));
    }

    /** The same for elements that the engine can put in each other's place. */
    private static String kind(FlowNode node) {
        String defines = node.getChildElementsByType(org.camunda.bpm.model.bpmn.instance.EventDefinition.class).stream()
                .map(definition -> " " + definition.getElementType().getTypeName()).findFirst().orElse("");
        return node.getElementType().getTypeName() + defines + (node instanceof SubProcess part && part.triggeredByEvent() ? " event" : "");
    }

    private static String scope(FlowNode node) {
        if (node instanceof BoundaryEvent boundary) {
            return boundary.getAttachedTo().getId();
        }
        ModelElementInstance parent = node.getParentElement();
        if (node instanceof StartEvent && parent instanceof SubProcess part && part.triggeredByEvent()) {
            parent = part.getParentElement();
        }
        return node.getIncoming().stream().map(flow -> flow.getSource()).filter(EventBasedGateway.class::isInstance).map(FlowNode::getId).findFirst()
                .orElse(parent.getAttributeValue("id"));
    }

    private static String text(FlowNode node) {
        String says = node.getDocumentations().stream().map(documentation -> documentation.getTextContent()).collect(Collectors.joining("\n"));
        String goes = node.getOutgoing().stream().map(flow -> flow.getTarget().getId() + " " + (flow.getConditionExpression() == null ? ""
                : flow.getConditionExpression().getTextContent().strip())).sorted().collect(Collectors.joining("\n"));
        String runs = java.util.stream.Stream.of("delegateExpression", "asyncBefore", "asyncAfter", "calledElementBinding")
                .map(attribute -> String.valueOf(node.getAttributeValueNs(CAMUNDA, attribute))).collect(Collectors.joining(" "));
        String interrupts = node instanceof BoundaryEvent boundary ? String.valueOf(boundary.cancelActivity())
                : node instanceof StartEvent start ? String.valueOf(start.isInterrupting()) : "";
        return String.join("\n--\n", says, goes, runs, interrupts);
    }

    private static ModelElementInstance processOf(ModelElementInstance element) {
        ModelElementInstance at = element;
        while (at != null && !(at instanceof Process)) {
            at = at.getParentElement();
        }
        return at;
    }
}
