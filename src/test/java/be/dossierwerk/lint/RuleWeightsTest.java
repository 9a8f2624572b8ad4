package be.dossierwerk.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What blocks a publication and what only warns was chosen rule by rule: whoever changes a weight changes it here too, and knows why. */
class RuleWeightsTest {

    private static final Pattern TOLD = Pattern.compile("\\b(?:report\\.|DiagramFinding\\.)(blocks|warns)\\(([^;]*);");
    private static final Pattern WORD = Pattern.compile("\"([a-z-]+)\"");

    @Test
    void every_rule_has_the_weight_that_was_chosen() throws IOException {
        Set<String> rules = texts();
        Map<String, Set<String>> weights = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/be/dossierwerk/lint"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                TOLD.matcher(Files.readString(file)).results().forEach(told -> WORD.matcher(told.group(2)).results().map(word -> word.group(1)).filter(rules::contains)
                        .forEach(rule -> weights.computeIfAbsent(told.group(1), weight -> new TreeSet<>()).add(rule)));
            }
        }
        assertThat(weights.get("blocks")).containsExactlyInAnyOrder(
                "answer-not-allowed", "answer-required", "choice-label", "choice-twice", "choice-without-values", "condition-in-vain",
                "condition-required", "default-required", "default-without-condition", "disconnected", "duplicate-line", "empty-answer", "end-required",
                "event-frame-typed-start", "event-gateway-two", "event-gateway-waits", "field-key-twice", "field-label", "field-needed",
                "field-no-longer-required", "field-other-kind", "field-unknown-answer", "form-decides", "form-of-product", "form-unreadable",
                "frame-blank-start", "hangs-on-nothing", "join-never-complete", "label-required", "line-not-drawn", "line-through-frame", "looks-on",
                "no-complex-gateway", "no-drawing", "no-end-ahead", "no-implicit-split", "no-inclusive-gateway", "no-join-and-fork", "no-link",
                "no-way-in", "no-way-out", "not-drawn", "one-blank-start", "one-event-definition", "only-for", "output-name", "process-is-file", "rule-never-reached",
                "rule-twice", "rules-overlap", "start-required", "table-empty", "table-name", "task-role-decides", "task-role-of-form", "unreachable",
                "way-into-beginning", "way-out-of-end");
        assertThat(weights.get("warns")).containsExactlyInAnyOrder(
                "asynchronous-why", "choice-as-select", "column-label", "default-advised", "exit-when-term-ends", "fake-join", "field-help",
                "form-without-field", "id-pattern", "left-to-right", "one-fact", "out-of-frame", "overlap", "process-is-folder", "say-what-to-do",
                "span-in-name", "superfluous-gateway", "superfluous-termination", "table-without-rest", "task-role-required", "value-never-seen");
        // Here the weight hangs on what the law asks; SeparationOfDutiesTest says which.
        weights.put("either", Set.of("same-role-other-person", "same-role-prepares-and-decides", "same-role-prepares-often"));
        assertThat(weights.values().stream().flatMap(Set::stream)).containsExactlyInAnyOrderElementsOf(rules);
    }

    /** Every rule but the gate's, which all block. */
    private static Set<String> texts() {
        try {
            return Files.readAllLines(Path.of("src/main/resources/messages/lint.properties")).stream().filter(line -> line.matches("lint\\.(?!gate-|command-)[a-z-]+=.*"))
                    .map(line -> line.substring("lint.".length(), line.indexOf('='))).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
