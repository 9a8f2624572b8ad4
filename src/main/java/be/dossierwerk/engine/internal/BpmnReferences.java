package be.dossierwerk.engine.internal;

import be.dossierwerk.engine.PlainXml;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** How the elements of a diagram name each other, and how something begins, waits and ends in it: the engine would stumble over anything else. */
final class BpmnReferences {

    private final Map<String, Element> byId = new HashMap<>();
    private final Map<String, List<Element>> from = new HashMap<>();
    private final Map<String, List<Element>> to = new HashMap<>();
    private final Refusals refusals;

    private BpmnReferences(Refusals refusals) {
        this.refusals = refusals;
    }

    /** {@code document}: one whose elements are on the lists, each with an id of its own. */
    static void check(Document document, Refusals refusals) {
        BpmnReferences references = new BpmnReferences(refusals);
        List<Element> elements = PlainXml.elements(document);
        elements.forEach(references::known);
        elements.forEach(references::references);
        elements.forEach(references::events);
    }

    private void known(Element element) {
        if (element.hasAttribute("id")) {
            byId.put(element.getAttribute("id"), element);
        }
        if (is(element, "sequenceFlow")) {
            from.computeIfAbsent(element.getAttribute("sourceRef"), id -> new ArrayList<>()).add(element);
            to.computeIfAbsent(element.getAttribute("targetRef"), id -> new ArrayList<>()).add(element);
        }
    }

    /** Every name of another element leads to one of the right kind, in the same process or frame. */
    private void references(Element element) {
        if (BpmnGate.BPMN.equals(element.getNamespaceURI())) {
            switch (element.getLocalName()) {
                case "sequenceFlow" -> {
                    leads(element, element, "sourceRef", BpmnElements.NODES);
                    leads(element, element, "targetRef", BpmnElements.NODES);
                    if (PlainXml.children(element).stream().filter(child -> is(child, "conditionExpression")).count() > 1) {
                        refuse(element, "gate-condition", "");
                    }
                }
                case "boundaryEvent" -> leads(element, element, "attachedToRef", BpmnElements.ACTIVITIES);
                case "exclusiveGateway" -> {
                    if (element.hasAttribute("default")) {
                        Element flow = leads(element, element, "default", Set.of("sequenceFlow"));
                        if (flow != null && !flow.getAttribute("sourceRef").equals(element.getAttribute("id"))) {
                            refuse(element, "gate-reference", "default", element.getAttribute("default"));
                        }
                    }
                }
                case "incoming", "outgoing" -> {
                    Element flow = byId.get(PlainXml.ownText(element));
                    boolean in = element.getLocalName().equals("incoming");
                    if (!is(flow, "sequenceFlow") || !flow.getAttribute(in ? "targetRef" : "sourceRef").equals(((Element) element.getParentNode()).getAttribute("id"))) {
                        refuse(element, "gate-reference", element.getLocalName(), PlainXml.ownText(element));
                    }
                }
                case "messageEventDefinition" -> {
                    if (!is(byId.get(element.getAttribute("messageRef")), "message")) {
                        refuse(element, "gate-reference", "messageRef", element.getAttribute("messageRef"));
                    }
                }
                case "association" -> {
                    for (String end : List.of("sourceRef", "targetRef")) {
                        if (!byId.containsKey(element.getAttribute(end))) {
                            refuse(element, "gate-reference", end, element.getAttribute(end));
                        }
                    }
                }
                default -> { }
            }
        } else if (element.hasAttribute("bpmnElement")) {
            Element drawn = byId.get(element.getAttribute("bpmnElement"));
            if (drawn == null || !BpmnGate.BPMN.equals(drawn.getNamespaceURI())) {
                refuse(element, "gate-reference", "bpmnElement", element.getAttribute("bpmnElement"));
            }
        }
    }

    private Element leads(Element from, Element told, String attribute, Set<String> kinds) {
        Element to = byId.get(from.getAttribute(attribute));
        if (to == null || !BpmnGate.BPMN.equals(to.getNamespaceURI()) || !kinds.contains(to.getLocalName()) || to.getParentNode() != from.getParentNode()) {
            refuse(told, "gate-reference", attribute, from.getAttribute(attribute));
            return null;
        }
        return to;
    }

    /** Where something begins, waits and ends is said exactly once. */
    private void events(Element element) {
        if (!BpmnGate.BPMN.equals(element.getNamespaceURI())) {
            return;
        }
        List<String> definitions = PlainXml.children(element).stream().map(Node::getLocalName).filter(name -> name.endsWith("EventDefinition")).toList();
        boolean right = switch (element.getLocalName()) {
            case "startEvent" -> inEventFrame(element) ? definitions.size() == 1 && !definitions.contains("terminateEventDefinition") : definitions.isEmpty();
            case "endEvent" -> definitions.isEmpty() || definitions.equals(List.of("terminateEventDefinition"));
            case "boundaryEvent", "intermediateCatchEvent" -> definitions.size() == 1 && !definitions.contains("terminateEventDefinition");
            case "timerEventDefinition" -> PlainXml.children(element).stream().filter(child -> is(child, "timeDate")).count() == 1;
            default -> true;
        };
        if (!right) {
            refuse(element, "gate-event");
        }
        if (is(element, "process") || is(element, "subProcess")) {
            long starts = PlainXml.children(element).stream().filter(child -> is(child, "startEvent")).count();
            if (starts != 1) {
                refuse(element, "gate-start");
            }
        }
        String id = element.getAttribute("id");
        if (is(element, "subProcess") && element.getAttribute("triggeredByEvent").equals("true") && (from.containsKey(id) || to.containsKey(id))) {
            refuse(element, "gate-event-frame");
        }
        if (is(element, "eventBasedGateway") && !from.getOrDefault(id, List.of()).stream()
                .allMatch(flow -> is(byId.get(flow.getAttribute("targetRef")), "intermediateCatchEvent"))) {
            refuse(element, "gate-event-choice");
        }
        if ((is(element, "startEvent") || is(element, "boundaryEvent")) && to.containsKey(id)) {
            refuse(element, "gate-event-entered");
        }
        if (is(element, "endEvent") && from.containsKey(id)) {
            refuse(element, "gate-event-left");
        }
    }

    private static boolean inEventFrame(Element start) {
        return is(start.getParentNode(), "subProcess") && ((Element) start.getParentNode()).getAttribute("triggeredByEvent").equals("true");
    }

    private static boolean is(Node element, String name) {
        return BpmnGate.is(element, name);
    }

    private void refuse(Element element, String rule, String... args) {
        refusals.refuse(SafeXml.name(element), rule, args);
    }
}
