package be.dossierwerk.procedurechange;

import be.dossierwerk.procedurechange.DecisionTable.Column;
import be.dossierwerk.procedurechange.DecisionTable.Rule;
import be.dossierwerk.procedurechange.Difference.Aspect;
import be.dossierwerk.procedurechange.Difference.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** The two versions of a file beside each other, with what is different marked in both. */
@Service
public class ShowComparison {

    /** What to mark in the drawings, by element; the same element may bear another id in the old one. */
    public record Marks(Map<String, Kind> before, Map<String, Kind> after) { }

    /** {@code kind}: null where nothing is different. */
    public record Cell(String text, Kind kind) { }

    /** {@code id}: as the file names the rule; {@code number}: its place. */
    public record Row(String id, int number, Kind kind, List<Cell> cells) { }

    /** A version of a decision table; empty lists when the file has no such version or cannot be read. */
    public record Side(List<Cell> columns, List<Row> rows) { }

    public record Sides(Side before, Side after) { }

    private final CompareProposal compare;

    ShowComparison(CompareProposal compare) {
        this.compare = compare;
    }

    public Marks marks(Proposal proposal, String file) {
        Map<String, Kind> before = new HashMap<>();
        Map<String, Kind> after = new HashMap<>();
        List<Difference> differences = differences(proposal, file);
        Map<String, String> renamed = differences.stream().filter(one -> one.aspect() == Aspect.IDENTITY).collect(Collectors.toMap(Difference::after, Difference::before));
        for (Difference one : differences) {
            if (one.element().isEmpty() || one.isLayout() && one.isFlow()) {
                continue;
            }
            if (one.kind() != Kind.REMOVED) {
                stronger(after, one.element(), one);
            }
            if (one.kind() != Kind.ADDED) {
                stronger(before, renamed.getOrDefault(one.element(), one.element()), one);
            }
        }
        return new Marks(before, after);
    }

    /** That something is drawn elsewhere, is the least. */
    private static void stronger(Map<String, Kind> marks, String element, Difference one) {
        Kind kind = one.isLayout() ? Kind.MOVED : one.kind() == Kind.ADDED || one.kind() == Kind.REMOVED ? one.kind() : Kind.CHANGED;
        marks.merge(element, kind, (was, is) -> was == Kind.MOVED ? is : was);
    }

    public Sides tables(Proposal proposal, String file, Locale locale) {
        Optional<DecisionTable> old = proposal.published().text(file).flatMap(DecisionTable::of);
        Optional<DecisionTable> now = proposal.proposed().text(file).flatMap(DecisionTable::of);
        DifferenceSentences words = compare.sentences(proposal, locale);
        Map<String, String> rules = old.isPresent() && now.isPresent() ? CompareTables.formerRules(old.get(), now.get()) : Map.of();
        Map<String, String> columns = old.isPresent() && now.isPresent() ? CompareTables.formerColumns(old.get(), now.get()) : Map.of();
        Set<String> moved = differences(proposal, file).stream().filter(one -> one.aspect() == Aspect.ORDER).map(Difference::element).collect(Collectors.toSet());
        Map<String, String> next = inverse(rules);
        Set<String> movedOld = moved.stream().map(rules::get).collect(Collectors.toSet());
        return new Sides(old.map(table -> side(table, now.orElse(null), next, inverse(columns), movedOld, Kind.REMOVED, words)).orElse(new Side(List.of(), List.of())),
                now.map(table -> side(table, old.orElse(null), rules, columns, moved, Kind.ADDED, words)).orElse(new Side(List.of(), List.of())));
    }

    private static Side side(DecisionTable table, DecisionTable other, Map<String, String> rules, Map<String, String> columns, Set<String> moved, Kind alone,
                             DifferenceSentences words) {
        Map<String, Rule> others = new LinkedHashMap<>();
        Map<String, Column> otherColumns = new LinkedHashMap<>();
        if (other != null) {
            other.rules().forEach(rule -> others.put(rule.id(), rule));
            other.columns().forEach(column -> otherColumns.put(column.id(), column));
        }
        List<Cell> heads = table.columns().stream().map(column -> new Cell(column.label(), other == null ? null : !columns.containsKey(column.id()) ? alone
                : otherColumns.get(columns.get(column.id())).equals(column) || sameBut(otherColumns.get(columns.get(column.id())), column) ? null : Kind.CHANGED)).toList();
        List<Row> rows = new ArrayList<>();
        for (Rule rule : table.rules()) {
            Rule counterpart = others.get(rules.getOrDefault(rule.id(), ""));
            List<Cell> cells = table.columns().stream().map(column -> {
                String cell = rule.cells().get(column.id());
                boolean same = counterpart == null || !columns.containsKey(column.id()) || cell.equals(counterpart.cells().get(columns.get(column.id())));
                return new Cell(words.cell(cell), same ? null : Kind.CHANGED);
            }).toList();
            Kind kind = other == null ? null : counterpart == null ? alone : moved.contains(rule.id()) ? Kind.MOVED
                    : cells.stream().anyMatch(cell -> cell.kind() != null) || !rule.explanation().equals(counterpart.explanation()) ? Kind.CHANGED : null;
            rows.add(new Row(rule.id(), rows.size() + 1, kind, cells));
        }
        return new Side(heads, rows);
    }

    private static boolean sameBut(Column one, Column other) {
        return one.label().equals(other.label()) && one.expression().equals(other.expression()) && one.type().equals(other.type());
    }

    private static Map<String, String> inverse(Map<String, String> map) {
        Map<String, String> inverse = new LinkedHashMap<>();
        map.forEach((key, value) -> inverse.put(value, key));
        return inverse;
    }

    private static List<Difference> differences(Proposal proposal, String file) {
        return ProposalDifferences.of(file, proposal.published().text(file), proposal.proposed().text(file));
    }
}
