package be.dossierwerk.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Forms that are not sent yet, as they were typed. A draft goes when its task goes. */
@Component
public class Drafts {

    /** {@code fields}: what was typed by form key; text, true or false, or a list of codes. */
    public record Draft(Map<String, Object> fields, String author, String authorName, Instant savedAt) { }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcClient jdbc;

    Drafts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Draft> of(String taskId) {
        return jdbc.sql("select fields, author, author_name, saved_at from form_draft where task_id = ?").param(taskId)
                .query((row, i) -> new Draft(read(row.getString(1)), row.getString(2), row.getString(3),
                        row.getObject(4, OffsetDateTime.class).toInstant()))
                .optional();
    }

    void put(String taskId, Draft draft) {
        jdbc.sql("""
                insert into form_draft (task_id, fields, author, author_name, saved_at) values (?, ?::jsonb, ?, ?, ?)
                on conflict (task_id) do update set fields = excluded.fields, author = excluded.author,
                    author_name = excluded.author_name, saved_at = excluded.saved_at""")
                .params(taskId, write(draft.fields()), draft.author(), draft.authorName(),
                        OffsetDateTime.ofInstant(draft.savedAt(), ZoneOffset.UTC))
                .update();
    }

    private static Map<String, Object> read(String json) {
        try {
            return JSON.readValue(json, new TypeReference<>() { });
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String write(Map<String, Object> fields) {
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
