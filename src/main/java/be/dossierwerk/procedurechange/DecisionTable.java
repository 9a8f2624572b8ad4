package be.dossierwerk.procedurechange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** A decision table as its file has it: what it asks, what it answers, and its rules. */
record DecisionTable(String key, String name, String explanation, String hitPolicy, List<Column> columns, List<Rule> rules, String other) {

    /** {@code expression}: the fact that an input asks, the name of an answer; {@code values}: the codes that its rules use, in their order. */
    record Column(String id, boolean input, String label, String expression, String type) { }

    /** {@code cells}: by column, in words of the table (FEEL), empty for an input that may be anything. */
    record Rule(String id, String explanation, Map<String, String> cells) { }

    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern FACT = Pattern.compile("\\b[a-z][A-Za-z0-9]*\\b(?!\\s*\\()");
    /** Those of more than one word; others are known by what follows them. */
    private static final Pattern FUNCTION = Pattern.compile("(?:date and time|starts with|ends with|list contains|string length)\\s*\\(");
    private static final Set<String> WORDS_OF_FEEL = Set.of("true", "false", "null", "not", "and", "or", "in", "if", "then", "else", "between", "date", "time");

    /** Empty when the text holds no decision table that can be read. */
    static Optional<DecisionTable> of(String text) {
        return ReadXml.document(text).flatMap(document -> ReadXml.children(document.getDocumentElement(), "decision").stream()
                .filter(decision -> ReadXml.child(decision, "decisionTable").isPresent()).findFirst()).map(DecisionTable::read);
    }

    private static DecisionTable read(Element decision) {
        Element table = ReadXml.child(decision, "decisionTable").orElseThrow();
        List<Column> columns = new ArrayList<>();
        for (Element input : ReadXml.children(table, "input")) {
            Optional<Element> asked = ReadXml.child(input, "inputExpression");
            columns.add(new Column(input.getAttribute("id"), true, input.getAttribute("label"),
                    asked.flatMap(expression -> ReadXml.child(expression, "text")).map(ReadXml::text).orElse(""),
                    asked.map(expression -> expression.getAttribute("typeRef")).orElse("")));
        }
        for (Element output : ReadXml.children(table, "output")) {
            columns.add(new Column(output.getAttribute("id"), false, output.getAttribute("label").isBlank() ? output.getAttribute("name") : output.getAttribute("label"),
                    output.getAttribute("name"), output.getAttribute("typeRef")));
        }
        List<Rule> rules = new ArrayList<>();
        for (Element rule : ReadXml.children(table, "rule")) {
            Map<String, String> cells = new LinkedHashMap<>();
            List<Element> entries = new ArrayList<>(ReadXml.children(rule, "inputEntry"));
            entries.addAll(ReadXml.children(rule, "outputEntry"));
            for (int i = 0; i < columns.size(); i++) {
                cells.put(columns.get(i).id(), i < entries.size() ? ReadXml.child(entries.get(i), "text").map(ReadXml::text).orElse("") : "");
            }
            rules.add(new Rule(rule.getAttribute("id"), ReadXml.child(rule, "description").map(ReadXml::text).orElse(""), cells));
        }
        String policy = table.getAttribute("hitPolicy").isEmpty() ? "UNIQUE" : table.getAttribute("hitPolicy");
        String other = ReadXml.attributes(decision).stream().filter(attribute -> !Set.of("id", "name").contains(attribute.getLocalName()))
                .map(attribute -> attribute.getLocalName() + "=" + attribute.getValue()).reduce("", (one, next) -> one + " " + next).strip();
        return new DecisionTable(decision.getAttribute("id"), decision.getAttribute("name"), ReadXml.child(decision, "description").map(ReadXml::text).orElse(""),
                policy + (table.hasAttribute("aggregation") ? " " + table.getAttribute("aggregation") : ""), List.copyOf(columns), List.copyOf(rules), other);
    }

    List<Column> inputs() {
        return columns.stream().filter(Column::input).toList();
    }

    List<Column> outputs() {
        return columns.stream().filter(column -> !column.input()).toList();
    }

    /** One rule answers at most. */
    boolean single() {
        return Set.of("UNIQUE", "FIRST", "ANY", "PRIORITY").contains(hitPolicy);
    }

    /** Everything the table needs to know: what its columns ask, and what its cells compare with beside that. */
    Set<String> facts() {
        Set<String> facts = new LinkedHashSet<>();
        for (Column input : inputs()) {
            words(input.expression(), facts);
        }
        rules.forEach(rule -> inputs().forEach(input -> words(rule.cells().get(input.id()), facts)));
        return facts;
    }

    private static void words(String feel, Set<String> words) {
        FACT.matcher(FUNCTION.matcher(TEXT.matcher(feel).replaceAll("\"\"")).replaceAll("(")).results().map(MatchResult::group).filter(word -> !WORDS_OF_FEEL.contains(word)).forEach(words::add);
    }

    /** The texts between quotes that the rules use in a column. */
    Set<String> texts(Column column) {
        Set<String> texts = new TreeSet<>();
        rules.forEach(rule -> TEXT.matcher(rule.cells().get(column.id())).results().map(found -> found.group(1)).forEach(texts::add));
        return texts;
    }

    /** What the table can answer, explanations left out: each answer once, in the order of the rules. */
    List<Map<String, Object>> answers() {
        return rules.stream().map(rule -> {
            Map<String, Object> answer = new LinkedHashMap<>();
            outputs().forEach(output -> answer.put(output.expression(), TableAnswers.literal(rule.cells().get(output.id()))));
            return TableAnswers.outcome(answer);
        }).distinct().toList();
    }
}
