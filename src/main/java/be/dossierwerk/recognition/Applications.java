package be.dossierwerk.recognition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The application as it stands in the file: what was filed, with what came in later. */
@Component
public class Applications {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    Applications(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public Application of(String dossier) {
        String content = jdbc.sql("select application from recognition where dossier = ?").param(dossier).query(String.class).single();
        return read(dossier, content);
    }

    /** As it stands in the row of the recognition. */
    Application read(String dossier, String content) {
        try {
            return json.readValue(content, Application.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Application of " + dossier, e);
        }
    }
}
