package be.dossierwerk.engine.internal;

import be.dossierwerk.engine.PlainXml;
import be.dossierwerk.engine.Tags;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The lists of what a decision table may hold: plain tables in plain FEEL. */
public final class DmnGate {

    private static final String DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/dmn";
    private static final int MAX_ELEMENTS = 10_000;
    private static final Map<String, Set<String>> DRAWN = Map.of(
            "https://www.omg.org/spec/DMN/20191111/DMNDI/", Set.of("DMNDI", "DMNDiagram", "DMNShape", "DMNEdge", "DMNLabel", "Size"),
            "http://www.omg.org/spec/DMN/20180521/DC/", Set.of("Bounds", "Point", "Dimension"),
            "http://www.omg.org/spec/DMN/20180521/DI/", Set.of("waypoint", "extension"),
            "http://bpmn.io/schema/dmn/biodi/2.0", Set.of("bounds", "edge", "waypoints", "table", "columnWidths", "columnWidth"));
    private static final Set<String> MARKS = Set.of("http://bpmn.io/schema/dmn/biodi/2.0", "http://camunda.org/schema/modeler/1.0");
    private static final Pattern LENGTH = Pattern.compile("-?[0-9]{1,7}(?:\\.[0-9]{1,20})?");
    private static final Set<String> LENGTHS = Set.of("x", "y", "width", "height");

    private static final Set<String> ELEMENTS = Set.of("definitions", "decision", "description", "question", "allowedAnswers",
            "variable", "decisionTable", "input", "inputExpression", "inputValues", "output", "outputValues", "defaultOutputEntry", "rule",
            "inputEntry", "outputEntry", "text", "annotation", "annotationEntry", "informationRequirement", "authorityRequirement",
            "requiredDecision", "requiredInput", "requiredAuthority", "inputData", "knowledgeSource", "extensionElements");
    private static final Set<String> ATTRIBUTES = Set.of("id", "name", "label", "namespace", "exporter", "exporterVersion",
            "hitPolicy", "aggregation", "preferredOrientation", "outputLabel", "typeRef", "href", "expressionLanguage");
    private static final Set<String> OWN_ATTRIBUTES = Set.of("historyTimeToLive", "versionTag", "inputVariable");
    private static final Set<String> FEEL = Set.of("feel", "https://www.omg.org/spec/DMN/20191111/FEEL/");
    private static final Set<String> POLICIES = Set.of("UNIQUE", "FIRST", "ANY", "COLLECT", "RULE ORDER");
    private static final Set<String> SUMS = Set.of("SUM", "COUNT", "MIN", "MAX");
    private static final Set<String> TYPES = Set.of("string", "boolean", "integer", "long", "double", "number", "date");
    private static final Pattern ID = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,99}");
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,59}");
    private static final Pattern DAYS = Pattern.compile("P[1-9][0-9]{2,4}D");
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9._-]{1,30}");

    private final List<Table> tables = new ArrayList<>();
    private final Set<String> decisions = new TreeSet<>();

    /** @param asked whether its own faults are asked for; else it passed before, and only which decisions it holds */
    public void read(byte[] content, boolean asked, Refusals refusals) {
        if (!asked) {
            Tags.of(content, "decision").forEach(decision -> decisions.add(decision.get("id")));
            return;
        }
        Document document = SafeXml.read(content, MAX_ELEMENTS, refusals);
        if (document != null && is(document.getDocumentElement(), "definitions")) {
            tables.add(new Table(document, refusals));
        } else if (document != null) {
            refusals.refuse("", "gate-table-root", document.getDocumentElement().getNodeName());
        }
    }

    public void check() {
        tables.forEach(Table::check);
    }

    private static boolean is(Element element, String name) {
        return element != null && DMN.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
    }

    private static List<Element> children(Element parent, String name) {
        return PlainXml.children(parent).stream().filter(child -> is(child, name)).toList();
    }

    private final class Table {

        private final Document document;
        private final Refusals refusals;
        private final List<Element> elements;
        private final Map<String, Element> byId = new HashMap<>();

        private Table(Document document, Refusals refusals) {
            this.document = document;
            this.refusals = refusals;
            this.elements = PlainXml.elements(document);
        }

        private void check() {
            elements.forEach(this::identity);
            elements.forEach(this::element);
            if (elements.stream().noneMatch(element -> is(element, "decision"))) {
                refusals.refuse("", "gate-table-none");
            }
            elements.stream().filter(element -> is(element, "decision")).forEach(this::decision);
            if (refusals.isEmpty()) {
                elements.stream().filter(element -> is(element, "decision")).filter(decision -> needsItself(decision, decision, new HashSet<>()))
                        .forEach(decision -> refuse(decision, "gate-table-round"));
            }
            if (refusals.isEmpty()) {
                BySchema.table(document, refusals);
            }
        }

        private void identity(Element element) {
            if (element.hasAttribute("id")) {
                String id = element.getAttribute("id");
                if (!ID.matcher(id).matches()) {
                    refuse(element, "gate-id", id);
                } else if (byId.putIfAbsent(id, element) != null) {
                    refuse(element, "gate-id-twice", id);
                }
            }
        }

        private void element(Element element) {
            String space = String.valueOf(element.getNamespaceURI());
            if (DRAWN.getOrDefault(space, Set.of()).contains(element.getLocalName())) {
                for (Attr attribute : PlainXml.attributes(element)) {
                    if (LENGTHS.contains(attribute.getName()) && !LENGTH.matcher(attribute.getValue()).matches()) {
                        refuse(element, "gate-drawing", attribute.getName(), attribute.getValue());
                    }
                    noExpression(element, attribute.getName(), attribute.getValue());
                }
                return;
            }
            if (!space.equals(DMN) || !ELEMENTS.contains(element.getLocalName())) {
                refuse(element, "gate-table-element", element.getNodeName());
                return;
            }
            PlainXml.attributes(element).forEach(attribute -> attribute(element, attribute));
            text(element);
        }

        private void attribute(Element element, Attr attribute) {
            String space = attribute.getNamespaceURI();
            String name = attribute.getLocalName();
            String value = attribute.getValue();
            boolean known = space == null ? ATTRIBUTES.contains(name)
                    : space.equals(CAMUNDA) ? OWN_ATTRIBUTES.contains(name) : MARKS.contains(space);
            if (!known) {
                refuse(element, "gate-attribute", attribute.getName(), element.getNodeName());
                return;
            }
            noExpression(element, attribute.getName(), value);
            boolean good = switch (name) {
                case "expressionLanguage" -> FEEL.contains(value);
                case "hitPolicy" -> POLICIES.contains(value);
                case "aggregation" -> SUMS.contains(value);
                case "typeRef" -> TYPES.contains(value);
                case "historyTimeToLive" -> DAYS.matcher(value).matches();
                case "versionTag" -> VERSION.matcher(value).matches();
                case "inputVariable" -> VARIABLE.matcher(value).matches();
                case "href" -> value.startsWith("#") && byId.containsKey(value.substring(1));
                case "name" -> !is(element, "output") || VARIABLE.matcher(value).matches();
                default -> true;
            };
            if (!good) {
                refuse(element, switch (name) {
                    case "expressionLanguage" -> "gate-table-language";
                    case "hitPolicy" -> "gate-table-policy";
                    case "typeRef" -> "gate-table-type";
                    case "href" -> "gate-table-reference";
                    default -> "gate-value";
                }, name.equals("expressionLanguage") || name.equals("hitPolicy") || name.equals("typeRef") || name.equals("href")
                        ? new String[] {value} : new String[] {attribute.getName(), value});
            }
        }

        private void text(Element element) {
            String text = PlainXml.ownText(element);
            noExpression(element, element.getNodeName(), text);
            if (!is(element, "text")) {
                return;
            }
            Element around = (Element) element.getParentNode();
            boolean good = switch (String.valueOf(around.getLocalName())) {
                case "inputEntry", "inputValues", "outputValues" -> PlainFeel.isTest(text);
                case "inputExpression", "outputEntry", "defaultOutputEntry" -> PlainFeel.isValue(text);
                case "annotationEntry" -> true;
                default -> false;
            };
            if (!good) {
                refuse(element, "gate-table-text", text);
            }
        }

        private void noExpression(Element element, String where, String value) {
            if (PlainExpressions.isIn(value)) {
                refuse(element, "gate-expression", where, value);
            }
        }

        /** One table in each decision, in which every rule answers every column. */
        private void decision(Element decision) {
            String id = decision.getAttribute("id");
            if (id.isEmpty()) {
                refuse(decision, "gate-id-missing", decision.getNodeName());
            } else if (!decisions.add(id)) {
                refuse(decision, "gate-table-twice", id);
            }
            List<Element> inside = children(decision, "decisionTable");
            if (inside.size() != 1) {
                refuse(decision, "gate-table-empty");
                return;
            }
            Element table = inside.get(0);
            int inputs = children(table, "input").size();
            List<Element> outputs = children(table, "output");
            if (outputs.isEmpty()) {
                refuse(table, "gate-table-empty");
            }
            Set<String> names = new HashSet<>();
            if (outputs.size() > 1 && !outputs.stream().allMatch(output -> !output.getAttribute("name").isEmpty() && names.add(output.getAttribute("name")))) {
                refuse(table, "gate-table-names");
            }
            for (Element input : children(table, "input")) {
                if (children(input, "inputExpression").size() != 1) {
                    refuse(input, "gate-table-input");
                }
            }
            for (Element rule : children(table, "rule")) {
                if (children(rule, "inputEntry").size() != inputs || children(rule, "outputEntry").size() != outputs.size()) {
                    refuse(rule, "gate-table-width");
                }
            }
            if (table.hasAttribute("aggregation") && (!table.getAttribute("hitPolicy").equals("COLLECT") || outputs.size() != 1)) {
                refuse(table, "gate-value", "aggregation", table.getAttribute("aggregation"));
            }
        }

        private boolean needsItself(Element decision, Element from, Set<String> seen) {
            for (Element requirement : children(from, "informationRequirement")) {
                for (Element required : children(requirement, "requiredDecision")) {
                    String id = required.getAttribute("href").replaceFirst("#", "");
                    if (id.equals(decision.getAttribute("id")) || seen.add(id) && byId.containsKey(id) && needsItself(decision, byId.get(id), seen)) {
                        return true;
                    }
                }
            }
            return false;
        }

        private void refuse(Element element, String rule, String... args) {
            refusals.refuse(SafeXml.name(element), rule, args);
        }
    }
}
