package be.dossierwerk.board.ui;

import be.dossierwerk.board.Definition;
import be.dossierwerk.board.Definition.Difference;
import be.dossierwerk.board.Definition.Row;
import be.dossierwerk.board.Scope;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A definition and what became otherwise in it, in sentences. */
record DefinitionWords(BoardWords words) {

    /** How each limit counts, and what is promised. */
    List<String> sentences(Definition definition) {
        return Stream.concat(definition.rows().stream().map(this::rule), Stream.of(text("promise", words.percent(definition.target().stripTrailingZeros().setScale(
                Math.max(0, definition.target().stripTrailingZeros().scale()))), bound(definition.bound().name()), definition.decimals(), definition.source()))).toList();
    }

    private String rule(Row row) {
        String rule = norm("rule", words.event(row.start()), words.event(row.stop()), limit(row), norm(row.withoutPauses() ? "without-pauses" : "total"), words.event(row.countedIn()));
        return scope(row.scope()).isEmpty() ? rule : rule + " " + text("only", scope(row.scope()));
    }

    private String limit(Row row) {
        return norm("limit." + row.unit(), words.limit(row.amount()));
    }

    private String bound(String code) {
        return norm("bound." + code);
    }

    /** Empty for all dossiers of the measure. */
    private String scope(Scope scope) {
        return Stream.of(listed(scope.kinds(), words::kind), listed(scope.channels(), words::channel)).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }

    private static String listed(Collection<String> codes, UnaryOperator<String> word) {
        return codes.stream().map(word).collect(Collectors.joining(" / "));
    }

    String difference(Difference difference) {
        String field = text("field." + difference.field());
        String what = difference.row() > 1 ? text("of-limit", field, difference.row()) : field;
        return text("differs", what, value(difference.field(), difference.was()), value(difference.field(), difference.is()));
    }

    private String value(String field, String value) {
        if (value == null) {
            return text("nothing");
        }
        return switch (field) {
            case "target" -> value.replace('.', ',') + "\u00a0%";
            case "amount" -> words.limit(value);
            case "bound" -> bound(value);
            case "start", "stop", "countedIn" -> words.event(value);
            case "unit" -> text("unit." + value);
            case "withoutPauses" -> norm(Boolean.parseBoolean(value) ? "without-pauses" : "total");
            case "scope" -> value.isEmpty() ? text("all-dossiers") : scope(Scope.parse(value));
            case "name", "source", "note" -> "\u201c" + value + "\u201d";
            default -> value;
        };
    }

    private String norm(String key, Object... args) {
        return words.on().getTranslation("board.norm." + key, args);
    }

    private String text(String key, Object... args) {
        return words.on().getTranslation("board.definition." + key, args);
    }
}
