package be.dossierwerk.lint;

import be.dossierwerk.engine.PlainXml;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** What the rules read of one diagram: its steps, lines and shapes, without the engine. Ids that lead nowhere are left out; the gate refuses them. */
final class Diagram {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final String DI = "http://www.omg.org/spec/BPMN/20100524/DI";
    private static final Map<String, String> KINDS = Map.ofEntries(Map.entry("startEvent", "het begin"), Map.entry("endEvent", "het einde"),
            Map.entry("userTask", "de taak"), Map.entry("serviceTask", "de automatische stap"), Map.entry("callActivity", "de bouwsteen"),
            Map.entry("subProcess", "het kader"), Map.entry("exclusiveGateway", "de keuze"), Map.entry("parallelGateway", "de splitsing"),
            Map.entry("eventBasedGateway", "de wachtkeuze"), Map.entry("inclusiveGateway", "de keuze met meer antwoorden"),
            Map.entry("complexGateway", "de ingewikkelde keuze"), Map.entry("boundaryEvent", "de gebeurtenis"),
            Map.entry("intermediateCatchEvent", "het wachtpunt"), Map.entry("intermediateThrowEvent", "de tussenstap"));

    /** A place in the drawing, as {@code x, y, width, height}. */
    record Box(double x, double y, double width, double height) {

        boolean overlaps(Box other) {
            return x < other.x + other.width && other.x < x + width && y < other.y + other.height && other.y < y + height;
        }

        boolean contains(Box other) {
            return x <= other.x && y <= other.y && x + width >= other.x + other.width && y + height >= other.y + other.height;
        }

        double middle() {
            return x + width / 2;
        }
    }

    /** A line; {@code condition} is null without one. */
    record Flow(String id, String name, Step from, Step to, String condition, boolean otherwise) { }

    /** A task, event, gateway, call or frame. {@code type}: its name in the standard; {@code around}: the frame it stands in, null in the process itself. */
    static final class Step {

        final String id;
        final String type;
        final String name;
        final String documentation;
        final Set<String> events = new LinkedHashSet<>();
        final List<Flow> incoming = new ArrayList<>();
        final List<Flow> outgoing = new ArrayList<>();
        final List<Step> attached = new ArrayList<>();
        Step around;
        Step attachedTo;
        String calls = "";
        String form = "";
        List<String> groups = List.of();
        String taskRole = "";
        String otherwise = "";
        boolean asynchronous;
        boolean interrupts;
        boolean byEvent;

        Step(Element element) {
            id = element.getAttribute("id");
            type = element.getLocalName();
            name = element.getAttribute("name").strip();
            documentation = children(element, BPMN, "documentation").stream().map(PlainXml::ownText).findFirst().orElse("");
        }

        boolean is(String... types) {
            return Arrays.asList(types).contains(type);
        }

        boolean isGateway() {
            return type.endsWith("Gateway");
        }

        boolean isActivity() {
            return !isGateway() && !type.endsWith("Event");
        }

        boolean hasTimer() {
            return events.contains("timerEventDefinition");
        }

        boolean terminates() {
            return events.contains("terminateEventDefinition");
        }

        /** As a sentence calls it: its name, or what it is and between which others. */
        String called() {
            if (!name.isEmpty()) {
                return name;
            }
            String kind = KINDS.getOrDefault(type, "de stap");
            Optional<String> after = incoming.stream().map(flow -> flow.from().name).filter(text -> !text.isEmpty()).findFirst();
            Optional<String> before = outgoing.stream().map(flow -> flow.to().name).filter(text -> !text.isEmpty()).findFirst();
            return before.map(text -> kind + " voor \u2018" + text + "\u2019").or(() -> after.map(text -> kind + " na \u2018" + text + "\u2019"))
                    .orElse(kind + " zonder naam");
        }

        @Override
        public String toString() {
            return id;
        }
    }

    final String file;
    final String process;
    final String name;
    final Map<String, Step> steps = new LinkedHashMap<>();
    final List<Flow> flows = new ArrayList<>();
    final Map<String, Box> boxes = new HashMap<>();
    final Set<String> lines = new LinkedHashSet<>();

    private Diagram(String file, Document document) {
        this.file = file;
        List<Element> all = PlainXml.elements(document);
        Element main = all.stream().filter(element -> is(element, "process")).findFirst().orElse(null);
        process = main == null ? "" : main.getAttribute("id");
        name = main == null ? "" : main.getAttribute("name").isBlank() ? process : main.getAttribute("name").strip();
        for (Element element : all) {
            if (BPMN.equals(element.getNamespaceURI()) && (KINDS.containsKey(element.getLocalName()) || element.getLocalName().endsWith("Task"))) {
                steps.putIfAbsent(element.getAttribute("id"), step(element));
            }
        }
        all.stream().filter(element -> steps.containsKey(element.getAttribute("id")) && BPMN.equals(element.getNamespaceURI())).forEach(this::place);
        all.stream().filter(element -> is(element, "sequenceFlow")).forEach(this::flow);
        all.stream().filter(element -> DI.equals(element.getNamespaceURI())).forEach(this::shape);
    }

    /** Empty when the file is no safe XML: the gate says so. */
    static Optional<Diagram> read(String file, byte[] content) {
        return parse(content).map(document -> new Diagram(file, document));
    }

    /** A document without type and entities; empty when it is none. */
    static Optional<Document> parse(byte[] content) {
        try {
            return Optional.of(PlainXml.read(content));
        } catch (SAXException e) {
            return Optional.empty();
        }
    }

    static List<Element> children(Element element, String space, String name) {
        return PlainXml.children(element).stream().filter(child -> space.equals(child.getNamespaceURI()) && name.equals(child.getLocalName())).toList();
    }

    Collection<Step> steps() {
        return steps.values();
    }

    List<Step> steps(String... types) {
        return steps.values().stream().filter(step -> step.is(types)).toList();
    }

    /** The frames and, as null, the process itself: each has a beginning and an end of its own. */
    List<Step> scopes() {
        List<Step> scopes = new ArrayList<>();
        scopes.add(null);
        scopes.addAll(steps("subProcess"));
        return scopes;
    }

    List<Step> within(Step scope) {
        return steps.values().stream().filter(step -> step.around == scope).toList();
    }

    /** Where a dossier may go next: along the lines, from a step to the events on it, into a frame and out of it. */
    static List<Step> next(Step step) {
        List<Step> next = new ArrayList<>(step.outgoing.stream().map(Flow::to).toList());
        next.addAll(step.attached);
        return next;
    }

    /** As {@link #next}, also from a frame to what stands in it and from an end in a frame to what follows the frame. */
    List<Step> nextAnywhere(Step step) {
        List<Step> next = new ArrayList<>(next(step));
        if (step.is("subProcess")) {
            within(step).stream().filter(inner -> inner.is("startEvent") || inner.byEvent).forEach(next::add);
        }
        for (Step frame = step.around; frame != null; frame = frame.around) {
            next.addAll(frame.attached);
            if (step.is("endEvent") && frame == step.around) {
                next.addAll(frame.outgoing.stream().map(Flow::to).toList());
            }
            within(frame).stream().filter(inner -> inner.byEvent).forEach(next::add);
        }
        if (step.around == null || !step.around.byEvent) {
            within(null).stream().filter(inner -> inner.byEvent && inner != step).forEach(next::add);
        }
        return next;
    }

    /** Every step that lies on some way from these, themselves included; {@code except} is never passed. */
    static Set<Step> reachable(Collection<Step> from, Step except) {
        Set<Step> reached = new LinkedHashSet<>();
        Deque<Step> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            Step step = open.poll();
            if (step != except && reached.add(step)) {
                open.addAll(next(step));
            }
        }
        return reached;
    }

    private Step step(Element element) {
        Step step = new Step(element);
        step.calls = element.getAttribute("calledElement");
        step.otherwise = element.getAttribute("default");
        step.form = element.getAttributeNS(CAMUNDA, "formKey");
        step.groups = Arrays.stream(element.getAttributeNS(CAMUNDA, "candidateGroups").split(",")).map(String::strip).filter(group -> !group.isEmpty()).toList();
        step.asynchronous = "true".equals(element.getAttributeNS(CAMUNDA, "asyncBefore")) || "true".equals(element.getAttributeNS(CAMUNDA, "asyncAfter"));
        step.interrupts = !"false".equals(element.getAttribute("cancelActivity")) && !"false".equals(element.getAttribute("isInterrupting"));
        step.byEvent = "true".equals(element.getAttribute("triggeredByEvent"));
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.ELEMENT_NODE && child.getLocalName().endsWith("EventDefinition")) {
                step.events.add(child.getLocalName());
            }
        }
        step.taskRole = children(element, BPMN, "extensionElements").stream().flatMap(extra -> children(extra, CAMUNDA, "properties").stream())
                .flatMap(all -> children(all, CAMUNDA, "property").stream()).filter(property -> property.getAttribute("name").equals("taakrol"))
                .map(property -> property.getAttribute("value")).findFirst().orElse("");
        return step;
    }

    private void place(Element element) {
        Step step = steps.get(element.getAttribute("id"));
        if (element.getParentNode() instanceof Element parent && is(parent, "subProcess")) {
            step.around = steps.get(parent.getAttribute("id"));
        }
        Step host = steps.get(element.getAttribute("attachedToRef"));
        if (host != null && step.attachedTo == null) {
            step.attachedTo = host;
            host.attached.add(step);
        }
    }

    private void flow(Element element) {
        Step from = steps.get(element.getAttribute("sourceRef"));
        Step to = steps.get(element.getAttribute("targetRef"));
        if (from == null || to == null) {
            return;
        }
        String condition = children(element, BPMN, "conditionExpression").stream().map(PlainXml::ownText).findFirst().orElse(null);
        String id = element.getAttribute("id");
        Flow flow = new Flow(id, element.getAttribute("name").strip(), from, to, condition, !id.isEmpty() && id.equals(from.otherwise));
        flows.add(flow);
        from.outgoing.add(flow);
        to.incoming.add(flow);
    }

    private void shape(Element element) {
        String of = element.getAttribute("bpmnElement");
        if (element.getLocalName().equals("BPMNEdge")) {
            lines.add(of);
        } else if (element.getLocalName().equals("BPMNShape")) {
            for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
                if (child instanceof Element bounds && "Bounds".equals(bounds.getLocalName())) {
                    boxes.put(of, new Box(number(bounds, "x"), number(bounds, "y"), number(bounds, "width"), number(bounds, "height")));
                }
            }
        }
    }

    private static double number(Element element, String attribute) {
        try {
            return Double.parseDouble(element.getAttribute(attribute));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static boolean is(Element element, String name) {
        return BPMN.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
    }
}
