package be.dossierwerk.lint;

import be.dossierwerk.engine.DiagramFinding;
import be.dossierwerk.engine.DiagramSet;
import be.dossierwerk.engine.Vocabulary;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Whether a form can be understood and read: labels, keys that are unique, choices, help with what is hard (house.md 3.10). */
final class FormRules implements LintRule {

    private static final Set<String> CHOICES = Set.of("radio", "select", "checklist");
    /** Which day, in which unit: the label alone seldom says it. */
    private static final Set<String> HARD = Set.of("datetime", "number");
    /** Longer lists are easier to search than to read. */
    private static final int MOST_RADIOS = 5;

    @Override
    public void check(DiagramSet set, Vocabulary vocabulary, Set<String> paths, Consumer<DiagramFinding> found) {
        set.files().forEach((file, content) -> {
            if (file.endsWith(".form") && paths.contains(file)) {
                try {
                    form(FormJson.read(content), new Report(file, found));
                } catch (IOException e) {
                    found.accept(DiagramFinding.blocks(file, "", "form-unreadable"));
                }
            }
        });
    }

    /** Whatever keeps an answer, in the order of the form. */
    static List<JsonNode> fields(JsonNode form) {
        List<JsonNode> fields = new ArrayList<>();
        List<JsonNode> open = new ArrayList<>(List.of(form));
        while (!open.isEmpty()) {
            JsonNode at = open.remove(0);
            int place = 0;
            for (JsonNode inner : at.path("components")) {
                open.add(place++, inner);
                if (inner.hasNonNull("key") && !inner.has("components")) {
                    fields.add(inner);
                }
            }
        }
        return fields;
    }

    static String label(JsonNode field) {
        return (field.hasNonNull("dateLabel") ? field.path("dateLabel") : field.path("label")).asText().strip();
    }

    private static void form(JsonNode form, Report report) {
        List<JsonNode> fields = fields(form);
        if (fields.isEmpty()) {
            report.warns("", "form-without-field");
        }
        Set<String> keys = new HashSet<>();
        for (JsonNode field : fields) {
            String key = field.path("key").asText();
            String label = label(field);
            if (label.isEmpty()) {
                report.blocks(key, "field-label", key);
            } else if (HARD.contains(field.path("type").asText()) && field.path("validate").path("required").asBoolean() && !field.path("readonly").asBoolean()
                    && field.path("description").asText().isBlank()) {
                report.warns(key, "field-help", label);
            }
            if (!keys.add(key)) {
                report.blocks(key, "field-key-twice", label.isEmpty() ? key : label, key);
            }
            choice(field, key, label, report);
        }
    }

    private static void choice(JsonNode field, String key, String label, Report report) {
        String type = field.path("type").asText();
        boolean fixed = field.has("values");
        if (!CHOICES.contains(type)) {
            return;
        }
        if (!fixed && !field.hasNonNull("valuesKey") && !field.hasNonNull("valuesExpression")) {
            report.blocks(key, "choice-without-values", label);
        }
        Set<String> values = new HashSet<>();
        for (JsonNode value : field.path("values")) {
            if (value.path("label").asText().isBlank()) {
                report.blocks(key, "choice-label", label, value.path("value").asText());
            }
            if (!values.add(value.path("value").asText())) {
                report.blocks(key, "choice-twice", label, value.path("label").asText());
            }
        }
        if (type.equals("radio") && field.path("values").size() > MOST_RADIOS) {
            report.warns(key, "choice-as-select", label, String.valueOf(field.path("values").size()));
        }
    }
}
