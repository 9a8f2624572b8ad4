package be.dossierwerk.lint;

import be.dossierwerk.engine.DiagramFinding;
import be.dossierwerk.engine.DiagramSet;
import be.dossierwerk.engine.PlainXml;
import be.dossierwerk.engine.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Whether a decision table says what its maker means: no rule in vain, no rule twice, no empty answer. Conditions are compared as they are written, not worked out. */
final class TableRules implements LintRule {

    private static final String DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/";

    @Override
    public void check(DiagramSet set, Vocabulary vocabulary, Set<String> paths, Consumer<DiagramFinding> found) {
        set.files().forEach((file, content) -> {
            if (file.endsWith(".dmn") && paths.contains(file)) {
                Diagram.parse(content).ifPresent(document -> table(document, new Report(file, found)));
            }
        });
    }

    private static void table(Document document, Report report) {
        List<Element> all = PlainXml.elements(document);
        all.stream().filter(element -> is(element, "decision") && element.getAttribute("name").isBlank())
                .forEach(decision -> report.blocks(decision.getAttribute("id"), "table-name"));
        all.stream().filter(element -> is(element, "decisionTable")).forEach(table -> rules(table, report));
    }

    private static void rules(Element table, Report report) {
        String policy = table.getAttribute("hitPolicy").isEmpty() ? "UNIQUE" : table.getAttribute("hitPolicy");
        List<Element> inputs = children(table, "input");
        List<Element> outputs = children(table, "output");
        List<Element> rules = children(table, "rule");
        inputs.stream().filter(input -> input.getAttribute("label").isBlank()).forEach(input -> report.warns(input.getAttribute("id"), "column-label",
                children(input, "inputExpression").stream().map(TableRules::text).findFirst().orElse("")));
        outputs.stream().filter(output -> output.getAttribute("name").isBlank()).forEach(output -> report.blocks(output.getAttribute("id"), "output-name"));
        outputs.stream().filter(output -> output.getAttribute("label").isBlank())
                .forEach(output -> report.warns(output.getAttribute("id"), "column-label", output.getAttribute("name")));
        if (rules.isEmpty()) {
            report.blocks(table.getAttribute("id"), "table-empty", name(table));
        }
        answers(outputs, rules, report);
        reached(policy, rules, report);
        boolean catchesAll = rules.stream().anyMatch(rule -> conditions(rule).stream().allMatch(TableRules::always));
        boolean defaults = !outputs.isEmpty() && outputs.stream().allMatch(output -> !children(output, "defaultOutputEntry").isEmpty());
        if (!policy.startsWith("COLLECT") && !policy.equals("RULE ORDER") && !rules.isEmpty() && !catchesAll && !defaults) {
            report.warns(table.getAttribute("id"), "table-without-rest", name(table));
        }
    }

    private static void answers(List<Element> outputs, List<Element> rules, Report report) {
        for (int row = 0; row < rules.size(); row++) {
            List<Element> entries = children(rules.get(row), "outputEntry");
            for (int column = 0; column < Math.min(entries.size(), outputs.size()); column++) {
                String value = text(entries.get(column));
                Element output = outputs.get(column);
                String id = rules.get(row).getAttribute("id");
                Set<String> allowed = children(output, "outputValues").stream().flatMap(values -> Arrays.stream(text(values).split(",")))
                        .map(String::strip).filter(each -> !each.isEmpty()).collect(Collectors.toSet());
                if (value.isEmpty()) {
                    report.blocks(id, "empty-answer", String.valueOf(row + 1), label(output));
                } else if (!allowed.isEmpty() && !allowed.contains(value)) {
                    report.blocks(id, "answer-not-allowed", String.valueOf(row + 1), label(output), value.replace("\"", ""),
                            allowed.stream().sorted().collect(Collectors.joining(", ")).replace("\"", ""));
                }
            }
        }
    }

    private static void reached(String policy, List<Element> rules, Report report) {
        Map<List<String>, Integer> seen = new HashMap<>();
        List<List<String>> before = new ArrayList<>();
        for (int row = 0; row < rules.size(); row++) {
            List<String> conditions = conditions(rules.get(row));
            String id = rules.get(row).getAttribute("id");
            Integer same = seen.putIfAbsent(conditions, row + 1);
            if (policy.equals("FIRST")) {
                for (int earlier = 0; earlier < before.size(); earlier++) {
                    if (covers(before.get(earlier), conditions)) {
                        report.blocks(id, "rule-never-reached", String.valueOf(row + 1), String.valueOf(earlier + 1));
                        break;
                    }
                }
            } else if (same != null && (policy.equals("UNIQUE") || policy.equals("ANY"))) {
                report.blocks(id, "rule-twice", String.valueOf(row + 1), String.valueOf(same));
            } else if (policy.equals("UNIQUE") && row < rules.size() && before.stream().anyMatch(earlier -> covers(earlier, conditions))) {
                int earlier = before.indexOf(before.stream().filter(one -> covers(one, conditions)).findFirst().orElseThrow());
                report.blocks(id, "rules-overlap", String.valueOf(row + 1), String.valueOf(earlier + 1));
            }
            before.add(conditions);
        }
    }

    /** Each condition of the earlier rule is the same, or always holds. */
    private static boolean covers(List<String> earlier, List<String> later) {
        if (earlier.size() != later.size()) {
            return false;
        }
        for (int i = 0; i < earlier.size(); i++) {
            if (!always(earlier.get(i)) && !earlier.get(i).equals(later.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean always(String condition) {
        return condition.isEmpty() || condition.equals("-");
    }

    private static List<String> conditions(Element rule) {
        return children(rule, "inputEntry").stream().map(TableRules::text).map(text -> text.replaceAll("\\s+", " ")).map(text -> text.equals("-") ? "" : text).toList();
    }

    private static String name(Element table) {
        return table.getParentNode() instanceof Element decision ? decision.getAttribute("name") : "";
    }

    private static String label(Element output) {
        return output.getAttribute("label").isBlank() ? output.getAttribute("name") : output.getAttribute("label");
    }

    private static String text(Element entry) {
        return children(entry, "text").stream().map(PlainXml::ownText).findFirst().orElse("");
    }

    private static List<Element> children(Element element, String name) {
        return Diagram.children(element, DMN, name);
    }

    private static boolean is(Element element, String name) {
        return DMN.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
    }
}
