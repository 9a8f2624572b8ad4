package be.dossierwerk.modeling;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The steps of a diagram in the order in which a person reads them, each with who, form, term and what comes next. */
record DiagramSteps(String process, String name, List<Step> steps, Set<String> ids, Set<String> messages) {

    enum Kind { START, USER_TASK, SERVICE_TASK, CALL, SUB_PROCESS, EVENT_SUB_PROCESS, CHOICE, PARALLEL, WAIT_FOR_FIRST, TIMER, MESSAGE, END, OTHER }

    /** {@code message}: the name of what is waited for. {@code host}: where a timer hangs on, else null. {@code depth}: 0 in the process itself, 1 in a frame, and so on. */
    record Step(String id, Kind kind, String name, int depth, String host, boolean interrupting, List<String> groups, String taskRole, String form,
                Optional<TermTimer> timer, String message, String delegate, String calls, String documentation, List<Way> ways) { }

    /** A flow to the next step. {@code otherwise}: followed when no other answer fits. */
    record Way(String flow, String name, String from, String to, Optional<FlowCondition> condition, boolean otherwise) { }

    /** @throws IllegalArgumentException when it is no diagram */
    static DiagramSteps of(String xml) {
        var document = DiagramXml.read(xml);
        Element process = children(document.getDocumentElement()).filter(child -> is(child, "process")).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The file holds no process"));
        Set<String> ids = new TreeSet<>();
        var all = document.getElementsByTagNameNS("*", "*");
        for (int i = 0; i < all.getLength(); i++) {
            ids.add(((Element) all.item(i)).getAttribute("id"));
        }
        Map<String, String> messages = new LinkedHashMap<>();
        children(document.getDocumentElement()).filter(child -> is(child, "message"))
                .forEach(message -> messages.put(message.getAttribute("id"), message.getAttribute("name")));
        List<Step> steps = new ArrayList<>();
        new Scope(process, 0, messages).addTo(steps);
        return new DiagramSteps(process.getAttribute("id"), process.getAttribute("name").isBlank() ? process.getAttribute("id") : process.getAttribute("name"),
                List.copyOf(steps), ids, new TreeSet<>(messages.values()));
    }

    Optional<Step> step(String id) {
        return steps.stream().filter(step -> step.id().equals(id)).findFirst();
    }

    Optional<Way> way(String flow) {
        return steps.stream().flatMap(step -> step.ways().stream()).filter(way -> way.flow().equals(flow)).findFirst();
    }

    /** A process or a frame: its own steps in the order of its flows; what comes together is told after all that leads to it. */
    private static final class Scope {

        private final Map<String, Element> nodes = new LinkedHashMap<>();
        private final Map<String, List<Element>> outgoing = new LinkedHashMap<>();
        private final Map<String, List<String>> timers = new LinkedHashMap<>();
        private final int depth;
        private final Map<String, String> messages;

        Scope(Element frame, int depth, Map<String, String> messages) {
            this.depth = depth;
            this.messages = messages;
            children(frame).filter(child -> DiagramXml.BPMN.equals(child.getNamespaceURI())).forEach(child -> {
                if (is(child, "sequenceFlow")) {
                    outgoing.computeIfAbsent(child.getAttribute("sourceRef"), source -> new ArrayList<>()).add(child);
                } else if (kind(child) != null) {
                    nodes.put(child.getAttribute("id"), child);
                    if (is(child, "boundaryEvent")) {
                        timers.computeIfAbsent(child.getAttribute("attachedToRef"), host -> new ArrayList<>()).add(child.getAttribute("id"));
                    }
                }
            });
        }

        void addTo(List<Step> steps) {
            for (String id : order()) {
                Element node = nodes.get(id);
                steps.add(step(node));
                if (is(node, "subProcess")) {
                    new Scope(node, depth + 1, messages).addTo(steps);
                }
            }
        }

        private List<String> order() {
            Deque<String> order = new ArrayDeque<>();
            Set<String> seen = new HashSet<>();
            Set<String> led = new HashSet<>();
            outgoing.values().forEach(flows -> flows.forEach(flow -> led.add(flow.getAttribute("targetRef"))));
            List<String> beginnings = new ArrayList<>(nodes.keySet().stream().filter(id -> is(nodes.get(id), "startEvent")).toList());
            nodes.keySet().stream().filter(id -> !led.contains(id) && !is(nodes.get(id), "boundaryEvent") && !beginnings.contains(id)).forEach(beginnings::add);
            nodes.keySet().stream().filter(id -> !beginnings.contains(id)).forEach(beginnings::add);
            // Last first, so that the first comes out in front.
            List<List<String>> told = new ArrayList<>();
            for (String beginning : beginnings) {
                if (!seen.contains(beginning)) {
                    order.clear();
                    follow(beginning, seen, order);
                    told.add(new ArrayList<>(order));
                }
            }
            return told.stream().flatMap(List::stream).toList();
        }

        private void follow(String id, Set<String> seen, Deque<String> order) {
            if (!nodes.containsKey(id) || !seen.add(id)) {
                return;
            }
            List<String> next = new ArrayList<>(timers.getOrDefault(id, List.of()));
            outgoing.getOrDefault(id, List.of()).forEach(flow -> next.add(flow.getAttribute("targetRef")));
            Collections.reverse(next);
            next.forEach(each -> follow(each, seen, order));
            order.addFirst(id);
        }

        private Step step(Element node) {
            String otherwise = node.getAttribute("default");
            List<Way> ways = outgoing.getOrDefault(node.getAttribute("id"), List.of()).stream().map(flow -> new Way(flow.getAttribute("id"),
                    flow.getAttribute("name"), node.getAttribute("id"), flow.getAttribute("targetRef"),
                    text(flow, "conditionExpression").flatMap(FlowCondition::of), flow.getAttribute("id").equals(otherwise))).toList();
            String delegate = camunda(node, "delegateExpression");
            return new Step(node.getAttribute("id"), kind(node), node.getAttribute("name"), depth,
                    node.hasAttribute("attachedToRef") ? node.getAttribute("attachedToRef") : null,
                    !"false".equals(node.getAttribute("cancelActivity")) && !"false".equals(node.getAttribute("isInterrupting")),
                    Arrays.stream(camunda(node, "candidateGroups").split(",")).map(String::strip).filter(group -> !group.isEmpty()).toList(),
                    taskRole(node), camunda(node, "formKey"),
                    children(node).filter(child -> is(child, "timerEventDefinition")).findFirst().flatMap(timer -> text(timer, "timeDate")).flatMap(TermTimer::of),
                    children(node).filter(child -> is(child, "messageEventDefinition")).findFirst()
                            .map(message -> messages.getOrDefault(message.getAttribute("messageRef"), "")).orElse(""),
                    delegate.startsWith("${") && delegate.endsWith("}") ? delegate.substring(2, delegate.length() - 1) : delegate,
                    node.getAttribute("calledElement"), text(node, "documentation").orElse(""), ways);
        }
    }

    private static Kind kind(Element node) {
        return switch (node.getLocalName()) {
            case "startEvent" -> Kind.START;
            case "endEvent" -> Kind.END;
            case "userTask" -> Kind.USER_TASK;
            case "serviceTask" -> Kind.SERVICE_TASK;
            case "callActivity" -> Kind.CALL;
            case "subProcess" -> "true".equals(node.getAttribute("triggeredByEvent")) ? Kind.EVENT_SUB_PROCESS : Kind.SUB_PROCESS;
            case "exclusiveGateway" -> Kind.CHOICE;
            case "parallelGateway" -> Kind.PARALLEL;
            case "eventBasedGateway" -> Kind.WAIT_FOR_FIRST;
            case "boundaryEvent", "intermediateCatchEvent" -> children(node).anyMatch(child -> is(child, "timerEventDefinition")) ? Kind.TIMER
                    : children(node).anyMatch(child -> is(child, "messageEventDefinition")) ? Kind.MESSAGE : Kind.OTHER;
            default -> null;
        };
    }

    private static String taskRole(Element node) {
        return children(node).filter(child -> is(child, "extensionElements")).flatMap(DiagramSteps::children)
                .filter(child -> "properties".equals(child.getLocalName())).flatMap(DiagramSteps::children)
                .filter(property -> "taakrol".equals(property.getAttribute("name"))).map(property -> property.getAttribute("value")).findFirst().orElse("");
    }

    private static Optional<String> text(Element element, String child) {
        return children(element).filter(each -> is(each, child)).map(each -> each.getTextContent().strip()).findFirst();
    }

    private static String camunda(Element element, String attribute) {
        return element.getAttributeNS(DiagramXml.CAMUNDA, attribute);
    }

    private static boolean is(Element element, String name) {
        return DiagramXml.BPMN.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
    }

    private static Stream<Element> children(Node parent) {
        List<Element> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                children.add(element);
            }
        }
        return children.stream();
    }
}
