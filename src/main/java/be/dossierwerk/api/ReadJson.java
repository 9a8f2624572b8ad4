package be.dossierwerk.api;

import be.dossierwerk.shared.Refused;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads a JSON object strictly into a record; values of the wrong form are named and left out. */
@Component
class ReadJson {

    record Read<T>(T value, List<Refused.Field> wrong) { }

    private final ObjectMapper json;
    private final ObjectReader strict;

    ReadJson(ObjectMapper json) {
        this.json = json;
        this.strict = json.readerFor(JsonNode.class).with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    }

    /** @throws Refused {@code api.body.malformed} with line and column, or {@code notAnObject} */
    <T extends Record> Read<T> read(byte[] body, Class<T> shape, String notAnObject) throws IOException {
        JsonNode parsed;
        try {
            parsed = strict.readValue(body);
        } catch (JsonProcessingException e) {
            JsonLocation place = e.getLocation() == null ? JsonLocation.NA : e.getLocation();
            throw new Refused("api.body.malformed", Math.max(1, place.getLineNr()), Math.max(1, place.getColumnNr()));
        }
        if (!(parsed instanceof ObjectNode tree)) {
            throw new Refused(notAnObject);
        }
        List<Refused.Field> wrong = JsonShape.mend(tree, shape);
        return new Read<>(json.treeToValue(tree, shape), wrong);
    }
}
