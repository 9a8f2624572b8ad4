package be.dossierwerk.engine.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.io.IOException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The lists of what a form may hold: the fields that the product draws and checks itself, plain texts, and conditions that compare fields. */
public final class FormGate {

    private static final int MAX_BYTES = 256_000;
    private static final int MAX_NESTING = 20;
    private static final int MAX_GROUPS = 4;
    private static final int MAX_PARTS = 300;
    private static final int MAX_CHOICES = 500;
    private static final int MAX_TEXT = 4_000;
    private static final int MAX_PATTERN = 100;

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_NESTING).maxNumberLength(20).maxStringLength(MAX_TEXT)
                    .maxNameLength(100).maxDocumentLength(MAX_BYTES).build()).build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private static final Set<String> FORM = Set.of("type", "id", "name", "schemaVersion", "executionPlatform", "executionPlatformVersion", "exporter",
            "versionTag", "properties", "components");
    private static final Set<String> CHOICES = Set.of("radio", "select", "checklist");
    private static final Set<String> LAYOUT = Set.of("spacer", "separator", "button", "text", "group");
    private static final Set<String> ANY = Set.of("type", "id", "label", "layout", "conditional", "properties");
    private static final Set<String> FIELD = Set.of("key", "description", "validate", "readonly", "disabled", "defaultValue", "appearance");
    /** What each kind of part holds beside the properties of all. */
    private static final Map<String, Set<String>> PARTS = Map.ofEntries(
            Map.entry("textfield", Set.of()), Map.entry("textarea", Set.of("rows")), Map.entry("checkbox", Set.of()),
            Map.entry("number", Set.of("decimalDigits", "increment", "serializeToString")), Map.entry("radio", Set.of("values")),
            Map.entry("select", Set.of("values", "searchable")), Map.entry("checklist", Set.of("values")),
            Map.entry("datetime", Set.of("subtype", "dateLabel", "disallowPassedDates")), Map.entry("text", Set.of("text")),
            Map.entry("group", Set.of("components", "showOutline", "verticalAlignment")), Map.entry("spacer", Set.of("height")),
            Map.entry("separator", Set.of()), Map.entry("button", Set.of("action", "key")));
    private static final Set<String> RULES = Set.of("required", "minLength", "maxLength", "min", "max", "pattern");
    private static final Set<String> OWN_PROPERTIES = Set.of("dw:actie", "dw:widget");

    private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,59}");
    private static final Pattern ID = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,99}");
    private static final Pattern VALUE = Pattern.compile("[^<>{}]{1,200}");
    private static final Pattern COMPARISON = Pattern.compile("\\s*([A-Za-z][A-Za-z0-9_]{0,59})\\s*!?=\\s*(?:\"[^\"<>{}\\\\]{0,200}\"|true|false|null)\\s*");
    private static final Pattern HTML = Pattern.compile("<[A-Za-z/!?]|&#|(?i:javascript|vbscript)\\s*:");
    /** Brackets that repeat, look around or point back make a search that never ends on some texts. */
    private static final Pattern COSTLY = Pattern.compile("\\)\\s*[*+{]|\\(\\?|\\\\[1-9kQE]|[*+}]\\s*[*+{]");

    private final Refusals refusals;
    private final Set<String> keys = new HashSet<>();
    private final Set<String> ids = new HashSet<>();
    private int parts;

    private FormGate(Refusals refusals) {
        this.refusals = refusals;
    }

    public static void check(byte[] content, Refusals refusals) {
        if (!SafeText.isPlain(content, MAX_BYTES, refusals)) {
            return;
        }
        JsonNode form;
        try {
            form = JSON.readTree(content);
        } catch (JsonProcessingException e) {
            JsonLocation where = e.getLocation();
            refusals.refuse("", String.valueOf(e.getOriginalMessage()).startsWith("Duplicate field") ? "gate-json-twice" : "gate-not-json",
                    String.valueOf(where == null ? 1 : Math.max(1, where.getLineNr())));
            return;
        } catch (IOException e) {
            refusals.refuse("", "gate-not-json", "1");
            return;
        }
        new FormGate(refusals).form(form);
    }

    private void form(JsonNode form) {
        if (!form.isObject() || !form.path("components").isArray() || !form.path("type").asText("default").equals("default")) {
            refusals.refuse("", "gate-form-root");
            return;
        }
        names(form, "", FORM);
        if (!ID.matcher(form.path("id").asText()).matches() || !form.path("id").isTextual()) {
            refusals.refuse("", "gate-value", "id", form.path("id").asText());
        }
        for (String text : new String[] {"name", "executionPlatform", "executionPlatformVersion", "versionTag"}) {
            text(form, "", text, 200);
        }
        properties(form, "");
        keysOf(form.path("components"), 1);
        if (refusals.isEmpty()) {
            form.path("components").forEach(this::part);
        }
    }

    /** The keys first: a condition may name a field further on. */
    private void keysOf(JsonNode components, int depth) {
        if (depth > MAX_GROUPS) {
            refusals.refuse("", "gate-depth", String.valueOf(MAX_GROUPS));
            return;
        }
        for (JsonNode part : components) {
            if (++parts > MAX_PARTS) {
                refusals.refuse("", "gate-elements", String.valueOf(MAX_PARTS));
                return;
            }
            String name = name(part);
            if (part.has("key") && !LAYOUT.contains(part.path("type").asText())) {
                if (!part.path("key").isTextual() || !KEY.matcher(part.path("key").asText()).matches()) {
                    refusals.refuse(name, "gate-form-key", part.path("key").asText());
                } else if (!keys.add(part.path("key").asText())) {
                    refusals.refuse(name, "gate-form-key-twice", part.path("key").asText());
                }
            }
            if (part.has("id") && (!part.path("id").isTextual() || !ID.matcher(part.path("id").asText()).matches())) {
                refusals.refuse(name, "gate-id", part.path("id").asText());
            } else if (part.has("id") && !ids.add(part.path("id").asText())) {
                refusals.refuse(name, "gate-id-twice", part.path("id").asText());
            }
            if (part.has("components")) {
                keysOf(part.path("components"), depth + 1);
            }
        }
    }

    private void part(JsonNode part) {
        String name = name(part);
        String type = part.path("type").isTextual() ? part.path("type").asText() : "";
        if (!part.isObject() || !PARTS.containsKey(type)) {
            refusals.refuse(name, "gate-form-type", type);
            return;
        }
        boolean field = !LAYOUT.contains(type);
        Set<String> known = new HashSet<>(ANY);
        known.addAll(PARTS.get(type));
        if (field) {
            known.addAll(FIELD);
        }
        names(part, name, known);
        if (field && !part.has("key")) {
            refusals.refuse(name, "gate-form-key", "");
        }
        for (String text : new String[] {"label", "description", "dateLabel"}) {
            text(part, name, text, 1_000);
        }
        text(part, name, "text", MAX_TEXT);
        for (String truth : new String[] {"readonly", "disabled", "showOutline", "searchable", "serializeToString", "disallowPassedDates"}) {
            if (part.has(truth) && !part.get(truth).isBoolean()) {
                refusals.refuse(name, "gate-form-value", truth, part.get(truth).toString());
            }
        }
        whole(part, name, "decimalDigits", 0, 10);
        whole(part, name, "rows", 1, 100);
        whole(part, name, "height", 0, 1_000);
        oneOf(part, name, "subtype", Set.of("date"));
        oneOf(part, name, "action", Set.of("submit", "reset"));
        oneOf(part, name, "verticalAlignment", Set.of("start", "center", "end"));
        if (part.has("increment") && !part.get("increment").isNumber() && !part.get("increment").asText().matches("[0-9]{1,9}(\\.[0-9]{1,9})?")) {
            refusals.refuse(name, "gate-form-value", "increment", part.get("increment").toString());
        }
        appearance(part, name);
        defaultValue(part, name);
        layout(part, name);
        properties(part, name);
        conditional(part, name);
        validate(part, name);
        if (CHOICES.contains(type)) {
            choices(part, name);
        }
        if (type.equals("group")) {
            if (!part.path("components").isArray()) {
                refusals.refuse(name, "gate-form-value", "components", part.path("components").toString());
            } else {
                part.path("components").forEach(this::part);
            }
        }
    }

    private void choices(JsonNode part, String name) {
        JsonNode values = part.path("values");
        if (!values.isArray() || values.isEmpty() || values.size() > MAX_CHOICES) {
            refusals.refuse(name, "gate-form-choices", String.valueOf(MAX_CHOICES));
            return;
        }
        Set<String> seen = new HashSet<>();
        for (JsonNode value : values) {
            names(value, name, Set.of("value", "label"));
            text(value, name, "label", 400);
            if (!value.path("value").isTextual() || !VALUE.matcher(value.path("value").asText()).matches() || !seen.add(value.path("value").asText())) {
                refusals.refuse(name, "gate-form-value", "value", value.path("value").toString());
            }
        }
    }

    private void validate(JsonNode part, String name) {
        JsonNode rules = part.get("validate");
        if (rules == null) {
            return;
        }
        if (!object(part, name, "validate", RULES)) {
            return;
        }
        if (rules.has("required") && !rules.get("required").isBoolean()) {
            refusals.refuse(name, "gate-form-value", "required", rules.get("required").toString());
        }
        whole(rules, name, "minLength", 0, 50_000);
        whole(rules, name, "maxLength", 1, 250_000);
        for (String bound : new String[] {"min", "max"}) {
            if (rules.has(bound) && !rules.get(bound).asText().matches("-?[0-9]{1,15}(\\.[0-9]{1,10})?")) {
                refusals.refuse(name, "gate-form-value", bound, rules.get(bound).toString());
            }
        }
        if (rules.has("pattern")) {
            String pattern = rules.get("pattern").asText();
            boolean good = rules.get("pattern").isTextual() && pattern.length() <= MAX_PATTERN && !COSTLY.matcher(pattern).find();
            try {
                Pattern.compile(pattern);
            } catch (PatternSyntaxException e) {
                good = false;
            }
            if (!good) {
                refusals.refuse(name, "gate-form-pattern", pattern);
            }
        }
    }

    private void conditional(JsonNode part, String name) {
        if (!part.has("conditional") || !object(part, name, "conditional", Set.of("hide"))) {
            return;
        }
        JsonNode hide = part.get("conditional").path("hide");
        String condition = hide.asText("");
        if (hide.isMissingNode() || hide.isTextual() && condition.isBlank()) {
            return;
        }
        String text = condition.startsWith("=") ? condition.substring(1) : condition;
        for (String one : text.split("\\b(?:and|or)\\b", -1)) {
            Matcher comparison = COMPARISON.matcher(one);
            if (!hide.isTextual() || condition.length() > 1_000 || !comparison.matches()) {
                refusals.refuse(name, "gate-form-condition", hide.isTextual() ? condition : hide.toString());
                return;
            }
            if (!keys.contains(comparison.group(1))) {
                refusals.refuse(name, "gate-form-condition-key", comparison.group(1));
            }
        }
    }

    private void layout(JsonNode part, String name) {
        if (part.has("layout") && object(part, name, "layout", Set.of("row", "columns"))) {
            JsonNode layout = part.get("layout");
            if (layout.has("row") && (!layout.get("row").isTextual() || !ID.matcher(layout.get("row").asText()).matches())) {
                refusals.refuse(name, "gate-form-value", "row", layout.get("row").toString());
            }
            if (layout.hasNonNull("columns")) {
                whole(layout, name, "columns", 1, 16);
            }
        }
    }

    private void appearance(JsonNode part, String name) {
        if (part.has("appearance") && object(part, name, "appearance", Set.of("prefixAdorner", "suffixAdorner"))) {
            text(part.get("appearance"), name, "prefixAdorner", 50);
            text(part.get("appearance"), name, "suffixAdorner", 50);
        }
    }

    private void properties(JsonNode part, String name) {
        if (part.has("properties") && object(part, name, "properties", OWN_PROPERTIES)) {
            OWN_PROPERTIES.forEach(property -> text(part.get("properties"), name, property, 200));
        }
    }

    private void defaultValue(JsonNode part, String name) {
        JsonNode value = part.get("defaultValue");
        if (value == null || value.isNull() || value.isBoolean() || value.isNumber()) {
            return;
        }
        boolean texts = value.isTextual() || value.isArray() && value.size() <= MAX_CHOICES;
        Iterator<JsonNode> each = value.elements();
        while (value.isArray() && each.hasNext()) {
            JsonNode one = each.next();
            texts &= one.isTextual() && isPlain(one.asText());
        }
        if (!texts || value.isTextual() && !isPlain(value.asText())) {
            refusals.refuse(name, "gate-form-value", "defaultValue", value.toString());
        }
    }

    private boolean object(JsonNode part, String name, String property, Set<String> known) {
        if (!part.get(property).isObject()) {
            refusals.refuse(name, "gate-form-value", property, part.get(property).toString());
            return false;
        }
        names(part.get(property), name, known);
        return true;
    }

    private void names(JsonNode node, String name, Set<String> known) {
        node.fieldNames().forEachRemaining(property -> {
            if (!known.contains(property)) {
                refusals.refuse(name, "gate-form-property", property);
            }
        });
    }

    private void text(JsonNode node, String name, String property, int longest) {
        JsonNode text = node.get(property);
        if (text == null || text.isNull()) {
            return;
        }
        if (text.getNodeType() != JsonNodeType.STRING || text.asText().length() > longest) {
            refusals.refuse(name, "gate-form-value", property, text.asText());
        } else if (HTML.matcher(text.asText()).find()) {
            refusals.refuse(name, "gate-form-html", property);
        } else if (!isPlain(text.asText())) {
            refusals.refuse(name, "gate-form-expression", property);
        }
    }

    private static boolean isPlain(String text) {
        return !text.strip().startsWith("=") && !text.contains("{{") && !PlainExpressions.isIn(text) && !HTML.matcher(text).find()
                && text.codePoints().noneMatch(c -> c == 0 || c < ' ' && c != '\n' && c != '\t' && c != '\r');
    }

    private void whole(JsonNode node, String name, String property, int least, int most) {
        JsonNode number = node.get(property);
        if (number == null || number.isNull()) {
            return;
        }
        String text = number.asText();
        if (!text.matches("[0-9]{1,7}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            refusals.refuse(name, "gate-form-value", property, number.toString());
        }
    }

    private void oneOf(JsonNode node, String name, String property, Set<String> known) {
        if (node.has(property) && !known.contains(node.get(property).asText())) {
            refusals.refuse(name, "gate-form-value", property, node.get(property).toString());
        }
    }

    private static String name(JsonNode part) {
        return part.path("key").isTextual() ? part.path("key").asText() : part.path("id").asText("");
    }
}
