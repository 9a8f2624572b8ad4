package be.dossierwerk.procedurechange;

import be.dossierwerk.engine.PlainXml;
import be.dossierwerk.procedurechange.Difference.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A diagram as its elements with all that is said of each, whatever the order in which the file says it. */
record DiagramParts(Map<String, Part> parts) {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String DRAWING = "http://www.omg.org/spec/BPMN/20100524/DI";

    /** What is drawn and what a dossier passes; everything else belongs to one of these. */
    private static final Set<String> DRAWN = Set.of("process", "startEvent", "endEvent", "boundaryEvent", "intermediateCatchEvent", "intermediateThrowEvent", "task",
            "userTask", "serviceTask", "sendTask", "receiveTask", "manualTask", "businessRuleTask", "scriptTask", "callActivity", "subProcess", "transaction",
            "adHocSubProcess", "exclusiveGateway", "inclusiveGateway", "parallelGateway", "eventBasedGateway", "complexGateway", "sequenceFlow", "textAnnotation",
            "association", "group", "lane", "participant", "collaboration", "messageFlow", "dataObjectReference", "dataStoreReference");
    /** Saying it or leaving it out is the same. */
    private static final Map<String, String> SILENT = Map.of("isInterrupting", "true", "cancelActivity", "true", "exclusive", "true", "asyncBefore", "false",
            "asyncAfter", "false", "triggeredByEvent", "false");
    private static final Set<String> LINES = Set.of("sequenceFlow", "association", "messageFlow");

    /** One element; {@code facts}: everything else that the file says of it; {@code drawn}: where and how. */
    record Part(String id, String type, String name, String parent, String source, String target, Map<String, String> facts, String drawn) {

        boolean isLine() {
            return LINES.contains(type);
        }

        String fact(String key) {
            return facts.getOrDefault(key, "");
        }
    }

    /** Empty when the text cannot be read. */
    static Optional<DiagramParts> of(String text) {
        return ReadXml.document(text).map(DiagramParts::read);
    }

    private static DiagramParts read(Document document) {
        Map<String, String> drawn = new TreeMap<>();
        Map<String, String> messages = new TreeMap<>();
        var all = document.getElementsByTagNameNS("*", "*");
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            if (DRAWING.equals(element.getNamespaceURI()) && element.hasAttribute("bpmnElement") && !element.getLocalName().equals("BPMNPlane")) {
                drawn.put(element.getAttribute("bpmnElement"), ReadXml.canonical(element));
            } else if (is(element, "message") || is(element, "signal") || is(element, "error")) {
                messages.put(element.getAttribute("id"), element.getAttribute("name"));
            }
        }
        Map<String, Part> parts = new LinkedHashMap<>();
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            if (BPMN.equals(element.getNamespaceURI()) && DRAWN.contains(element.getLocalName()) && element.hasAttribute("id")) {
                Element parent = (Element) element.getParentNode();
                String id = element.getAttribute("id");
                parts.put(id, new Part(id, element.getLocalName(), element.getAttribute("name").strip(), parent.getAttribute("id"), element.getAttribute("sourceRef"),
                        element.getAttribute("targetRef"), facts(element, messages), drawn.getOrDefault(id, "")));
            }
        }
        return new DiagramParts(parts);
    }

    private static boolean is(Element element, String name) {
        return BPMN.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
    }

    private static Map<String, String> facts(Element element, Map<String, String> messages) {
        Map<String, String> facts = new TreeMap<>();
        for (Attr attribute : ReadXml.attributes(element)) {
            String name = attribute.getLocalName();
            if (name.equals("candidateGroups")) {
                facts.put(name, Arrays.stream(attribute.getValue().split(",")).map(String::strip).sorted().collect(Collectors.joining(",")));
            } else if (!Set.of("id", "name", "sourceRef", "targetRef").contains(name) && !attribute.getValue().equals(SILENT.get(name))) {
                facts.put(name, attribute.getValue());
            }
        }
        for (Element child : PlainXml.children(element)) {
            String name = child.getLocalName();
            if (!BPMN.equals(child.getNamespaceURI())) {
                add(facts, "other", ReadXml.canonical(child));
            } else if (name.equals("extensionElements")) {
                PlainXml.children(child).forEach(extension -> extension(facts, extension));
            } else if (name.equals("documentation") || name.equals("conditionExpression") || name.equals("text")) {
                add(facts, name, ReadXml.text(child));
            } else if (name.equals("timerEventDefinition")) {
                add(facts, "timer", PlainXml.children(child).stream()
                        .map(when -> (when.getLocalName().equals("timeDate") ? "" : when.getLocalName() + " ") + ReadXml.text(when)).collect(Collectors.joining(" ")));
            } else if (name.endsWith("EventDefinition")) {
                String reference = ReadXml.attributes(child).stream().filter(attribute -> attribute.getLocalName().endsWith("Ref"))
                        .map(attribute -> messages.getOrDefault(attribute.getValue(), attribute.getValue())).collect(Collectors.joining(" "));
                add(facts, reference.isEmpty() ? "event" : "message", reference.isEmpty() ? name : reference);
            } else if (!name.equals("incoming") && !name.equals("outgoing") && !(DRAWN.contains(name) && child.hasAttribute("id"))) {
                add(facts, "other", ReadXml.canonical(child));
            }
        }
        return facts;
    }

    private static void extension(Map<String, String> facts, Element extension) {
        switch (extension.getLocalName()) {
            case "in", "out" -> add(facts, "data", ReadXml.canonical(extension));
            case "failedJobRetryTimeCycle" -> add(facts, "retries", ReadXml.text(extension));
            case "properties" -> PlainXml.children(extension).forEach(property -> facts.put("setting:" + property.getAttribute("name"), property.getAttribute("value")));
            case "inputOutput" -> PlainXml.children(extension).forEach(parameter -> facts.put("setting:" + parameter.getAttribute("name"), ReadXml.text(parameter)));
            case "field" -> facts.put("setting:" + extension.getAttribute("name"), extension.getAttribute("stringValue") + ReadXml.text(extension));
            default -> add(facts, "other", ReadXml.canonical(extension));
        }
    }

    private static void add(Map<String, String> facts, String key, String value) {
        facts.merge(key, value, (one, other) -> String.join("\n", new java.util.TreeSet<>(List.of((one + "\n" + other).split("\n")))));
    }

    Part part(String id) {
        return parts.get(id);
    }

    List<Part> into(String id) {
        return parts.values().stream().filter(part -> part.type().equals("sequenceFlow") && part.target().equals(id)).toList();
    }

    List<Part> outOf(String id) {
        return parts.values().stream().filter(part -> part.type().equals("sequenceFlow") && part.source().equals(id)).toList();
    }

    /** What stands before (or holds) and after the node. */
    Set<String> before(String id) {
        Set<String> before = into(id).stream().map(Part::source).collect(Collectors.toCollection(LinkedHashSet::new));
        Optional.ofNullable(part(id)).map(part -> part.fact("attachedToRef")).filter(host -> !host.isEmpty()).ifPresent(before::add);
        return before;
    }

    Set<String> after(String id) {
        return outOf(id).stream().map(Part::target).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The element as a person sees it. */
    Subject subject(String id) {
        Part part = part(id);
        if (part.isLine()) {
            return new Subject(part.type(), part.name(), name(part.source(), false), name(part.target(), true), "");
        }
        return new Subject(kind(part), part.name(), names(before(id), false), names(after(id), true), "");
    }

    /** Timers and messages are events of their own for a person. */
    private static String kind(Part part) {
        if (part.type().endsWith("Event") && part.facts().containsKey("timer")) {
            return "timer";
        }
        return part.type().endsWith("CatchEvent") && part.facts().containsKey("message") ? "message" : part.type();
    }

    private String names(Set<String> ids, boolean onwards) {
        return ids.stream().map(id -> name(id, onwards)).filter(name -> !name.isEmpty()).distinct().collect(Collectors.joining("|"));
    }

    /** Its name; what has none, such as a gateway where paths meet, is called by the nearest that has one. */
    private String name(String id, boolean onwards) {
        Set<String> seen = new LinkedHashSet<>();
        List<String> at = new ArrayList<>(List.of(id));
        while (!at.isEmpty()) {
            String next = at.remove(0);
            Part part = part(next);
            if (part != null && seen.add(next)) {
                if (!part.name().isEmpty()) {
                    return part.name();
                }
                at.addAll(onwards ? after(next) : before(next));
            }
        }
        return "";
    }
}
