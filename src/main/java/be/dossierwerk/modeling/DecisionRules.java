package be.dossierwerk.modeling;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The rules of the first decision table of a file, as a person reads them. */
record DecisionRules(String name, String hitPolicy, List<String> inputs, List<String> outputs, List<Rule> rules) {

    private static final String DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/";

    record Rule(String id, List<String> inputs, List<String> outputs, String note) { }

    /** @throws IllegalArgumentException when it holds no decision table */
    static DecisionRules of(String dmn) {
        Element root = DiagramXml.read(dmn).getDocumentElement();
        List<Element> tables = elements(root, "decisionTable");
        if (tables.isEmpty()) {
            throw new IllegalArgumentException("The file holds no decision table");
        }
        Element table = tables.get(0);
        List<String> inputs = elements(table, "input").stream().map(input -> input.getAttribute("label").isBlank()
                ? elements(input, "text").stream().map(text -> text.getTextContent().strip()).findFirst().orElse("") : input.getAttribute("label")).toList();
        List<String> outputs = elements(table, "output").stream().map(output -> output.getAttribute("label").isBlank() ? output.getAttribute("name")
                : output.getAttribute("label")).toList();
        List<Rule> rules = elements(table, "rule").stream().map(rule -> new Rule(rule.getAttribute("id"), texts(rule, "inputEntry"), texts(rule, "outputEntry"),
                elements(rule, "description").stream().map(text -> text.getTextContent().strip()).findFirst().orElse(""))).toList();
        String hitPolicy = table.getAttribute("hitPolicy");
        return new DecisionRules(((Element) table.getParentNode()).getAttribute("name"), hitPolicy.isEmpty() ? "UNIQUE" : hitPolicy, inputs, outputs, rules);
    }

    private static List<String> texts(Element rule, String kind) {
        return elements(rule, kind).stream().map(entry -> entry.getTextContent().strip()).toList();
    }

    private static List<Element> elements(Element within, String name) {
        NodeList found = within.getElementsByTagNameNS(DMN, name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }
}
