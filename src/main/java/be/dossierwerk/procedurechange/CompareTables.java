package be.dossierwerk.procedurechange;

import be.dossierwerk.procedurechange.DecisionTable.Column;
import be.dossierwerk.procedurechange.DecisionTable.Rule;
import be.dossierwerk.procedurechange.Difference.Aspect;
import be.dossierwerk.procedurechange.Difference.Kind;
import be.dossierwerk.procedurechange.Difference.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;

/** In what two versions of a decision table differ: rule by rule and cell by cell. */
final class CompareTables {

    private final String file;
    private final DecisionTable old;
    private final DecisionTable now;
    /** Old id to new id. */
    private final Map<String, String> columns;
    private final Map<String, String> rules;
    private final List<Difference> found = new ArrayList<>();

    private CompareTables(String file, DecisionTable old, DecisionTable now) {
        this.file = file;
        this.old = old;
        this.now = now;
        columns = same(old.columns(), now.columns(), Column::id, List.of((was, is) -> was.id().equals(is.id()) && was.input() == is.input(),
                (was, is) -> was.input() == is.input() && was.expression().equals(is.expression())));
        rules = same(old.rules(), now.rules(), Rule::id, List.of((was, is) -> was.id().equals(is.id()), this::sameCells));
    }

    static List<Difference> of(String file, DecisionTable old, DecisionTable now) {
        CompareTables compare = new CompareTables(file, old, now);
        compare.compare();
        return List.copyOf(compare.found);
    }

    /** The rule of the old table that became each rule of the new one, by id. */
    static Map<String, String> formerRules(DecisionTable old, DecisionTable now) {
        Map<String, String> formerly = new LinkedHashMap<>();
        new CompareTables("", old, now).rules.forEach((was, is) -> formerly.put(is, was));
        return formerly;
    }

    static Map<String, String> formerColumns(DecisionTable old, DecisionTable now) {
        Map<String, String> formerly = new LinkedHashMap<>();
        new CompareTables("", old, now).columns.forEach((was, is) -> formerly.put(is, was));
        return formerly;
    }

    private static <T> Map<String, String> same(List<T> old, List<T> now, Function<T, String> id, List<BiPredicate<T, T>> ways) {
        Map<String, String> same = new LinkedHashMap<>();
        for (BiPredicate<T, T> way : ways) {
            for (T was : old) {
                if (!same.containsKey(id.apply(was))) {
                    now.stream().filter(is -> !same.containsValue(id.apply(is)) && way.test(was, is)).findFirst().ifPresent(is -> same.put(id.apply(was), id.apply(is)));
                }
            }
        }
        return same;
    }

    private boolean sameCells(Rule was, Rule is) {
        return !columns.isEmpty() && columns.entrySet().stream().allMatch(column -> was.cells().get(column.getKey()).equals(is.cells().get(column.getValue())));
    }

    private void compare() {
        Subject table = Subject.of("table", now.name());
        changed("", Aspect.NAME, old.name(), now.name(), table);
        changed("", Aspect.HIT_POLICY, old.hitPolicy(), now.hitPolicy(), table);
        changed("", Aspect.EXPLANATION, old.explanation(), now.explanation(), table);
        changed("", Aspect.OTHER, old.other(), now.other(), table);
        columns();
        rules();
    }

    private void columns() {
        Map<String, Column> before = old.columns().stream().collect(Collectors.toMap(Column::id, Function.identity(), (one, other) -> one, LinkedHashMap::new));
        Map<String, String> formerly = new LinkedHashMap<>();
        columns.forEach((was, is) -> formerly.put(is, was));
        Map<String, Integer> places = places(old.columns().stream().map(Column::id).toList(), columns);
        Set<String> moved = CompareOrder.moved(now.columns().stream().map(Column::id).filter(places::containsKey).toList(), places);
        for (Column is : now.columns()) {
            Subject column = Subject.of("column", is.label());
            if (!formerly.containsKey(is.id())) {
                found.add(new Difference(file, is.id(), Kind.ADDED, Aspect.COLUMN, "", is.expression(), column));
                continue;
            }
            Column was = before.get(formerly.get(is.id()));
            changed(is.id(), Aspect.NAME, was.label(), is.label(), column);
            changed(is.id(), Aspect.EXPRESSION, was.expression(), is.expression(), column);
            changed(is.id(), Aspect.TYPE, was.type(), is.type(), column);
            if (moved.contains(is.id())) {
                found.add(new Difference(file, is.id(), Kind.MOVED, Aspect.COLUMN, "", "", column));
            }
        }
        old.columns().stream().filter(was -> !columns.containsKey(was.id()))
                .forEach(was -> found.add(new Difference(file, was.id(), Kind.REMOVED, Aspect.COLUMN, was.expression(), "", Subject.of("column", was.label()))));
    }

    private void rules() {
        Map<String, Rule> before = old.rules().stream().collect(Collectors.toMap(Rule::id, Function.identity(), (one, other) -> one, LinkedHashMap::new));
        Map<String, String> formerly = new LinkedHashMap<>();
        rules.forEach((was, is) -> formerly.put(is, was));
        Map<String, Integer> places = places(old.rules().stream().map(Rule::id).toList(), rules);
        Set<String> moved = CompareOrder.moved(now.rules().stream().map(Rule::id).filter(places::containsKey).toList(), places);
        for (int i = 0; i < now.rules().size(); i++) {
            Rule is = now.rules().get(i);
            Subject rule = rule(is, i);
            if (!formerly.containsKey(is.id())) {
                found.add(new Difference(file, is.id(), Kind.ADDED, Aspect.RULE, "", content(now, is), rule));
                continue;
            }
            Rule was = before.get(formerly.get(is.id()));
            columns.forEach((from, to) -> changed(is.id(), Aspect.CELL, was.cells().get(from), is.cells().get(to), rule.about(label(to))));
            changed(is.id(), Aspect.EXPLANATION, was.explanation(), is.explanation(), rule);
            if (moved.contains(is.id())) {
                found.add(new Difference(file, is.id(), Kind.MOVED, Aspect.ORDER, String.valueOf(places.get(is.id()) + 1), String.valueOf(i + 1), rule));
            }
        }
        for (int i = 0; i < old.rules().size(); i++) {
            Rule was = old.rules().get(i);
            if (!rules.containsKey(was.id())) {
                found.add(new Difference(file, was.id(), Kind.REMOVED, Aspect.RULE, content(old, was), "", rule(was, i)));
            }
        }
    }

    private static Map<String, Integer> places(List<String> order, Map<String, String> same) {
        Map<String, Integer> places = new LinkedHashMap<>();
        for (int i = 0; i < order.size(); i++) {
            if (same.containsKey(order.get(i))) {
                places.put(same.get(order.get(i)), i);
            }
        }
        return places;
    }

    private String label(String column) {
        return now.columns().stream().filter(each -> each.id().equals(column)).map(Column::label).findFirst().orElse("");
    }

    private static Subject rule(Rule rule, int place) {
        return new Subject("rule", rule.explanation(), String.valueOf(place + 1), "", "");
    }

    /** "Inbreuk: "I02" | Ernst: "ZWAAR"": what a new or lost rule says. */
    private static String content(DecisionTable table, Rule rule) {
        return table.columns().stream().filter(column -> !rule.cells().get(column.id()).isEmpty())
                .map(column -> column.label() + ": " + rule.cells().get(column.id())).collect(Collectors.joining("; "));
    }

    private void changed(String element, Aspect aspect, String before, String after, Subject subject) {
        if (!before.equals(after)) {
            found.add(new Difference(file, element, Kind.CHANGED, aspect, before, after, subject));
        }
    }
}
