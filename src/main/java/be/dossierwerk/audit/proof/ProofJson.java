package be.dossierwerk.audit.proof;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How entries and seals are written in bundles and outside (src/docs/bewijs.md). */
public final class ProofJson {

    /** Reading needs no mapper, and {@code verify} must answer soon: what introspects objects is loaded by who writes alone. */
    private static final JsonFactory READER = new JsonFactory();

    private ProofJson() { }

    private static final class Writer {
        static final ObjectMapper JSON = new ObjectMapper();
    }

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** @throws IllegalArgumentException when it is no JSON object */
    public static JsonNode read(String text) {
        try (JsonParser parser = READER.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("no object");
            }
            JsonNode node = value(parser);
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException("more than one");
            }
            return node;
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static JsonNode value(JsonParser parser) throws IOException {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        switch (parser.currentToken()) {
            case START_OBJECT -> {
                ObjectNode object = nodes.objectNode();
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    parser.nextToken();
                    object.set(name, value(parser));
                }
                return object;
            }
            case START_ARRAY -> {
                ArrayNode array = nodes.arrayNode();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    array.add(value(parser));
                }
                return array;
            }
            case VALUE_STRING -> {
                return nodes.textNode(parser.getText());
            }
            case VALUE_NUMBER_INT -> {
                return nodes.numberNode(parser.getLongValue());
            }
            case VALUE_NUMBER_FLOAT -> {
                return nodes.numberNode(parser.getDecimalValue());
            }
            case VALUE_TRUE, VALUE_FALSE -> {
                return nodes.booleanNode(parser.getBooleanValue());
            }
            case VALUE_NULL -> {
                return nodes.nullNode();
            }
            default -> throw new IllegalArgumentException(parser.currentToken().name());
        }
    }

    public static String write(JsonNode node) {
        try {
            return Writer.JSON.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public static ObjectNode of(ChainEntry entry) {
        return object().put("seq", entry.seq()).put("at", entry.at()).put("actor", entry.actor()).put("roles", entry.roles()).put("action", entry.action())
                .put("commitment", entry.commitment()).put("previous", entry.previous()).put("hash", entry.hash()).put("content", entry.content())
                .put("key", entry.key() == null ? null : Digests.hex(entry.key()));
    }

    static ChainEntry entry(String dossier, String line) {
        JsonNode node = read(line);
        return new ChainEntry(dossier, number(node, "seq"), text(node, "at"), text(node, "actor"), text(node, "roles"), text(node, "action"), text(node, "commitment"),
                text(node, "previous"), text(node, "hash"), node.path("content").isTextual() ? node.get("content").asText() : null,
                node.path("key").isTextual() ? HexFormat.of().parseHex(node.get("key").asText()) : null);
    }

    public static ObjectNode of(Seal seal) {
        return object().put("serial", seal.serial()).put("sealedAt", seal.sealedAt()).put("leaves", seal.leaves()).put("root", seal.root())
                .put("previous", seal.previous()).put("signature", base64(seal.signature())).put("keyId", seal.keyId()).put("token", base64(seal.token()));
    }

    public static Seal seal(String line) {
        JsonNode node = read(line);
        return new Seal(number(node, "serial"), text(node, "sealedAt"), number(node, "leaves"), text(node, "root"), text(node, "previous"),
                bytes(node, "signature"), text(node, "keyId"), bytes(node, "token"));
    }

    /** The seals that are kept in another place, by serial; a file that cannot be read, or is named after another, is as good as gone. */
    public static SortedMap<Long, Seal> outside(Path folder) throws IOException {
        SortedMap<Long, Seal> found = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files.filter(file -> file.getFileName().toString().matches("zegel-\\d{6,}\\.json")).sorted()::iterator) {
                try {
                    Seal seal = seal(Files.readString(file));
                    if (file.getFileName().toString().equals(fileName(seal.serial()))) {
                        found.put(seal.serial(), seal);
                    }
                } catch (IllegalArgumentException e) {
                    continue;
                }
            }
        }
        return found;
    }

    public static String fileName(long serial) {
        return "zegel-%06d.json".formatted(serial);
    }

    /** The fingerprint with which each document came into the dossier, as the entries tell it. */
    public static Map<String, String> documents(List<ChainEntry> entries) {
        Map<String, String> found = new LinkedHashMap<>();
        for (ChainEntry entry : entries) {
            if (entry.content() == null || !entry.content().contains("\"sha256\"") || !entry.action().equals(Actions.DOCUMENT_ADDED) && !entry.action().equals(Actions.FACTS)) {
                continue;
            }
            try {
                JsonNode content = read(entry.content());
                JsonNode after = content.path("after");
                if (after.path("document").isTextual() && after.path("sha256").isTextual()) {
                    found.putIfAbsent(after.get("document").asText(), after.get("sha256").asText());
                }
                for (JsonNode change : content.path("changes")) {
                    if (change.path("table").asText().equals("document") && !change.path("before").isObject() && change.path("after").path("sha256").isTextual()) {
                        found.putIfAbsent(change.path("key").path("id").asText(), change.get("after").get("sha256").asText());
                    }
                }
            } catch (IllegalArgumentException e) {
                // A content that cannot be read is found where it is held to its commitment.
                continue;
            }
        }
        return found;
    }

    static String text(JsonNode node, String name) {
        JsonNode value = node.get(name);
        if (value == null || !value.isTextual()) {
            throw new IllegalArgumentException(name);
        }
        return value.asText();
    }

    static long number(JsonNode node, String name) {
        JsonNode value = node.get(name);
        if (value == null || !value.isIntegralNumber()) {
            throw new IllegalArgumentException(name);
        }
        return value.asLong();
    }

    private static byte[] bytes(JsonNode node, String name) {
        JsonNode value = node.get(name);
        return value == null || value.isNull() ? new byte[0] : Base64.getDecoder().decode(text(node, name).getBytes(StandardCharsets.US_ASCII));
    }

    private static String base64(byte[] bytes) {
        return bytes == null ? null : Base64.getEncoder().encodeToString(bytes);
    }
}
