package be.dossierwerk.inbox;

import be.dossierwerk.shared.Refused;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A form of {@code forms/} in the form-js schema, as far as the product supports it: what the screen draws and what the server
 * checks again come from this one record. Anything else in a form file is an error when it is read, not when it is used.
 */
public record FormSchema(String id, String action, List<Part> parts) {

    public enum Kind { TEXTFIELD, TEXTAREA, NUMBER, CHECKBOX, RADIO, SELECT, CHECKLIST, DATE, TEXT, GROUP }

    public record Option(String value, String label) { }

    /** Null where the form sets no limit. {@code message} is the form's own text for a wrong pattern. */
    public record Rules(boolean required, Integer minLength, Integer maxLength, Pattern pattern, BigDecimal min, BigDecimal max) { }

    /**
     * A field, a text or a group of them. {@code key} is null for texts and groups; {@code columns}: how many of sixteen it takes,
     * null for its share of {@code row}.
     */
    public record Part(Kind kind, String key, String label, String description, String text, Object defaultValue, List<Option> options,
                       Rules rules, Integer decimals, boolean readonly, String widget, HideWhen hide, String row, Integer columns,
                       List<Part> parts) {

        public boolean isField() {
            return key != null;
        }
    }

    /** {@code conditional.hide}: comparisons {@code key = true}, {@code key != "CODE"}, joined by {@code and} or {@code or}. */
    public record HideWhen(List<List<Comparison>> anyOf) {

        record Comparison(String key, boolean equal, String value) {

            boolean holds(Map<String, Object> raw) {
                Object is = raw.get(key);
                String text = is == null || "".equals(is) ? "null" : is.toString();
                // An unticked box and a box nobody touched are the same to a person.
                boolean same = text.equals(value) || "null".equals(text) && "false".equals(value);
                return same == equal;
            }
        }

        private static final Pattern COMPARISON = Pattern.compile("\\s*([A-Za-z_][A-Za-z0-9_]*)\\s*(!?=)\\s*(?:\"([^\"]*)\"|(true|false|null))\\s*");

        static HideWhen parse(String feel) {
            String text = feel.startsWith("=") ? feel.substring(1) : feel;
            List<List<Comparison>> anyOf = new ArrayList<>();
            for (String all : text.split("\\bor\\b")) {
                List<Comparison> both = new ArrayList<>();
                for (String one : all.split("\\band\\b")) {
                    var match = COMPARISON.matcher(one);
                    if (!match.matches()) {
                        throw new IllegalArgumentException("condition not supported: " + feel);
                    }
                    both.add(new Comparison(match.group(1), match.group(2).equals("="), match.group(3) != null ? match.group(3) : match.group(4)));
                }
                anyOf.add(both);
            }
            return new HideWhen(anyOf);
        }

        public boolean holds(Map<String, Object> raw) {
            return anyOf.stream().anyMatch(all -> all.stream().allMatch(c -> c.holds(raw)));
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TEXTFIELD_LIMIT = 1_000;
    private static final int TEXTAREA_LIMIT = 50_000;
    /** Word processors end a line with these too. */
    private static final Pattern OTHER_LINE_ENDS = Pattern.compile("[\\u000B\\u2028\\u2029]");
    /** What a terminal obeys, what writes from right to left, and halves of signs, which no database text can hold. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}&&[^\\n\\r\\t]]|[\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]|\\p{Cs}");
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);
    /** What arithmetic can carry: more digits than any amount, fewer than an attack. */
    private static final int NUMBER_DIGITS = 18;

    static FormSchema read(InputStream in) throws IOException {
        JsonNode root = JSON.readTree(in);
        JsonNode action = root.has("dw:actie") ? root.get("dw:actie") : root.path("properties").path("dw:actie");
        return new FormSchema(text(root, "id"), action.isTextual() ? action.asText() : null, parts(root));
    }

    /** All fields, in the order of the form. */
    List<Part> fields() {
        return fields(parts, Map.of(), false);
    }

    /** Keys of all fields, in the order of the form. */
    public Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        fields().forEach(field -> keys.add(field.key()));
        return keys;
    }

    /** Keys of the fields that nobody types in. */
    public Set<String> readonlyKeys() {
        return fields().stream().filter(Part::readonly).map(Part::key).collect(Collectors.toSet());
    }

    /** The form's own default values, raw. */
    public Map<String, Object> defaults() {
        Map<String, Object> values = new LinkedHashMap<>();
        fields().stream().filter(f -> f.defaultValue() != null).forEach(f -> values.put(f.key(), f.defaultValue()));
        return values;
    }

    /**
     * Checks every field that is shown and types its value: String, Boolean, LocalDate, BigDecimal or List of String; empty ones
     * are absent, hidden ones are dropped.
     * @throws Refused inbox.form-invalid with each wrong field
     */
    public Map<String, Object> typed(Map<String, Object> raw) {
        Map<String, Object> clean = clean(raw);
        Map<String, Object> typed = new LinkedHashMap<>();
        List<Refused.Field> wrong = new ArrayList<>();
        for (Part field : fields(parts, clean, true)) {
            try {
                Object value = value(field, clean.get(field.key()));
                if (value == null) {
                    // A ticked box can be required; an unticked one is an answer (false) otherwise.
                    if (field.rules().required()) {
                        wrong.add(new Refused.Field(field.key(), "inbox.field-required", field.label()));
                    }
                } else {
                    typed.put(field.key(), value);
                }
            } catch (Wrong e) {
                wrong.add(new Refused.Field(field.key(), e.getMessage(), e.args));
            }
        }
        if (!wrong.isEmpty()) {
            throw new Refused("inbox.form-invalid", wrong, wrong.size());
        }
        return typed;
    }

    /** Typed values (proposals) as the form shows them: dates and numbers as text. */
    public static Map<String, Object> raw(Map<String, Object> typed) {
        Map<String, Object> raw = new HashMap<>();
        typed.forEach((key, value) -> {
            if (value != null) {
                raw.put(key, value instanceof BigDecimal number ? number.toPlainString()
                        : value instanceof Collection<?> many ? many.stream().map(Object::toString).toList()
                        : value instanceof Boolean ? value : value.toString());
            }
        });
        return raw;
    }

    /** Every text as people see it: a pasted one sometimes has signs in it that show nothing, or that turn what follows around. */
    static Map<String, Object> clean(Map<String, Object> raw) {
        Map<String, Object> clean = new LinkedHashMap<>();
        raw.forEach((key, value) -> clean.put(key, value instanceof String text ? seen(text)
                : value instanceof Collection<?> many ? many.stream().map(v -> seen(String.valueOf(v))).toList() : value));
        return clean;
    }

    private static String seen(String text) {
        return UNSEEN.matcher(OTHER_LINE_ENDS.matcher(text).replaceAll("\n")).replaceAll("");
    }

    private static List<Part> fields(List<Part> parts, Map<String, Object> raw, boolean shownOnly) {
        List<Part> fields = new ArrayList<>();
        for (Part part : parts) {
            if (shownOnly && part.hide() != null && part.hide().holds(raw)) {
                continue;
            }
            if (part.kind() == Kind.GROUP) {
                fields.addAll(fields(part.parts(), raw, shownOnly));
            } else if (part.isField()) {
                fields.add(part);
            }
        }
        return fields;
    }

    private static Object value(Part field, Object raw) {
        if (raw == null) {
            return field.kind() == Kind.CHECKBOX && !field.rules().required() ? Boolean.FALSE : null;
        }
        return switch (field.kind()) {
            case TEXTFIELD, TEXTAREA -> text(field, raw);
            case NUMBER -> number(field, raw);
            case CHECKBOX -> {
                boolean ticked = raw instanceof Boolean b ? b : Boolean.parseBoolean(raw.toString());
                yield !ticked && field.rules().required() ? null : (Object) ticked;
            }
            case RADIO, SELECT -> {
                String code = raw.toString();
                if (code.isEmpty()) {
                    yield null;
                }
                yield option(field, code);
            }
            case CHECKLIST -> {
                if (!(raw instanceof Collection<?> many)) {
                    throw new Wrong("inbox.field-option", field.label());
                }
                List<String> codes = many.stream().map(code -> option(field, String.valueOf(code))).distinct().toList();
                yield codes.isEmpty() ? null : codes;
            }
            case DATE -> date(field, raw);
            case TEXT, GROUP -> null;
        };
    }

    private static String text(Part field, Object raw) {
        String text = raw.toString().strip();
        if (text.isEmpty()) {
            return null;
        }
        Rules rules = field.rules();
        int limit = rules.maxLength() != null ? rules.maxLength() : field.kind() == Kind.TEXTAREA ? TEXTAREA_LIMIT : TEXTFIELD_LIMIT;
        int length = text.codePointCount(0, text.length());
        if (length > limit) {
            throw new Wrong("inbox.field-too-long", field.label(), limit, length);
        }
        if (rules.minLength() != null && length < rules.minLength()) {
            throw new Wrong("inbox.field-too-short", field.label(), rules.minLength());
        }
        if (rules.pattern() != null && !rules.pattern().matcher(text).matches()) {
            throw new Wrong("inbox.field-pattern", field.label());
        }
        return text;
    }

    private static BigDecimal number(Part field, Object raw) {
        String text = raw.toString().strip();
        if (text.isEmpty()) {
            return null;
        }
        if (text.contains(",") && !text.contains(".")) {
            text = text.replace(',', '.');
        }
        if (!text.matches("-?\\d{1," + NUMBER_DIGITS + "}(\\.\\d{1," + NUMBER_DIGITS + "})?")) {
            throw new Wrong("inbox.field-number", field.label());
        }
        BigDecimal number = new BigDecimal(text);
        if (field.decimals() != null && number.stripTrailingZeros().scale() > field.decimals()) {
            throw field.decimals() == 0 ? new Wrong("inbox.field-whole-number", field.label())
                    : new Wrong("inbox.field-decimals", field.label(), field.decimals());
        }
        if (field.rules().min() != null && number.compareTo(field.rules().min()) < 0) {
            throw new Wrong("inbox.field-min", field.label(), field.rules().min());
        }
        if (field.rules().max() != null && number.compareTo(field.rules().max()) > 0) {
            throw new Wrong("inbox.field-max", field.label(), field.rules().max());
        }
        return number;
    }

    private static LocalDate date(Part field, Object raw) {
        String text = raw.toString().strip();
        if (text.isEmpty()) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.isBefore(EARLIEST) || date.isAfter(LATEST)) {
                throw new Wrong("inbox.field-date", field.label());
            }
            return date;
        } catch (DateTimeParseException e) {
            throw new Wrong("inbox.field-date", field.label());
        }
    }

    private static String option(Part field, String code) {
        if (field.options().stream().noneMatch(option -> option.value().equals(code))) {
            throw new Wrong("inbox.field-option", field.label());
        }
        return code;
    }

    private static List<Part> parts(JsonNode parent) {
        List<Part> parts = new ArrayList<>();
        for (JsonNode node : parent.path("components")) {
            Kind kind = kind(node);
            if (kind != null) {
                parts.add(part(kind, node));
            }
        }
        return List.copyOf(parts);
    }

    private static Kind kind(JsonNode node) {
        String type = node.path("type").asText();
        return switch (type) {
            case "textfield" -> Kind.TEXTFIELD;
            case "textarea" -> Kind.TEXTAREA;
            case "number" -> Kind.NUMBER;
            case "checkbox" -> Kind.CHECKBOX;
            case "radio" -> Kind.RADIO;
            case "select" -> Kind.SELECT;
            case "checklist" -> Kind.CHECKLIST;
            case "text" -> Kind.TEXT;
            case "group" -> Kind.GROUP;
            case "datetime" -> {
                if (!"date".equals(node.path("subtype").asText("date"))) {
                    throw new IllegalArgumentException("only dates without time are supported: " + node.path("key").asText());
                }
                yield Kind.DATE;
            }
            // Layout of the editor, and buttons: the page has its own.
            case "spacer", "separator", "button" -> null;
            default -> throw new IllegalArgumentException("form component not supported: " + type);
        };
    }

    private static Part part(Kind kind, JsonNode node) {
        boolean field = kind != Kind.TEXT && kind != Kind.GROUP;
        String key = field ? text(node, "key") : null;
        if (field && key == null) {
            throw new IllegalArgumentException("a field without key: " + node.path("id").asText());
        }
        JsonNode validate = node.path("validate");
        List<Option> options = new ArrayList<>();
        for (JsonNode option : node.path("values")) {
            options.add(new Option(option.path("value").asText(), option.path("label").asText(option.path("value").asText())));
        }
        if (options.isEmpty() && (kind == Kind.RADIO || kind == Kind.SELECT || kind == Kind.CHECKLIST)) {
            throw new IllegalArgumentException("a choice without values: " + key);
        }
        String label = text(node, "label");
        String shown = label != null ? label : node.hasNonNull("dateLabel") ? node.get("dateLabel").asText() : key;
        Rules rules = new Rules(validate.path("required").asBoolean(false), whole(validate, "minLength"), whole(validate, "maxLength"),
                validate.hasNonNull("pattern") ? Pattern.compile(validate.get("pattern").asText()) : null,
                decimal(validate, "min"), decimal(validate, "max"));
        String hide = text(node.path("conditional"), "hide");
        return new Part(kind, key, shown, text(node, "description"), text(node, "text"), defaultValue(node.get("defaultValue")),
                List.copyOf(options), rules, whole(node, "decimalDigits"), node.path("readonly").asBoolean() || node.path("disabled").asBoolean(),
                text(node.path("properties"), "dw:widget"), hide == null || hide.isBlank() ? null : HideWhen.parse(hide.strip()),
                text(node.path("layout"), "row"), whole(node.path("layout"), "columns"), kind == Kind.GROUP ? parts(node) : List.of());
    }

    private static Object defaultValue(JsonNode node) {
        if (node == null || node.isNull()) {
            return null;
        }
        if (node.isArray()) {
            List<String> many = new ArrayList<>();
            node.forEach(one -> many.add(one.asText()));
            return many;
        }
        return node.isBoolean() ? (Object) node.booleanValue() : node.asText();
    }

    private static String text(JsonNode node, String name) {
        return node.hasNonNull(name) ? node.get(name).asText() : null;
    }

    private static Integer whole(JsonNode node, String name) {
        return node.hasNonNull(name) && !node.get(name).asText().isBlank() ? Integer.valueOf(node.get(name).asText()) : null;
    }

    private static BigDecimal decimal(JsonNode node, String name) {
        return node.hasNonNull(name) && !node.get(name).asText().isBlank() ? new BigDecimal(node.get(name).asText()) : null;
    }

    /** One wrong value, on its way to the list of all of them. */
    private static final class Wrong extends RuntimeException {

        private final transient Object[] args;

        private Wrong(String key, Object... args) {
            super(key, null, false, false);
            this.args = args;
        }
    }
}
