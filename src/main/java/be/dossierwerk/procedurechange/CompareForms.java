package be.dossierwerk.procedurechange;

import be.dossierwerk.procedurechange.Difference.Aspect;
import be.dossierwerk.procedurechange.Difference.Kind;
import be.dossierwerk.procedurechange.Difference.Subject;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** In what two versions of a form differ: field by field. */
final class CompareForms {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Aspect> ASPECTS = Map.of("label", Aspect.LABEL, "text", Aspect.LABEL, "required", Aspect.REQUIRED, "values", Aspect.OPTIONS,
            "description", Aspect.HELP, "conditional", Aspect.CONDITION, "readonly", Aspect.READONLY, "validate", Aspect.LIMITS, "type", Aspect.TYPE);
    private static final Set<String> APART = Set.of("id", "key", "components", "validate", "values", "conditional", "layout");

    /** {@code parent}: the key of the group that it stands in, empty at the top. */
    record Field(String key, String type, String label, String parent, Map<String, String> facts) { }

    /** {@code other}: what the file says of the form as a whole. */
    record Form(Map<String, Field> fields, String button, String other) { }

    private CompareForms() { }

    /** Empty when the text is no form. */
    static Optional<Form> read(String text) {
        try {
            JsonNode root = JSON.readTree(text);
            if (root == null || !root.path("components").isArray()) {
                return Optional.empty();
            }
            Map<String, Field> fields = new LinkedHashMap<>();
            read(root, "", fields);
            Map<String, String> properties = new TreeMap<>();
            root.path("properties").properties().forEach(property -> properties.put(property.getKey(), property.getValue().asText()));
            String button = properties.remove("dw:actie");
            return Optional.of(new Form(fields, button == null ? "" : button, properties.isEmpty() ? "" : properties.toString()));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static void read(JsonNode part, String parent, Map<String, Field> fields) {
        for (JsonNode component : part.path("components")) {
            String key = component.path("key").asText("").isEmpty() ? component.path("id").asText() : component.path("key").asText();
            Map<String, String> facts = new TreeMap<>();
            component.properties().forEach(fact -> {
                if (!APART.contains(fact.getKey()) && !silent(fact.getValue())) {
                    facts.put(fact.getKey(), plain(fact.getValue()));
                }
            });
            component.path("validate").properties().forEach(limit -> {
                if (!silent(limit.getValue())) {
                    facts.put(limit.getKey().equals("required") ? "required" : "validate:" + limit.getKey(), plain(limit.getValue()));
                }
            });
            if (component.path("values").isArray()) {
                facts.put("values", StreamSupport.stream(component.path("values").spliterator(), false).map(option -> option.path("label").asText()
                        + "\t" + option.path("value").asText()).collect(Collectors.joining("\n")));
            }
            if (component.path("conditional").hasNonNull("hide")) {
                facts.put("conditional", component.path("conditional").path("hide").asText().strip().replaceAll("\\s+", " "));
            }
            fields.put(key, new Field(key, component.path("type").asText(), component.path("label").asText(component.path("text").asText("")), parent, facts));
            read(component, key, fields);
        }
    }

    private static boolean silent(JsonNode value) {
        return value.isNull() || value.isBoolean() && !value.asBoolean() || value.isContainerNode() && value.isEmpty();
    }

    private static String plain(JsonNode value) {
        return value.isValueNode() ? value.asText() : sorted(value).toString();
    }

    private static Object sorted(JsonNode value) {
        if (value.isObject()) {
            Map<String, Object> sorted = new TreeMap<>();
            value.properties().forEach(each -> sorted.put(each.getKey(), sorted(each.getValue())));
            return sorted;
        }
        return value.isArray() ? StreamSupport.stream(value.spliterator(), false).map(CompareForms::sorted).toList() : value.asText();
    }

    static List<Difference> of(String file, Form old, Form now) {
        List<Difference> found = new ArrayList<>();
        changed(found, file, "", Aspect.BUTTON, "", old.button(), now.button(), Subject.of("form", ""));
        changed(found, file, "", Aspect.OTHER, "", old.other(), now.other(), Subject.of("form", ""));
        List<String> order = now.fields().keySet().stream().filter(old.fields()::containsKey).toList();
        Map<String, Integer> places = new LinkedHashMap<>();
        old.fields().keySet().forEach(key -> places.put(key, places.size()));
        Set<String> moved = CompareOrder.moved(order, places);
        for (Field is : now.fields().values()) {
            Field was = old.fields().get(is.key());
            Subject field = subject(now, is);
            if (was == null) {
                found.add(new Difference(file, is.key(), Kind.ADDED, Aspect.ELEMENT, "", is.facts().getOrDefault("required", ""), field));
                continue;
            }
            changed(found, file, is.key(), Aspect.TYPE, "", was.type(), is.type(), field);
            Set<String> facts = new TreeSet<>(was.facts().keySet());
            facts.addAll(is.facts().keySet());
            facts.remove("type");
            for (String fact : facts) {
                String name = fact.replaceFirst(":.*", "");
                changed(found, file, is.key(), ASPECTS.getOrDefault(name, Aspect.OTHER), fact.substring(fact.indexOf(':') + 1),
                        was.facts().getOrDefault(fact, ""), is.facts().getOrDefault(fact, ""), field);
            }
            if (!was.parent().equals(is.parent())) {
                found.add(new Difference(file, is.key(), Kind.MOVED, Aspect.PLACE, label(old, was.parent()), label(now, is.parent()), field));
            } else if (moved.contains(is.key())) {
                found.add(new Difference(file, is.key(), Kind.MOVED, Aspect.ORDER, "", "", field));
            }
        }
        old.fields().values().stream().filter(was -> !now.fields().containsKey(was.key()))
                .forEach(was -> found.add(new Difference(file, was.key(), Kind.REMOVED, Aspect.ELEMENT, "", "", subject(old, was))));
        return List.copyOf(found);
    }

    /** {@code from}: the field above it; what is only text is called by its first words. */
    private static Subject subject(Form form, Field field) {
        String above = "";
        for (Field each : form.fields().values()) {
            if (each.key().equals(field.key())) {
                break;
            }
            above = called(each);
        }
        return new Subject(field.type().equals("group") ? "group" : field.type().equals("text") ? "text" : "field", shortened(called(field)), shortened(above), "", "");
    }

    /** Its label; without one its key in plain letters. */
    private static String called(Field field) {
        return field.label().isBlank() ? field.key().replaceAll("^[A-Z][a-z]+_", "").replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").replace('_', ' ').toLowerCase(java.util.Locale.ROOT)
                : field.label();
    }

    private static String shortened(String label) {
        String plain = label.replaceAll("[*_#]+", "").strip().replaceAll("\\s+", " ");
        return plain.length() <= 60 ? plain : plain.substring(0, plain.lastIndexOf(' ', 60) < 20 ? 60 : plain.lastIndexOf(' ', 60)) + "\u2026";
    }

    private static String label(Form form, String key) {
        Field field = form.fields().get(key);
        return field == null ? "" : field.label();
    }

    private static void changed(List<Difference> found, String file, String element, Aspect aspect, String detail, String before, String after, Subject subject) {
        if (!before.equals(after)) {
            found.add(new Difference(file, element, Kind.CHANGED, aspect, before, after, subject.about(detail)));
        }
    }
}
