package be.dossierwerk.procedurechange;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What decision tables answer, so that two answers can be held against each other. */
final class TableAnswers {

    private TableAnswers() { }

    /** The answer without its explanation: a sentence is for people and decides nothing. */
    static Map<String, Object> outcome(Map<String, ?> answer) {
        Map<String, Object> outcome = new LinkedHashMap<>();
        answer.forEach((name, value) -> {
            if (value != null && !isExplanation(value)) {
                outcome.put(name, plain(value));
            }
        });
        return outcome;
    }

    static List<Map<String, Object>> outcomes(Collection<? extends Map<String, ?>> answers) {
        return answers.stream().map(TableAnswers::outcome).filter(outcome -> !outcome.isEmpty()).toList();
    }

    /** Codes are capitals; what has a small letter is prose. */
    static boolean isExplanation(Object value) {
        return value instanceof String text && text.chars().anyMatch(Character::isLowerCase);
    }

    static boolean sameOutcomes(Collection<? extends Map<String, ?>> one, Collection<? extends Map<String, ?>> other) {
        return sorted(outcomes(one)).equals(sorted(outcomes(other)));
    }

    static boolean sameWords(Collection<? extends Map<String, ?>> one, Collection<? extends Map<String, ?>> other) {
        return sorted(one).equals(sorted(other));
    }

    /** "C01 NOK": the codes of one outcome in words that the table itself uses. */
    static String inWords(Map<String, ?> outcome) {
        return outcome.values().stream().map(value -> value instanceof Boolean yes ? yes ? "ja" : "nee" : String.valueOf(value))
                .map(TableAnswers::word).collect(Collectors.joining(": "));
    }

    /** A code as a word: "NIET_NALEVING" is "niet naleving"; what is known by its letters or figures (RSZ, C01, AMB-FUSIE) stays as it is. */
    static String word(String code) {
        boolean known = code.matches(".*[0-9-].*") || code.length() <= 3 && !code.equals("JA") && !code.equals("NEE");
        return known ? code : code.replace('_', ' ').toLowerCase(java.util.Locale.ROOT);
    }

    /** The value of a cell with a single literal in it; the cell's text when it is something else. */
    static Object literal(String feel) {
        if (feel.length() > 1 && feel.startsWith("\"") && feel.endsWith("\"")) {
            return feel.substring(1, feel.length() - 1);
        }
        if (feel.equals("true") || feel.equals("false")) {
            return Boolean.valueOf(feel);
        }
        return feel.matches("-?[0-9]+(\\.[0-9]+)?") ? plain(new BigDecimal(feel)) : feel;
    }

    /** A number is the same whatever type a reader gave it. */
    private static Object plain(Object value) {
        return value instanceof Number number ? new BigDecimal(number.toString()).stripTrailingZeros().toPlainString() : value;
    }

    private static List<String> sorted(Collection<? extends Map<String, ?>> answers) {
        return answers.stream().map(answer -> {
            Map<String, Object> plain = new TreeMap<>();
            answer.forEach((name, value) -> {
                if (value != null) {
                    plain.put(name, plain(value));
                }
            });
            return plain.toString();
        }).sorted().toList();
    }
}
