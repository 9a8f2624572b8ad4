package be.dossierwerk.engine.internal;

import be.dossierwerk.engine.PlainXml;
import be.dossierwerk.engine.TaskRole;
import be.dossierwerk.engine.Vocabulary;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The lists of what a diagram may hold: elements with their attributes, texts and expressions, and which words of the product they may name. */
final class BpmnElements {

    private static final String BPMN = BpmnGate.BPMN;
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    private static final int FEWEST_DAYS = 365;
    private static final int MOST_DAYS = 36_500;

    /** Shapes and lines: drawn, never run. */
    private static final Map<String, Set<String>> DRAWN = Map.of(
            "http://www.omg.org/spec/BPMN/20100524/DI", Set.of("BPMNDiagram", "BPMNPlane", "BPMNShape", "BPMNEdge", "BPMNLabel", "BPMNLabelStyle"),
            "http://www.omg.org/spec/DD/20100524/DC", Set.of("Bounds", "Font", "Point"),
            "http://www.omg.org/spec/DD/20100524/DI", Set.of("waypoint", "extension"));
    /** Colours and the marks of the drawing tools. */
    private static final Set<String> MARKS = Set.of("http://bpmn.io/schema/bpmn/biocolor/1.0", "http://www.omg.org/spec/BPMN/non-normative/color/1.0",
            "http://camunda.org/schema/modeler/1.0");
    private static final Set<String> LENGTHS = Set.of("x", "y", "width", "height", "size", "resolution");

    private static final Set<String> JOB = Set.of("asyncBefore", "asyncAfter", "exclusive");

    /** The elements a diagram may hold, each with its own attributes beside id and name. */
    private static final Map<String, Set<String>> ELEMENTS = Map.ofEntries(
            Map.entry("definitions", Set.of("targetNamespace", "exporter", "exporterVersion")), Map.entry("process", Set.of("isExecutable")),
            Map.entry("documentation", Set.of()), Map.entry("extensionElements", Set.of()), Map.entry("startEvent", Set.of("isInterrupting")),
            Map.entry("endEvent", Set.of()), Map.entry("boundaryEvent", Set.of("attachedToRef", "cancelActivity")),
            Map.entry("intermediateCatchEvent", Set.of()), Map.entry("userTask", Set.of()), Map.entry("serviceTask", Set.of()),
            Map.entry("callActivity", Set.of("calledElement")), Map.entry("subProcess", Set.of("triggeredByEvent")),
            Map.entry("exclusiveGateway", Set.of("default")), Map.entry("parallelGateway", Set.of()), Map.entry("eventBasedGateway", Set.of()),
            Map.entry("sequenceFlow", Set.of("sourceRef", "targetRef")), Map.entry("incoming", Set.of()), Map.entry("outgoing", Set.of()),
            Map.entry("conditionExpression", Set.of()), Map.entry("timerEventDefinition", Set.of()), Map.entry("timeDate", Set.of()),
            Map.entry("terminateEventDefinition", Set.of()), Map.entry("messageEventDefinition", Set.of("messageRef")), Map.entry("message", Set.of()),
            Map.entry("textAnnotation", Set.of()), Map.entry("text", Set.of()),
            Map.entry("association", Set.of("sourceRef", "targetRef", "associationDirection")));
    static final Set<String> NODES = Set.of("startEvent", "endEvent", "boundaryEvent", "intermediateCatchEvent", "userTask", "serviceTask",
            "callActivity", "subProcess", "exclusiveGateway", "parallelGateway", "eventBasedGateway");
    static final Set<String> ACTIVITIES = Set.of("userTask", "serviceTask", "callActivity", "subProcess");
    /** What must have an id: all that a person can point at. */
    private static final Set<String> NAMED = union(NODES, Set.of("process", "sequenceFlow", "message", "textAnnotation", "association"));

    private static final Map<String, Set<String>> CAMUNDA_ATTRIBUTES = Map.of("process", Set.of("historyTimeToLive", "versionTag"),
            "userTask", union(JOB, Set.of("formKey", "candidateGroups")), "serviceTask", union(JOB, Set.of("delegateExpression")),
            "callActivity", union(JOB, Set.of("calledElementBinding")),
            "startEvent", JOB, "endEvent", JOB, "exclusiveGateway", JOB, "parallelGateway", JOB, "subProcess", JOB);

    /** The extensions, each with its attributes and where it may stand. */
    private static final Map<String, Set<String>> EXTENSIONS = Map.of("in", Set.of("businessKey", "source", "target"),
            "out", Set.of("source", "target"), "failedJobRetryTimeCycle", Set.of(), "properties", Set.of(), "property", Set.of("name", "value"));
    private static final Map<String, Set<String>> PLACES = Map.of("in", Set.of("callActivity"), "out", Set.of("callActivity"),
            "failedJobRetryTimeCycle", ACTIVITIES, "properties", Set.of("userTask", "callActivity"));

    private static final Pattern TIMER = PlainExpressions.TIMER;
    private static final Pattern VARIABLE = Pattern.compile("[a-z][A-Za-z0-9]{0,49}");
    private static final Pattern FORM_KEY = Pattern.compile("[a-z0-9-]{1,80}/[a-z0-9-]{1,80}");
    private static final Pattern RETRIES = Pattern.compile("R[1-9]/PT[1-9][0-9]?[MH]");
    private static final Pattern DAYS = Pattern.compile("P([1-9][0-9]{0,4})D");
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9._-]{1,30}");
    private static final Pattern ID = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,99}");
    private static final Pattern LENGTH = Pattern.compile("-?[0-9]{1,7}(?:\\.[0-9]{1,20})?");
    private static final Set<String> TRUTHS = Set.of("true", "false");

    private final Vocabulary vocabulary;
    private final Set<String> processes;
    private final List<Element> elements;
    private final Refusals refusals;
    private final Set<String> ids = new HashSet<>();

    private BpmnElements(Document document, Vocabulary vocabulary, Set<String> processes, Refusals refusals) {
        this.elements = PlainXml.elements(document);
        this.vocabulary = vocabulary;
        this.processes = processes;
        this.refusals = refusals;
    }

    /** {@code processes}: that a call may name. */
    static void check(Document document, Vocabulary vocabulary, Set<String> processes, Refusals refusals) {
        BpmnElements lists = new BpmnElements(document, vocabulary, processes, refusals);
        lists.elements.forEach(lists::identity);
        lists.elements.forEach(lists::element);
    }

    private void identity(Element element) {
        String id = element.getAttribute("id");
        if (element.hasAttribute("id")) {
            if (!ID.matcher(id).matches()) {
                refuse(element, "gate-id", id);
            } else if (!ids.add(id)) {
                refuse(element, "gate-id-twice", id);
            }
        } else if (BPMN.equals(element.getNamespaceURI()) && NAMED.contains(element.getLocalName())) {
            refuse(element, "gate-id-missing", element.getNodeName());
        }
    }

    private void element(Element element) {
        String space = String.valueOf(element.getNamespaceURI());
        String name = element.getLocalName();
        if (DRAWN.getOrDefault(space, Set.of()).contains(name)) {
            drawn(element);
        } else if (space.equals(BPMN) && ELEMENTS.containsKey(name)) {
            PlainXml.attributes(element).forEach(attribute -> attribute(element, attribute));
            text(element);
            required(element);
        } else if (space.equals(CAMUNDA) && EXTENSIONS.containsKey(name) && stands(element)) {
            extension(element);
        } else {
            refuse(element, "gate-element", element.getNodeName());
        }
    }

    private void drawn(Element element) {
        for (Attr attribute : PlainXml.attributes(element)) {
            if (attribute.getNamespaceURI() != null && !MARKS.contains(attribute.getNamespaceURI())) {
                refuse(element, "gate-attribute", attribute.getName(), element.getNodeName());
            } else if (LENGTHS.contains(attribute.getName()) && !LENGTH.matcher(attribute.getValue()).matches()) {
                refuse(element, "gate-drawing", attribute.getName(), attribute.getValue());
            }
            noExpression(element, attribute.getName(), attribute.getValue());
        }
        noExpression(element, element.getNodeName(), PlainXml.ownText(element));
    }

    private void attribute(Element element, Attr attribute) {
        String space = attribute.getNamespaceURI();
        String name = attribute.getLocalName();
        String kind = element.getLocalName();
        boolean known = space == null ? name.equals("id") || name.equals("name") || ELEMENTS.get(kind).contains(name)
                : space.equals(CAMUNDA) ? CAMUNDA_ATTRIBUTES.getOrDefault(kind, Set.of()).contains(name)
                // Never schemaLocation: who reads the file would fetch what it names.
                : space.equals(XSI) ? name.equals("type") && (kind.equals("conditionExpression") || kind.equals("timeDate")) : MARKS.contains(space);
        if (!known) {
            refuse(element, "gate-attribute", attribute.getName(), element.getNodeName());
        } else if (!CAMUNDA.equals(space) || !name.equals("delegateExpression")) {
            noExpression(element, attribute.getName(), attribute.getValue());
        }
        boolean truth = JOB.contains(name) && CAMUNDA.equals(space) || space == null
                && (name.equals("isInterrupting") || name.equals("cancelActivity") || name.equals("triggeredByEvent"));
        if (known && (truth && !TRUTHS.contains(attribute.getValue()) || name.equals("versionTag") && !VERSION.matcher(attribute.getValue()).matches())) {
            refuse(element, "gate-value", attribute.getName(), attribute.getValue());
        }
    }

    private void text(Element element) {
        String text = PlainXml.ownText(element);
        switch (element.getLocalName()) {
            case "conditionExpression" -> condition(element, text);
            case "timeDate" -> timer(element, text);
            default -> noExpression(element, element.getNodeName(), text);
        }
    }

    private void condition(Element element, String text) {
        var read = PlainExpressions.condition(text);
        if (read.isEmpty()) {
            refuse(element, "gate-condition", text);
            return;
        }
        Vocabulary.Fact fact = vocabulary.facts().get(read.get().variable());
        if (fact == null) {
            refuse(element, "gate-fact", read.get().variable());
        } else if (read.get().code() == null ? !fact.isFlag() : !fact.isCode()) {
            refuse(element, fact.isFlag() ? "gate-fact-flag" : "gate-fact-code", fact.name());
        }
    }

    private void timer(Element element, String text) {
        Matcher timer = TIMER.matcher(text);
        if (!timer.matches()) {
            refuse(element, "gate-timer", text);
        } else {
            String term = timer.group(1) != null ? timer.group(1) : timer.group(2);
            if (!vocabulary.terms().contains(term)) {
                refuse(element, "gate-term", term);
            }
        }
    }

    private void noExpression(Element element, String where, String value) {
        if (PlainExpressions.isIn(value)) {
            refuse(element, "gate-expression", where, value);
        }
    }

    private boolean stands(Element element) {
        Node parent = element.getParentNode();
        if (element.getLocalName().equals("property")) {
            return CAMUNDA.equals(parent.getNamespaceURI()) && parent.getLocalName().equals("properties");
        }
        return is(parent, "extensionElements") && BPMN.equals(parent.getParentNode().getNamespaceURI())
                && PLACES.get(element.getLocalName()).contains(parent.getParentNode().getLocalName());
    }

    private void extension(Element element) {
        String kind = element.getLocalName();
        for (Attr attribute : PlainXml.attributes(element)) {
            if (attribute.getNamespaceURI() != null || !EXTENSIONS.get(kind).contains(attribute.getName())) {
                refuse(element, "gate-attribute", attribute.getName(), element.getNodeName());
            } else if (!kind.equals("property") && (attribute.getName().equals("businessKey") ? !attribute.getValue().equals(PlainExpressions.BUSINESS_KEY)
                    : !VARIABLE.matcher(attribute.getValue()).matches())) {
                refuse(element, "gate-mapping", attribute.getName(), attribute.getValue());
            }
        }
        if (kind.equals("property") && (!element.getAttribute("name").equals("taakrol") || !TaskRole.codes().contains(element.getAttribute("value")))) {
            refuse(element, "gate-tag", element.getAttribute("name") + " " + element.getAttribute("value"), String.join(", ", new TreeSet<>(TaskRole.codes())));
        }
        if (kind.equals("failedJobRetryTimeCycle")) {
            if (!RETRIES.matcher(PlainXml.ownText(element)).matches()) {
                refuse(element, "gate-retries", PlainXml.ownText(element));
            }
        } else {
            noExpression(element, element.getNodeName(), PlainXml.ownText(element));
        }
    }

    private void required(Element element) {
        switch (element.getLocalName()) {
            case "process" -> process(element);
            case "userTask" -> {
                form(element);
                groups(element);
            }
            case "serviceTask" -> delegate(element);
            case "callActivity" -> called(element);
            case "message" -> {
                if (element.getAttribute("name").isBlank()) {
                    refuse(element, "gate-message");
                }
            }
            case "conditionExpression", "timeDate" -> {
                String type = element.getAttributeNS(XSI, "type");
                if (!type.isEmpty() && !type.matches("([A-Za-z0-9_-]+:)?tFormalExpression")) {
                    refuse(element, "gate-value", "xsi:type", type);
                }
            }
            default -> { }
        }
    }

    private void process(Element process) {
        Matcher days = DAYS.matcher(process.getAttributeNS(CAMUNDA, "historyTimeToLive"));
        if (!days.matches() || Integer.parseInt(days.group(1)) < FEWEST_DAYS || Integer.parseInt(days.group(1)) > MOST_DAYS) {
            refuse(process, "gate-lifetime", String.valueOf(FEWEST_DAYS), String.valueOf(MOST_DAYS));
        }
        if (!process.getAttribute("isExecutable").equals("true")) {
            refuse(process, "gate-executable");
        }
    }

    private void form(Element task) {
        String key = task.getAttributeNS(CAMUNDA, "formKey");
        if (key.isEmpty()) {
            refuse(task, "gate-form-none");
        } else if (!FORM_KEY.matcher(key).matches() || !vocabulary.forms().contains(key)) {
            refuse(task, "gate-form", key);
        }
    }

    private void groups(Element task) {
        String groups = task.getAttributeNS(CAMUNDA, "candidateGroups");
        if (groups.replace(",", "").isBlank()) {
            refuse(task, "gate-group-none");
        }
        Arrays.stream(groups.split(",")).map(String::strip).filter(group -> !group.isEmpty() && !vocabulary.groups().containsKey(group))
                .forEach(group -> refuse(task, "gate-group", group));
    }

    private void delegate(Element task) {
        String expression = task.getAttributeNS(CAMUNDA, "delegateExpression");
        var bean = PlainExpressions.delegate(expression);
        Vocabulary.Delegate delegate = bean.map(vocabulary.delegates()::get).orElse(null);
        if (bean.isEmpty()) {
            refuse(task, expression.isEmpty() ? "gate-delegate-none" : "gate-delegate-expression", expression);
        } else if (delegate == null) {
            refuse(task, "gate-delegate", bean.get());
        } else if (!delegate.isFor(processAround(task))) {
            refuse(task, "gate-delegate-elsewhere", delegate.does(),
                    delegate.onlyIn().stream().map(only -> vocabulary.processes().getOrDefault(only, only)).collect(Collectors.joining(", ")));
        }
    }

    private static String processAround(Node step) {
        Node at = step;
        while (at != null && !BpmnGate.is(at, "process")) {
            at = at.getParentNode();
        }
        return at instanceof Element process ? process.getAttribute("id") : "";
    }

    private void called(Element call) {
        if (!processes.contains(call.getAttribute("calledElement"))) {
            refuse(call, "gate-called", call.getAttribute("calledElement"));
        }
        if (!call.getAttributeNS(CAMUNDA, "calledElementBinding").equals("deployment")) {
            refuse(call, "gate-called-binding");
        }
        // Without it the building block would not know whose it is: no terms, no tasks that anybody finds.
        if (elements.stream().noneMatch(element -> element.getLocalName().equals("in") && CAMUNDA.equals(element.getNamespaceURI())
                && element.hasAttribute("businessKey") && element.getParentNode().getParentNode() == call)) {
            refuse(call, "gate-called-key");
        }
    }

    private static boolean is(Node element, String name) {
        return BpmnGate.is(element, name);
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.addAll(other);
        return Set.copyOf(both);
    }

    private void refuse(Element element, String rule, String... args) {
        refusals.refuse(SafeXml.name(element), rule, args);
    }
}
