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
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reads the body of a request strictly as a record: every value of the wrong form is named, so that the sender can mend all of them at once. */
@Component
class JsonBody {

    /** What could be read, and the fields that could not; those are left out of {@code content}. {@code sha256}: of the body as it was sent. */
    record Read<T extends Record>(T content, List<Refused.Field> wrong, String sha256) { }

    private final ObjectMapper json;
    private final ObjectReader strict;

    JsonBody(ObjectMapper json) {
        this.json = json;
        this.strict = json.readerFor(JsonNode.class).with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    }

    /**
     * @param largest in bytes
     * @throws Refused {@code api.body.too-large}, {@code api.body.malformed} with line and column, or {@code api.body.not-an-object}
     */
    <T extends Record> Read<T> read(InputStream body, int largest, Class<T> shape) throws IOException {
        byte[] bytes = body.readNBytes(largest + 1);
        if (bytes.length > largest) {
            throw new Refused("api.body.too-large", largest / 1024);
        }
        if (!(parse(bytes) instanceof ObjectNode tree)) {
            throw new Refused("api.body.not-an-object");
        }
        List<Refused.Field> wrong = JsonShape.mend(tree, shape);
        return new Read<>(json.treeToValue(tree, shape), wrong, sha256(bytes));
    }

    /** What has the wrong form and what is wrong with the content of the other fields, so that the sender mends all at once. */
    static List<Refused.Field> together(List<Refused.Field> form, List<Refused.Field> content) {
        return Stream.concat(form.stream(), content.stream()
                .filter(field -> form.stream().noneMatch(known -> within(field.name(), known.name()) || within(known.name(), field.name())))).toList();
    }

    private static boolean within(String field, String outer) {
        return field.equals(outer) || field.startsWith(outer + ".") || field.startsWith(outer + "[");
    }

    private JsonNode parse(byte[] bytes) throws IOException {
        try {
            return strict.readValue(bytes);
        } catch (JsonProcessingException e) {
            JsonLocation place = e.getLocation() == null ? JsonLocation.NA : e.getLocation();
            throw new Refused("api.body.malformed", Math.max(1, place.getLineNr()), Math.max(1, place.getColumnNr()));
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
