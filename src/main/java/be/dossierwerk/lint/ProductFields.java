package be.dossierwerk.lint;

import be.dossierwerk.engine.DiagramFinding;
import be.dossierwerk.engine.DiagramSet;
import be.dossierwerk.engine.ProductDiagrams;
import be.dossierwerk.engine.Vocabulary;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A step of the product reads the fields of its form, so they stay: of the same kind, as required, with no answers that the step does not know. Other
 * questions may be added; their answers are kept in the timeline (house.md 3.10).
 */
final class ProductFields implements LintRule {

    private static final String FOLDER = "forms/";

    @Override
    public void check(DiagramSet set, Vocabulary vocabulary, Set<String> paths, Consumer<DiagramFinding> found) {
        paths.stream().filter(path -> path.startsWith(FOLDER) && path.endsWith(".form")).forEach(path -> ofProduct(path).ifPresent(own -> {
            Report report = new Report(path, found);
            try {
                Map<String, JsonNode> fields = fields(FormJson.read(set.files().get(path)));
                own.forEach((key, field) -> compare(key, field, fields.get(key), report));
            } catch (IOException e) {
                report.blocks("", "form-unreadable");
            }
        }));
    }

    private static void compare(String key, JsonNode own, JsonNode now, Report report) {
        String label = label(own);
        if (now == null) {
            report.blocks(key, "field-needed", label, key);
        } else if (!now.path("type").asText().equals(own.path("type").asText())) {
            report.blocks(key, "field-other-kind", label);
        } else if (own.path("validate").path("required").asBoolean() && !now.path("validate").path("required").asBoolean()) {
            report.blocks(key, "field-no-longer-required", label);
        } else if (own.has("values")) {
            Set<String> known = codes(own);
            now.path("values").forEach(value -> {
                if (!known.contains(value.path("value").asText())) {
                    report.blocks(key, "field-unknown-answer", label, value.path("label").asText());
                }
            });
        }
    }

    /** The fields of the product's own form for that step, or of the building block's; empty where only changed procedures have the form. */
    private static Optional<Map<String, JsonNode>> ofProduct(String path) {
        String block = FOLDER + "bouwstenen/" + path.substring(path.lastIndexOf('/') + 1);
        Map<String, byte[]> product = ProductDiagrams.onClassPath().files();
        return Optional.ofNullable(product.getOrDefault(path, product.get(block))).map(form -> {
            try {
                return fields(FormJson.read(form));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static Map<String, JsonNode> fields(JsonNode form) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        for (JsonNode part : form.path("components")) {
            if (part.has("components")) {
                fields.putAll(fields(part));
            } else if (part.hasNonNull("key")) {
                fields.put(part.path("key").asText(), part);
            }
        }
        return fields;
    }

    private static Set<String> codes(JsonNode field) {
        Set<String> codes = new LinkedHashSet<>();
        field.path("values").forEach(value -> codes.add(value.path("value").asText()));
        return codes;
    }

    private static String label(JsonNode field) {
        return (field.hasNonNull("dateLabel") ? field.path("dateLabel") : field.path("label")).asText();
    }
}
