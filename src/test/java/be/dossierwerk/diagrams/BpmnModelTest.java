package be.dossierwerk.diagrams;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.diagrams.Drawing.Box;
import be.dossierwerk.diagrams.Drawing.Piece;
import be.dossierwerk.security.Roles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of house.md 3.9 for every diagram, and what makes a drawing pleasant to read. */
class BpmnModelTest {

    private static final Map<Class<?>, String> PREFIXES = Map.of(StartEvent.class, "StartEvent_", EndEvent.class, "EndEvent_",
            UserTask.class, "UserTask_", ServiceTask.class, "ServiceTask_", CallActivity.class, "CallActivity_", SubProcess.class, "SubProcess_",
            Gateway.class, "Gateway_", BoundaryEvent.class, "Timer_", IntermediateCatchEvent.class, "Timer_", SequenceFlow.class, "Flow_");
    private static final Pattern ENGLISH = Pattern.compile("(?i)\\b(the|and|yes|no|not|check|checked|decision|approve|approved|reject|rejected|review|"
            + "send|sent|notify|request|requested|complete|completed|wait|reminder|sign|signed|grant|granted|refuse|refused|application|hearing|"
            + "deadline|expired|task|user|end|received|missing|issue|inform|close|closed)\\b");
    private static final Pattern READ_VARIABLE = Pattern.compile("\\$\\{!?(\\w+)");
    private static final Pattern DECLARED_VARIABLE = Pattern.compile("new ProcessVariable<>\\(\"(\\w+)\"");
    private static final Pattern RESTART = Pattern.compile("new Restart\\(\"(\\w+)\"");
    private static final Pattern RULE = Pattern.compile("'(T-[A-Z0-9-]+)'");

    static Collection<String> files() {
        return Drawing.files().keySet();
    }

    @ParameterizedTest
    @MethodSource("files")
    void the_file_is_named_after_its_one_process_which_is_executable_and_kept_for_seven_years(String file) {
        assertThat(all(file, Process.class)).singleElement().satisfies(process -> {
            assertThat(process.getId() + ".bpmn").isEqualTo(file);
            assertThat(process.isExecutable()).isTrue();
            assertThat(process.getCamundaHistoryTimeToLiveString()).isEqualTo("P2555D");
            assertThat(process.getCamundaVersionTag()).isEqualTo("1.0");
            assertThat(process.getName()).isNotBlank();
            assertThat(documentation(process)).isNotBlank();
        });
    }

    @ParameterizedTest
    @MethodSource("files")
    void ids_are_unique_and_say_what_kind_of_element_it_is(String file) {
        List<String> ids = all(file, BaseElement.class).stream().map(BaseElement::getId).filter(id -> id != null).toList();

        assertThat(ids).doesNotHaveDuplicates();
        for (FlowElement element : all(file, FlowElement.class)) {
            String prefix = PREFIXES.entrySet().stream().filter(kind -> kind.getKey().isInstance(element)).map(Map.Entry::getValue).findFirst()
                    .orElseThrow(() -> new AssertionError("no prefix for " + element.getElementType().getTypeName()));
            // An event that waits for a message is named after what it waits for, as house rules say.
            boolean awaitsMessage = (element instanceof IntermediateCatchEvent || element instanceof BoundaryEvent)
                    && ((CatchEvent) element).getEventDefinitions().stream().anyMatch(MessageEventDefinition.class::isInstance);
            assertThat(element.getId()).matches(Pattern.quote(awaitsMessage ? "Message_" : prefix) + "[A-Z][A-Za-z0-9]+");
        }
        assertThat(all(file, Message.class)).allSatisfy(message -> {
            assertThat(message.getId()).startsWith("Message_");
            assertThat(message.getName()).matches(file.replace(".bpmn", "") + "\\.[a-z-]+");
        });
    }

    @ParameterizedTest
    @MethodSource("files")
    void names_are_there_and_dutch(String file) {
        for (FlowElement element : all(file, FlowElement.class)) {
            boolean joins = element instanceof Gateway gateway && gateway.getOutgoing().size() == 1;
            boolean parallel = element instanceof Gateway && !(element instanceof ExclusiveGateway);
            boolean plainFlow = element instanceof SequenceFlow flow && flow.getConditionExpression() == null && !isDefault(flow);
            if (joins || parallel || plainFlow) {
                assertThat(element.getName()).as(element.getId() + " needs no name").isNull();
            } else {
                assertThat(element.getName()).as(element.getId()).isNotBlank().doesNotContainPattern(ENGLISH).matches("[A-ZÉ].*");
            }
            if (element instanceof Gateway gateway && !joins && !parallel) {
                assertThat(gateway.getName()).as("a gateway asks").endsWith("?");
            }
        }
        assertThat(all(file, UserTask.class)).allSatisfy(task -> assertThat(documentation(task)).as(task.getId())
                .matches("[A-ZÉ][^.]*\\.").doesNotContainPattern(ENGLISH));
    }

    @ParameterizedTest
    @MethodSource("files")
    void every_gateway_has_an_answer_for_every_case(String file) {
        for (ExclusiveGateway gateway : all(file, ExclusiveGateway.class)) {
            if (gateway.getOutgoing().size() > 1) {
                assertThat(gateway.getOutgoing()).as(gateway.getId()).allMatch(flow -> flow.getConditionExpression() != null ^ isDefault(flow));
            }
        }
        assertThat(all(file, FlowNode.class)).filteredOn(node -> !(node instanceof Gateway)).as("a task or event never splits by itself")
                .allMatch(node -> node.getOutgoing().size() <= 1 && node.getIncoming().size() <= 1);
    }

    @ParameterizedTest
    @MethodSource("files")
    void every_path_goes_on_until_an_end(String file) {
        for (FlowNode node : all(file, FlowNode.class)) {
            boolean begins = node instanceof StartEvent || node instanceof BoundaryEvent
                    || node instanceof SubProcess sub && sub.triggeredByEvent();
            boolean ends = node instanceof EndEvent || node instanceof SubProcess sub && sub.triggeredByEvent();
            assertThat(node.getIncoming().isEmpty()).as("incoming of " + node.getId()).isEqualTo(begins);
            assertThat(node.getOutgoing().isEmpty()).as("outgoing of " + node.getId()).isEqualTo(ends);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void conditions_read_declared_variables_and_timers_existing_rules(String file) throws IOException {
        Set<String> declared = find("src/main/java", "Model.java", DECLARED_VARIABLE);
        Set<String> rules = find("db/migration", ".sql", RULE);

        assertThat(all(file, SequenceFlow.class)).filteredOn(flow -> flow.getConditionExpression() != null).allSatisfy(flow ->
                assertThat(matches(READ_VARIABLE, flow.getConditionExpression().getTextContent())).as(flow.getId()).hasSize(1).isSubsetOf(declared));
        assertThat(all(file, TimeDate.class)).allSatisfy(timer ->
                assertThat(matches(RULE, timer.getTextContent())).hasSize(1).isSubsetOf(rules));
    }

    @ParameterizedTest
    @MethodSource("files")
    void every_task_has_its_form_its_group_or_its_delegate(String file) throws IOException {
        Set<String> delegates = find("src/main/java", "Delegate.java", Pattern.compile("package [a-z.]+\\.process;[\\s\\S]*?class (\\w+Delegate)\\b"));

        assertThat(all(file, UserTask.class)).allSatisfy(task -> {
            assertThat(Path.of("forms", task.getCamundaFormKey() + ".form")).exists();
            assertThat(task.getCamundaCandidateGroupsList()).isNotEmpty().isSubsetOf(Roles.names().keySet());
        });
        assertThat(all(file, ServiceTask.class)).extracting(ServiceTask::getCamundaDelegateExpression).allSatisfy(expression -> {
            assertThat(expression).matches("\\$\\{[a-z]\\w+Delegate}");
            assertThat(delegates).contains(Character.toUpperCase(expression.charAt(2)) + expression.substring(3, expression.length() - 1));
        });
        assertThat(all(file, ServiceTask.class)).filteredOn(ServiceTask::isCamundaAsyncBefore).allSatisfy(task -> {
            assertThat(task.getExtensionElements().getElementsQuery().filterByType(CamundaFailedJobRetryTimeCycle.class).singleResult()
                    .getTextContent()).isEqualTo("R3/PT1M");
            assertThat(documentation(task)).as("why " + task.getId() + " is asynchronous").isNotBlank();
        });
    }

    @ParameterizedTest
    @MethodSource("files")
    void everything_is_drawn(String file) {
        Drawing drawing = drawing(file);

        assertThat(drawing.boxes.keySet()).isEqualTo(ids(all(file, FlowNode.class)));
        assertThat(drawing.lines.keySet()).isEqualTo(ids(all(file, SequenceFlow.class)));
        assertThat(drawing.labels).extracting(label -> label.element().getId()).containsAll(ids(all(file, FlowElement.class).stream()
                .filter(element -> element.getName() != null && !(element instanceof org.camunda.bpm.model.bpmn.instance.Activity)).toList()));
        assertThat(drawing.boxes.values()).as("on the grid").allMatch(box -> box.middle() % 5 == 0 && (box.top() + box.bottom()) / 2 % 5 == 0);
    }

    @ParameterizedTest
    @MethodSource("files")
    void no_two_shapes_and_no_two_labels_lie_on_each_other(String file) {
        Drawing drawing = drawing(file);
        List<String> faults = new ArrayList<>();
        List<Box> boxes = List.copyOf(drawing.boxes.values());
        for (Box one : boxes) {
            for (Box other : boxes) {
                if (one != other && one.overlaps(other) && !drawing.belongTogether(one, other)) {
                    faults.add(one + " on " + other);
                }
                if (Drawing.isWithin(other.element(), one.element()) && !one.contains(other)) {
                    faults.add(other + " sticks out of " + one);
                }
            }
        }
        for (Box label : drawing.labels) {
            boxes.stream().filter(box -> box.overlaps(label) && !Drawing.isWithin(label.element(), box.element()))
                    .forEach(box -> faults.add("label of " + label + " on " + box));
            drawing.labels.stream().filter(other -> other != label && other.overlaps(label))
                    .forEach(other -> faults.add("label of " + label + " on label of " + other));
            drawing.pieces().stream().filter(piece -> piece.enters(label)).forEach(piece -> faults.add(piece + " runs through the label of " + label));
        }

        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void lines_are_orthogonal_and_cross_neither_each_other_nor_a_shape(String file) {
        Drawing drawing = drawing(file);
        List<String> faults = new ArrayList<>();
        List<Piece> pieces = drawing.pieces();
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (!piece.isOrthogonal()) {
                faults.add(piece + " is slanted");
            }
            for (Piece other : pieces.subList(i + 1, pieces.size())) {
                if (!piece.flow().equals(other.flow()) && piece.meets(other)) {
                    faults.add(piece + " crosses " + other);
                }
            }
            drawing.boxes.values().stream().filter(piece::enters)
                    .filter(box -> !Drawing.isWithin(piece.flow(), box.element()))
                    .forEach(box -> faults.add(piece + " runs through " + box));
        }

        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void the_diagram_reads_from_left_to_right_and_loops_run_above_or_below(String file) {
        Drawing drawing = drawing(file);
        for (SequenceFlow flow : all(file, SequenceFlow.class)) {
            Box from = drawing.boxes.get(flow.getSource().getId());
            Box to = drawing.boxes.get(flow.getTarget().getId());
            List<Piece> pieces = drawing.lines.get(flow.getId());
            if (to.middle() <= from.middle()) {
                assertThat(flow.getTarget()).as(flow.getId() + " goes back to a merge").isInstanceOf(ExclusiveGateway.class);
                assertThat(pieces).as(flow.getId()).hasSize(3).element(1).satisfies(back ->
                        assertThat(back.y1() < Math.min(from.top(), to.top()) || back.y1() > Math.max(from.bottom(), to.bottom())).isTrue());
            } else {
                assertThat(pieces).as(flow.getId()).allMatch(piece -> piece.x2() >= piece.x1());
            }
        }
        for (SubProcess sub : all(file, SubProcess.class)) {
            if (sub.triggeredByEvent()) {
                assertThat(drawing.boxes.values()).filteredOn(box -> !box.element().equals(sub) && !Drawing.isWithin(box.element(), sub)
                                && (!(box.element() instanceof SubProcess) && !(box.element().getParentElement() instanceof SubProcess)))
                        .as("the main line stays above " + sub.getId()).allMatch(box -> box.bottom() < drawing.boxes.get(sub.getId()).top());
            }
        }
    }

    @Test
    void every_step_at_which_a_procedure_can_start_again_is_in_a_diagram() throws IOException {
        Set<String> steps = find("src/main/java", ".java", RESTART);

        assertThat(steps).isNotEmpty().isSubsetOf(files().stream().flatMap(file -> all(file, FlowNode.class).stream()).map(FlowNode::getId).toList());
    }

    private static BpmnModelInstance model(String file) {
        return Bpmn.readModelFromFile(Drawing.files().get(file).toFile());
    }

    private static <T extends org.camunda.bpm.model.xml.instance.ModelElementInstance> List<T> all(String file, Class<T> kind) {
        return List.copyOf(model(file).getModelElementsByType(kind));
    }

    private static Drawing drawing(String file) {
        return new Drawing(model(file));
    }

    private static Set<String> ids(List<? extends BaseElement> elements) {
        return elements.stream().map(BaseElement::getId).collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isDefault(SequenceFlow flow) {
        return flow.getSource() instanceof ExclusiveGateway gateway && flow.equals(gateway.getDefault());
    }

    private static String documentation(BaseElement element) {
        return element.getDocumentations().stream().map(text -> text.getTextContent()).collect(Collectors.joining());
    }

    private static Set<String> find(String folder, String ending, Pattern pattern) throws IOException {
        Set<String> found = new TreeSet<>();
        try (var files = Files.walk(Path.of(folder))) {
            for (Path file : files.filter(path -> path.toString().endsWith(ending)).toList()) {
                found.addAll(matches(pattern, Files.readString(file)));
            }
        }
        return found;
    }

    private static Set<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult match) -> match.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }
}
