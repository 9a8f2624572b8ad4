package be.dossierwerk.audit;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import java.util.TreeMap;

/** What an entry says, as the JSON text that its commitment covers: keys sorted, numbers as they came, no white space. */
final class Content {

    private static final ObjectMapper CANONICAL = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY).findAndAddModules()
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN).enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private Content() { }

    static String of(AuditLog.Entry entry, String name) {
        return text(said(entry, name));
    }

    static Map<String, Object> said(AuditLog.Entry entry, String name) {
        Map<String, Object> said = new TreeMap<>();
        said.put("after", entry.after());
        said.put("before", entry.before());
        said.put("name", name);
        said.put("reason", entry.reason());
        said.put("sentence", entry.sentence());
        return said;
    }

    static String text(Object content) {
        try {
            return CANONICAL.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Maps, lists, texts, numbers, booleans and nulls. */
    static Object read(String json) {
        return read(json, Object.class);
    }

    static <T> T read(String json, Class<T> type) {
        try {
            return CANONICAL.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
