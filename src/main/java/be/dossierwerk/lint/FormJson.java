package be.dossierwerk.lint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/** Reads a form. A class of its own, so that who asks about a diagram does not wait for the reader of forms. */
final class FormJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private FormJson() { }

    static JsonNode read(byte[] form) throws IOException {
        return JSON.readTree(form);
    }
}
