package be.dossierwerk.procedurechange;

import be.dossierwerk.procedurechange.DecisionTable.Column;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** What a screen needs to show and fill in the test rows of a decision table. */
@Service
public class ShowDecisionRows {

    /** A fact that the table asks; {@code label}: its column's, or its name in plain letters; {@code choices}: the codes that rules compare it with, may be empty. */
    public record Fact(String name, String label, Type type, List<String> choices) { }

    public enum Type { FLAG, NUMBER, CODE }

    /** {@code single}: one answer at most; {@code answers}: all that it can give, explanations left out. */
    public record Sheet(String file, String title, boolean single, List<Fact> facts, List<Map<String, Object>> answers) { }

    private final CompareProposal compare;

    ShowDecisionRows(CompareProposal compare) {
        this.compare = compare;
    }

    /** The changed tables that can be read. */
    public List<Sheet> of(Proposal proposal, Locale locale) {
        List<Sheet> sheets = new ArrayList<>();
        for (String file : tables(proposal)) {
            DecisionRows.table(proposal, file).ifPresent(table -> {
                Set<Map<String, Object>> answers = new LinkedHashSet<>(table.answers());
                proposal.published().text(file).flatMap(DecisionTable::of).ifPresent(old -> answers.addAll(old.answers()));
                sheets.add(new Sheet(file, compare.title(proposal, file, locale), table.single(), table.facts().stream().map(name -> fact(table, name)).toList(),
                        answers.stream().filter(answer -> !answer.isEmpty()).toList()));
            });
        }
        return sheets;
    }

    /** The decision tables that the draft changes and does not take away. */
    public static List<String> tables(Proposal proposal) {
        return proposal.changed().stream().filter(file -> file.endsWith(".dmn") && proposal.proposed().paths().contains(file)).toList();
    }

    /** "Inbreuk: I01, bedrag, in euro: 30000": by the names of the columns. */
    public static String inWords(Sheet sheet, Map<String, Object> facts) {
        Map<String, String> labels = new LinkedHashMap<>();
        sheet.facts().forEach(fact -> labels.put(fact.name(), fact.label()));
        return labels.entrySet().stream().filter(fact -> facts.get(fact.getKey()) != null).map(fact -> fact.getValue() + ": " + value(facts.get(fact.getKey())))
                .collect(Collectors.joining("; "));
    }

    /** "waarschuwing": an answer without its explanation. */
    public static String inWords(Map<String, Object> answer) {
        return TableAnswers.inWords(answer);
    }

    private static String value(Object value) {
        return value instanceof Boolean yes ? yes ? "ja" : "nee" : value instanceof Number number ? number(number) : TableAnswers.inWords(Map.of("", value));
    }

    private static String number(Number number) {
        return new java.math.BigDecimal(number.toString()).stripTrailingZeros().toPlainString().replace('.', ',');
    }

    private static Fact fact(DecisionTable table, String name) {
        for (Column input : table.inputs()) {
            if (input.expression().equals(name)) {
                return new Fact(name, input.label(), type(input.type()), List.copyOf(table.texts(input)));
            }
        }
        // Cells compare a column with it, so it is of the same kind.
        Type type = table.inputs().stream().filter(input -> table.rules().stream().anyMatch(rule -> rule.cells().get(input.id()).contains(name))).findFirst()
                .map(input -> type(input.type())).orElse(Type.CODE);
        String plain = name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return new Fact(name, plain.substring(0, 1).toUpperCase(Locale.ROOT) + plain.substring(1), type, List.of());
    }

    private static Type type(String typeRef) {
        return switch (typeRef) {
            case "boolean" -> Type.FLAG;
            case "number", "integer", "long", "double" -> Type.NUMBER;
            default -> Type.CODE;
        };
    }
}
