package be.dossierwerk.procedurechange;

import be.dossierwerk.engine.PlainXml;
import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Edits a file as the editors do, at random but repeatable, and remembers which differences that must give: "element KIND ASPECT". */
final class RandomEdits {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final Set<String> NODES = Set.of("startEvent", "endEvent", "boundaryEvent", "intermediateCatchEvent", "userTask", "serviceTask", "callActivity",
            "exclusiveGateway", "parallelGateway", "eventBasedGateway");

    private final Random random;
    private final Set<String> touched = new HashSet<>();
    final Set<String> expected = new TreeSet<>();
    private int made;

    RandomEdits(long seed) {
        random = new Random(seed);
    }

    // ---- diagrams

    String diagram(String text, int edits) {
        Document document = ReadXml.document(text).orElseThrow();
        for (int i = 0; i < edits; i++) {
            edit(document, random.nextInt(13));
        }
        return written(document);
    }

    private void edit(Document document, int which) {
        switch (which) {
            case 0 -> on(document, e -> NODES.contains(e.getLocalName()) && !e.getAttribute("name").isEmpty()).ifPresent(e -> {
                e.setAttributeNS(null, "name", e.getAttribute("name") + " anders");
                expect(e, "CHANGED NAME");
            });
            case 1 -> on(document, e -> e.getLocalName().equals("userTask")).ifPresent(e -> {
                e.setAttributeNS(CAMUNDA, "camunda:candidateGroups", e.getAttributeNS(CAMUNDA, "candidateGroups") + ",dw-auditor");
                expect(e, "CHANGED WHO");
            });
            case 2 -> on(document, e -> e.getLocalName().equals("userTask")).ifPresent(e -> {
                e.setAttributeNS(CAMUNDA, "camunda:formKey", "proef/ander-formulier");
                expect(e, "CHANGED FORM");
            });
            case 3 -> on(document, e -> NODES.contains(e.getLocalName()) && e.getElementsByTagNameNS(BPMN, "timeDate").getLength() > 0).ifPresent(e -> {
                e.getElementsByTagNameNS(BPMN, "timeDate").item(0).setTextContent("${deadlines.before('T-REC-04', 14, execution.processBusinessKey)}");
                expect(e, "CHANGED TERM");
            });
            case 4 -> on(document, e -> e.getElementsByTagNameNS(BPMN, "conditionExpression").getLength() > 0 && e.getLocalName().equals("sequenceFlow")).ifPresent(e -> {
                e.getElementsByTagNameNS(BPMN, "conditionExpression").item(0).setTextContent("${eenAnderFeit}");
                expect(e, "CHANGED CONDITION");
            });
            case 5 -> on(document, e -> e.getLocalName().equals("serviceTask")).ifPresent(e -> {
                e.setAttributeNS(CAMUNDA, "camunda:delegateExpression", "${remindDelegate}");
                expect(e, "CHANGED SYSTEM_STEP");
            });
            case 6 -> on(document, e -> e.getLocalName().equals("callActivity")).ifPresent(e -> {
                e.setAttributeNS(null, "calledElement", "kennisgeving-anders");
                expect(e, "CHANGED BLOCK");
            });
            case 7 -> on(document, e -> NODES.contains(e.getLocalName())).ifPresent(e -> {
                Element documentation = ReadXml.child(e, "documentation").orElseGet(() ->
                        (Element) e.insertBefore(document.createElementNS(BPMN, "bpmn:documentation"), e.getFirstChild()));
                documentation.setTextContent("Een andere uitleg " + made++);
                expect(e, "CHANGED EXPLANATION");
            });
            case 8 -> on(document, e -> NODES.contains(e.getLocalName())).ifPresent(e -> {
                Element bounds = (Element) shape(document, e.getAttribute("id")).getElementsByTagNameNS("*", "Bounds").item(0);
                bounds.setAttributeNS(null, "x", String.valueOf(Integer.parseInt(bounds.getAttribute("x")) + 10));
                expect(e, "MOVED LAYOUT");
            });
            case 9 -> on(document, e -> e.getLocalName().equals("sequenceFlow")).ifPresent(flow -> insert(document, flow));
            case 10 -> on(document, e -> isBridgeable(document, e)).ifPresent(e -> remove(document, e));
            case 11 -> on(document, e -> NODES.contains(e.getLocalName()) && !e.getAttribute("name").isEmpty() && flows(document, "sourceRef", e).size() == 1
                    && flows(document, "targetRef", e).size() == 1).ifPresent(e -> rename(document, e));
            default -> on(document, e -> e.getLocalName().equals("serviceTask")).ifPresent(e -> {
                e.setAttributeNS(CAMUNDA, "camunda:asyncBefore", e.getAttributeNS(CAMUNDA, "asyncBefore").equals("true") ? "false" : "true");
                expect(e, "CHANGED EXECUTION");
            });
        }
    }

    private void insert(Document document, Element flow) {
        String id = "UserTask_Nieuw" + made++;
        Element task = document.createElementNS(BPMN, "bpmn:userTask");
        task.setAttributeNS(null, "id", id);
        task.setAttributeNS(null, "name", "Nieuwe taak " + made);
        Element next = document.createElementNS(BPMN, "bpmn:sequenceFlow");
        next.setAttributeNS(null, "id", "Flow_Na" + id);
        next.setAttributeNS(null, "sourceRef", id);
        next.setAttributeNS(null, "targetRef", flow.getAttribute("targetRef"));
        flow.setAttributeNS(null, "targetRef", id);
        flow.getParentNode().appendChild(task);
        flow.getParentNode().appendChild(next);
        touch(next.getAttribute("targetRef"), id, next.getAttribute("id"));
        expect(flow, "RECONNECTED ELEMENT");
        expect(task, "ADDED ELEMENT");
        expect(next, "ADDED ELEMENT");
    }

    private boolean isBridgeable(Document document, Element e) {
        if (!Set.of("userTask", "serviceTask", "callActivity").contains(e.getLocalName()) || flows(document, "sourceRef", e).size() != 1
                || flows(document, "targetRef", e).size() != 1) {
            return false;
        }
        Element in = flows(document, "targetRef", e).get(0);
        Element out = flows(document, "sourceRef", e).get(0);
        return elements(document).stream().noneMatch(other -> other.getAttribute("attachedToRef").equals(e.getAttribute("id")))
                && Set.of(in.getAttribute("id"), out.getAttribute("id"), in.getAttribute("sourceRef"), out.getAttribute("targetRef")).stream().noneMatch(touched::contains);
    }

    private void remove(Document document, Element e) {
        Element in = flows(document, "targetRef", e).get(0);
        Element out = flows(document, "sourceRef", e).get(0);
        in.setAttributeNS(null, "targetRef", out.getAttribute("targetRef"));
        for (Element gone : List.of(e, out)) {
            Element drawn = shape(document, gone.getAttribute("id"));
            drawn.getParentNode().removeChild(drawn);
            gone.getParentNode().removeChild(gone);
        }
        touch(in.getAttribute("sourceRef"), out.getAttribute("targetRef"), in.getAttribute("id"), out.getAttribute("id"));
        expect(in, "RECONNECTED ELEMENT");
        expect(e, "REMOVED ELEMENT");
        expect(out, "REMOVED ELEMENT");
    }

    private void rename(Document document, Element e) {
        Element in = flows(document, "targetRef", e).get(0);
        Element out = flows(document, "sourceRef", e).get(0);
        if (touched.contains(in.getAttribute("sourceRef")) || touched.contains(out.getAttribute("targetRef")) || touched.contains(in.getAttribute("id"))
                || touched.contains(out.getAttribute("id"))) {
            return;
        }
        String old = e.getAttribute("id");
        String fresh = old + "X" + made++;
        for (Element other : elements(document)) {
            for (Attr attribute : ReadXml.attributes(other)) {
                if (attribute.getValue().equals(old)) {
                    attribute.setValue(fresh);
                }
            }
        }
        touch(old, fresh, in.getAttribute("sourceRef"), out.getAttribute("targetRef"), in.getAttribute("id"), out.getAttribute("id"));
        expect(e, "CHANGED IDENTITY");
    }

    private java.util.Optional<Element> on(Document document, Predicate<Element> which) {
        List<Element> candidates = new ArrayList<>(elements(document).stream().filter(e -> BPMN.equals(e.getNamespaceURI()) && e.hasAttribute("id")
                && !touched.contains(e.getAttribute("id")) && which.test(e)).toList());
        if (candidates.isEmpty()) {
            return java.util.Optional.empty();
        }
        Element chosen = candidates.get(random.nextInt(candidates.size()));
        touch(chosen.getAttribute("id"));
        return java.util.Optional.of(chosen);
    }

    private static List<Element> flows(Document document, String end, Element node) {
        return elements(document).stream().filter(e -> e.getLocalName().equals("sequenceFlow") && e.getAttribute(end).equals(node.getAttribute("id"))).toList();
    }

    private static Element shape(Document document, String id) {
        return elements(document).stream().filter(e -> e.getAttribute("bpmnElement").equals(id)).findFirst().orElseThrow();
    }

    // ---- tables

    String table(String text, int edits) {
        Document document = ReadXml.document(text).orElseThrow();
        Element table = (Element) document.getElementsByTagNameNS("*", "decisionTable").item(0);
        for (int i = 0; i < edits; i++) {
            List<Element> rules = ReadXml.children(table, "rule").stream().filter(rule -> !touched.contains(rule.getAttribute("id"))).toList();
            if (rules.isEmpty()) {
                break;
            }
            Element rule = rules.get(random.nextInt(rules.size()));
            touch(rule.getAttribute("id"));
            switch (random.nextInt(6)) {
                case 0 -> {
                    Element cell = ReadXml.children(rule, "outputEntry").get(0);
                    ReadXml.child(cell, "text").orElseThrow().setTextContent("\"ANDERS_" + made++ + "\"");
                    expect(rule, "CHANGED CELL");
                }
                case 1 -> {
                    ReadXml.child(rule, "description").orElseGet(() -> (Element) rule.insertBefore(document.createElementNS(table.getNamespaceURI(), "description"),
                            rule.getFirstChild())).setTextContent("Anders uitgelegd " + made++);
                    expect(rule, "CHANGED EXPLANATION");
                }
                case 2 -> {
                    table.removeChild(rule);
                    expect(rule, "REMOVED RULE");
                }
                case 3 -> {
                    Element copy = (Element) rule.cloneNode(true);
                    copy.setAttributeNS(null, "id", "Regel_Nieuw" + made++);
                    ReadXml.child(ReadXml.children(copy, "outputEntry").get(0), "text").orElseThrow().setTextContent("\"NIEUW\"");
                    table.appendChild(copy);
                    touch(copy.getAttribute("id"));
                    expect(copy, "ADDED RULE");
                }
                case 4 -> {
                    Element input = ReadXml.children(table, "input").get(0);
                    if (touched.add(input.getAttribute("id"))) {
                        input.setAttributeNS(null, "label", input.getAttribute("label") + " anders");
                        expect(input, "CHANGED NAME");
                    }
                }
                default -> {
                    List<Element> all = ReadXml.children(table, "rule");
                    long passed = all.stream().skip(all.indexOf(rule) + 1L).filter(other -> !other.getAttribute("id").startsWith("Regel_Nieuw")).count();
                    if (passed > 2) {
                        // Nothing is taken away afterwards, or the rule might stand where it stood.
                        all.forEach(other -> touch(other.getAttribute("id")));
                        table.appendChild(rule);
                        expect(rule, "MOVED ORDER");
                    }
                }
            }
        }
        return written(document);
    }

    // ---- forms

    String form(String text, int edits) {
        try {
            ObjectMapper json = new ObjectMapper();
            JsonNode root = json.readTree(text);
            for (int i = 0; i < edits; i++) {
                List<ObjectNode> fields = new ArrayList<>();
                fields(root, fields);
                fields.removeIf(field -> touched.contains(field.path("key").asText()));
                if (fields.isEmpty()) {
                    break;
                }
                ObjectNode field = fields.get(random.nextInt(fields.size()));
                String key = field.path("key").asText();
                touch(key);
                switch (random.nextInt(6)) {
                    case 0 -> {
                        field.put("label", field.path("label").asText() + " anders");
                        expected.add(key + " CHANGED LABEL");
                    }
                    case 1 -> {
                        field.withObject("/validate").put("required", !field.path("validate").path("required").asBoolean());
                        expected.add(key + " CHANGED REQUIRED");
                    }
                    case 2 -> {
                        field.put("description", "Andere hulp " + made++);
                        expected.add(key + " CHANGED HELP");
                    }
                    case 3 -> {
                        field.withObject("/conditional").put("hide", "=ietsAnders = \"JA\"");
                        expected.add(key + " CHANGED CONDITION");
                    }
                    case 4 -> {
                        remove(root, field);
                        expected.add(key + " REMOVED ELEMENT");
                    }
                    default -> {
                        String fresh = "nieuw" + made++;
                        ((ArrayNode) root.path("components").path(0).withArray("components")).addObject().put("type", "textfield").put("id", "Veld_" + fresh)
                                .put("key", fresh).put("label", "Nieuw veld");
                        touch(fresh);
                        expected.add(fresh + " ADDED ELEMENT");
                    }
                }
            }
            return json.writeValueAsString(root);
        } catch (java.io.IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fields(JsonNode part, List<ObjectNode> fields) {
        for (JsonNode component : part.path("components")) {
            if (component.has("key") && !component.has("components")) {
                fields.add((ObjectNode) component);
            }
            fields(component, fields);
        }
    }

    private static void remove(JsonNode part, ObjectNode field) {
        if (part.path("components") instanceof ArrayNode components) {
            for (int i = components.size() - 1; i >= 0; i--) {
                if (components.get(i) == field) {
                    components.remove(i);
                } else {
                    remove(components.get(i), field);
                }
            }
        }
    }

    // ---- both

    private void expect(Element element, String difference) {
        expected.add(element.getAttribute("id") + " " + difference);
    }

    private void touch(String... ids) {
        Collections.addAll(touched, ids);
    }

    private static List<Element> elements(Document document) {
        var all = document.getElementsByTagName("*");
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < all.getLength(); i++) {
            elements.add((Element) all.item(i));
        }
        return elements;
    }

    /** As another tool would write it: attributes and the elements of a diagram in any order, other white space. */
    String written(Document document) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + written(document.getDocumentElement());
    }

    private String written(Element element) {
        List<String> attributes = new ArrayList<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Attr attribute = (Attr) element.getAttributes().item(i);
            attributes.add(" " + attribute.getName() + "=\"" + escaped(attribute.getValue()).replace("\"", "&quot;") + "\"");
        }
        Collections.shuffle(attributes, random);
        List<Element> children = new ArrayList<>(PlainXml.children(element));
        if (Set.of("process", "BPMNPlane").contains(element.getLocalName())) {
            Collections.shuffle(children, random);
        }
        StringBuilder inside = new StringBuilder();
        if (children.isEmpty()) {
            for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
                inside.append(escaped(child.getTextContent()));
            }
        } else {
            children.forEach(child -> inside.append("\n".repeat(random.nextInt(3))).append(" ".repeat(random.nextInt(4))).append(written(child)));
        }
        return "<" + element.getTagName() + attributes.stream().collect(joining()) + (inside.isEmpty() ? "/>" : ">" + inside + "</" + element.getTagName() + ">");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
