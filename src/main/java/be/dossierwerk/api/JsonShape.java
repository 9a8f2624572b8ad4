package be.dossierwerk.api;

import be.dossierwerk.shared.Refused;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares JSON with the record it should become. Jackson stops at the first wrong value; a sender wants all of them,
 * each by its path ({@code persons[0].function}).
 */
final class JsonShape {

    private static final Pattern DATE = Pattern.compile("(19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}");
    /** PostgreSQL keeps no NUL and no half surrogate pairs; other control characters have no place on a form. */
    private static final Pattern UNWRITABLE = Pattern.compile("[\\p{Cntrl}&&[^\\n\\r\\t]]|\\p{Cs}");

    private final List<Refused.Field> wrong = new ArrayList<>();

    private JsonShape() { }

    /** Takes every value of the wrong form out of the tree and names it; afterwards the tree binds to the record. */
    static List<Refused.Field> mend(ObjectNode tree, Class<? extends Record> shape) {
        JsonShape check = new JsonShape();
        check.object(tree, shape, "");
        return List.copyOf(check.wrong);
    }

    private void object(ObjectNode node, Class<?> shape, String path) {
        Map<String, Type> known = new LinkedHashMap<>();
        for (RecordComponent component : shape.getRecordComponents()) {
            known.put(component.getName(), component.getGenericType());
        }
        Set<String> unknown = new TreeSet<>();
        node.fieldNames().forEachRemaining(name -> {
            if (!known.containsKey(name)) {
                unknown.add(name);
            }
        });
        unknown.forEach(name -> {
            node.remove(name);
            add(join(path, name), "api.field.unknown", String.join(", ", known.keySet()));
        });
        known.forEach((name, type) -> {
            JsonNode value = node.get(name);
            if (value != null && !(value.isNull() && type != boolean.class)) {
                JsonNode mended = value(value, type, join(path, name));
                if (mended == null) {
                    node.remove(name);
                } else {
                    node.set(name, mended);
                }
            }
        });
    }

    /** @return the value to keep, or null when it has the wrong form */
    private JsonNode value(JsonNode node, Type type, String path) {
        if (type instanceof ParameterizedType list) {
            return list(node, list.getActualTypeArguments()[0], path);
        }
        Class<?> wanted = (Class<?>) type;
        if (wanted.isRecord()) {
            if (node instanceof ObjectNode object) {
                object(object, wanted, path);
                return object;
            }
            return not("api.field.object", path);
        }
        if (wanted.isEnum()) {
            List<String> names = Stream.of(wanted.getEnumConstants()).map(Object::toString).toList();
            return names.contains(node.textValue()) ? node : not("api.field.one-of", path, String.join(", ", names));
        }
        if (wanted == LocalDate.class) {
            return isDate(node.textValue()) ? node : not("api.field.date", path);
        }
        if (wanted == BigDecimal.class) {
            return isAmount(node) ? node : not("api.field.amount", path);
        }
        if (wanted == Integer.class) {
            return node.isIntegralNumber() && node.canConvertToInt() ? node : not("api.field.whole-number", path);
        }
        if (wanted == Boolean.class || wanted == boolean.class) {
            return node.isBoolean() ? node : not("api.field.boolean", path);
        }
        if (!node.isTextual()) {
            return not("api.field.text", path);
        }
        return UNWRITABLE.matcher(node.textValue()).find() ? not("api.field.characters", path) : node;
    }

    private JsonNode list(JsonNode node, Type element, String path) {
        if (!(node instanceof ArrayNode array)) {
            return not("api.field.list", path);
        }
        for (int i = 0; i < array.size(); i++) {
            JsonNode mended = value(array.get(i), element, path + "[" + i + "]");
            if (mended == null) {
                boolean isRecord = element instanceof Class<?> wanted && wanted.isRecord();
                array.set(i, isRecord ? JsonNodeFactory.instance.objectNode() : JsonNodeFactory.instance.nullNode());
            }
        }
        return array;
    }

    private JsonNode not(String key, String path, Object... args) {
        add(path, key, args);
        return null;
    }

    private void add(String path, String key, Object... args) {
        wrong.add(new Refused.Field(path, key, args));
    }

    private static boolean isDate(String text) {
        if (text == null || !DATE.matcher(text).matches()) {
            return false;
        }
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** Euro with at most two decimals and eight digits before them, as {@code recognition.deposit_amount} holds. */
    private static boolean isAmount(JsonNode node) {
        if (!node.isNumber()) {
            return false;
        }
        BigDecimal amount = node.decimalValue();
        return amount.scale() <= 2 && (long) amount.precision() - amount.scale() <= 8;
    }

    private static String join(String path, String name) {
        return Stream.of(path, name).filter(part -> !part.isEmpty()).collect(Collectors.joining("."));
    }
}
