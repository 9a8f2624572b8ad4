package be.dossierwerk.simulation;

import be.dossierwerk.engine.DiagramSet;
import be.dossierwerk.engine.PlainXml;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** A process as a token walks it, read from the text of its diagram. It knows the elements that the gate lets through and no others. */
final class Flowchart {

    enum Kind { START, START_TIMER, START_MESSAGE, END, TERMINATE, USER, AUTOMATIC, CALL, SUBPROCESS, EXCLUSIVE, PARALLEL, EVENT_BASED, CATCH_TIMER, CATCH_MESSAGE,
        BOUNDARY_TIMER, BOUNDARY_MESSAGE }

    /** {@code value} is null where the variable itself is asked. */
    record Condition(String variable, boolean negated, String value) { }

    record Flow(String id, String name, String target, Condition condition) { }

    /** An element; {@code rule} is the term that its timer follows, so many {@code daysBefore} its end. */
    static final class Node {
        final String process;
        final String id;
        final String name;
        final Kind kind;
        boolean interrupting = true;
        String attachedTo;
        String rule;
        int daysBefore;
        Set<String> groups = Set.of();
        String called;
        String defaultFlow;
        int incoming;
        Scope inner;
        final List<Flow> outgoing = new ArrayList<>();
        final List<Node> boundary = new ArrayList<>();

        Node(String process, String id, String name, Kind kind) {
            this.process = process;
            this.id = id;
            this.name = name;
            this.kind = kind;
        }

        /** The same in every version of the diagram. */
        String key() {
            return process + "#" + id;
        }

        @Override
        public String toString() {
            return key();
        }
    }

    /** A process, a subprocess, or one that begins with an event. */
    static final class Scope {
        final Map<String, Node> nodes = new LinkedHashMap<>();
        final List<Node> byEvent = new ArrayList<>();
        Node start;
    }

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final Pattern CONDITION = Pattern.compile("\\$\\{(!?)([a-z][A-Za-z0-9]*)(?: ([!=])= '([A-Z0-9_]+)')?}");
    private static final Pattern TIMER = Pattern.compile("deadlines\\.(?:endOf\\('(T-[A-Z0-9-]+)'|before\\('(T-[A-Z0-9-]+)', ([0-9]{1,3}))");

    final String process;
    final String name;
    final Scope scope;

    private Flowchart(String process, String name, Scope scope) {
        this.process = process;
        this.name = name;
        this.scope = scope;
    }

    /** Every process of the set, by its id. */
    static Map<String, Flowchart> of(DiagramSet set) {
        Map<String, Flowchart> all = new TreeMap<>();
        set.files().forEach((path, content) -> {
            if (path.endsWith(".bpmn")) {
                read(content).forEach(chart -> all.put(chart.process, chart));
            }
        });
        return all;
    }

    /** The processes that a process calls, with itself. */
    static Set<String> reachable(Map<String, Flowchart> all, String root) {
        Set<String> found = new TreeSet<>();
        List<String> open = new ArrayList<>(List.of(root));
        while (!open.isEmpty()) {
            String next = open.remove(open.size() - 1);
            if (all.containsKey(next) && found.add(next)) {
                all.get(next).nodes().stream().filter(node -> node.called != null).forEach(node -> open.add(node.called));
            }
        }
        return found;
    }

    /** The processes that no other calls: procedures, not building blocks. */
    static Set<String> roots(Map<String, Flowchart> all) {
        Set<String> roots = new TreeSet<>(all.keySet());
        all.values().forEach(chart -> chart.nodes().forEach(node -> {
            if (node.called != null && !node.called.equals(chart.process)) {
                roots.remove(node.called);
            }
        }));
        return roots;
    }

    List<Node> nodes() {
        List<Node> all = new ArrayList<>();
        collect(scope, all);
        return all;
    }

    private static void collect(Scope scope, List<Node> all) {
        scope.nodes.values().forEach(node -> {
            all.add(node);
            if (node.inner != null) {
                collect(node.inner, all);
            }
        });
    }

    static List<Flowchart> read(byte[] content) {
        List<Flowchart> charts = new ArrayList<>();
        for (Element process : children(parse(content), "process")) {
            String id = process.getAttribute("id");
            charts.add(new Flowchart(id, words(process, id), scope(id, process)));
        }
        return charts;
    }

    private static Element parse(byte[] content) {
        try {
            return PlainXml.read(content).getDocumentElement();
        } catch (SAXException e) {
            throw new IllegalArgumentException("no diagram that can be read: " + e.getMessage(), e);
        }
    }

    private static Scope scope(String process, Element parent) {
        Scope scope = new Scope();
        for (Element element : children(parent, null)) {
            Node node = node(process, element);
            if (node == null) {
                continue;
            }
            if (node.kind == Kind.SUBPROCESS) {
                node.inner = scope(process, element);
                if (element.getAttribute("triggeredByEvent").equals("true")) {
                    scope.byEvent.add(node);
                }
            }
            scope.nodes.put(node.id, node);
            if (node.kind == Kind.START || node.kind == Kind.START_MESSAGE || node.kind == Kind.START_TIMER) {
                scope.start = node;
            }
        }
        for (Element element : children(parent, "sequenceFlow")) {
            Node from = scope.nodes.get(element.getAttribute("sourceRef"));
            Node to = scope.nodes.get(element.getAttribute("targetRef"));
            if (from != null && to != null) {
                from.outgoing.add(new Flow(element.getAttribute("id"), words(element, ""), to.id, condition(element)));
                to.incoming++;
            }
        }
        scope.nodes.values().forEach(node -> {
            if (node.attachedTo != null && scope.nodes.containsKey(node.attachedTo)) {
                scope.nodes.get(node.attachedTo).boundary.add(node);
            }
        });
        return scope;
    }

    private static Node node(String process, Element element) {
        boolean timer = !children(element, "timerEventDefinition").isEmpty();
        boolean message = !children(element, "messageEventDefinition").isEmpty();
        Kind kind = switch (element.getLocalName()) {
            case "startEvent" -> timer ? Kind.START_TIMER : message ? Kind.START_MESSAGE : Kind.START;
            case "endEvent" -> children(element, "terminateEventDefinition").isEmpty() ? Kind.END : Kind.TERMINATE;
            case "userTask" -> Kind.USER;
            case "serviceTask" -> Kind.AUTOMATIC;
            case "callActivity" -> Kind.CALL;
            case "subProcess" -> Kind.SUBPROCESS;
            case "exclusiveGateway" -> Kind.EXCLUSIVE;
            case "parallelGateway" -> Kind.PARALLEL;
            case "eventBasedGateway" -> Kind.EVENT_BASED;
            case "intermediateCatchEvent" -> timer ? Kind.CATCH_TIMER : Kind.CATCH_MESSAGE;
            case "boundaryEvent" -> timer ? Kind.BOUNDARY_TIMER : Kind.BOUNDARY_MESSAGE;
            default -> null;
        };
        if (kind == null) {
            return null;
        }
        String id = element.getAttribute("id");
        Node node = new Node(process, id, words(element, id), kind);
        node.attachedTo = text(element, "attachedToRef");
        node.interrupting = !element.getAttribute("cancelActivity").equals("false") && !element.getAttribute("isInterrupting").equals("false");
        node.called = text(element, "calledElement");
        node.defaultFlow = text(element, "default");
        String groups = element.getAttributeNS(CAMUNDA, "candidateGroups");
        node.groups = groups.isBlank() ? Set.of() : new TreeSet<>(Arrays.asList(groups.strip().split("\\s*,\\s*")));
        if (timer) {
            Matcher found = TIMER.matcher(element.getTextContent());
            if (found.find()) {
                node.rule = found.group(1) != null ? found.group(1) : found.group(2);
                node.daysBefore = found.group(3) == null ? 0 : Integer.parseInt(found.group(3));
            }
        }
        return node;
    }

    private static Condition condition(Element flow) {
        return children(flow, "conditionExpression").stream().map(element -> CONDITION.matcher(element.getTextContent().strip())).filter(Matcher::matches)
                .map(found -> new Condition(found.group(2), found.group(4) == null ? !found.group(1).isEmpty() : found.group(3).equals("!"), found.group(4)))
                .findFirst().orElse(null);
    }

    private static List<Element> children(Element parent, String name) {
        return PlainXml.children(parent).stream().filter(child -> BPMN.equals(child.getNamespaceURI()) && (name == null || name.equals(child.getLocalName()))).toList();
    }

    private static String words(Element element, String otherwise) {
        return element.getAttribute("name").isBlank() ? otherwise : element.getAttribute("name").strip().replaceAll("\\s+", " ");
    }

    private static String text(Element element, String attribute) {
        return element.getAttribute(attribute).isBlank() ? null : element.getAttribute(attribute);
    }
}
