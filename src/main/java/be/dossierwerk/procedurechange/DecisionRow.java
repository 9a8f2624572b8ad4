package be.dossierwerk.procedurechange;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A test row beside a decision table. {@code expected}: the answers by the names of the outputs, explanations left out; {@code exactly}: no other answer may come. */
public record DecisionRow(UUID id, String file, String label, Map<String, Object> facts, List<Map<String, Object>> expected, boolean exactly, String authorName, Instant at) {

    /** What somebody fills in. */
    public record Content(String label, Map<String, Object> facts, List<Map<String, Object>> expected, boolean exactly) { }

    Content content() {
        return new Content(label, facts, expected, exactly);
    }

    /** Whether a table that gives those answers does what the row asks; only outputs that the row names are looked at. */
    boolean metBy(List<Map<String, Object>> answers) {
        List<Map<String, Object>> given = new java.util.ArrayList<>(answers.stream().map(this::named).toList());
        List<Map<String, Object>> missing = new java.util.ArrayList<>(expected);
        missing.removeIf(each -> {
            for (Map<String, Object> one : given) {
                if (TableAnswers.sameOutcomes(List.of(each), List.of(one))) {
                    return given.remove(one);
                }
            }
            return false;
        });
        return missing.isEmpty() && (!exactly || given.isEmpty());
    }

    private Map<String, Object> named(Map<String, Object> answer) {
        Map<String, Object> named = new java.util.LinkedHashMap<>(TableAnswers.outcome(answer));
        expected.stream().findFirst().ifPresent(first -> named.keySet().retainAll(first.keySet()));
        return named;
    }
}
