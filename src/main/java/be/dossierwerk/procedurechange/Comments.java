package be.dossierwerk.procedurechange;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What colleagues say about elements of a draft. */
@Component
public class Comments {

    /** {@code element}: its id in the drawing, empty for the whole file; settled is null as long as it is open. */
    public record Comment(long id, String change, String path, String element, String author, String authorName, Instant at, String text, String settledByName,
                          Instant settledAt) { }

    private final JdbcClient jdbc;

    Comments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Open ones first, oldest first. */
    public List<Comment> of(String change) {
        return jdbc.sql("""
                select id, change, path, element, author, author_name, at, text, settled_by_name, settled_at from draft_comment where change = ?
                order by settled_at is not null, id""").param(change).query((row, i) -> new Comment(row.getLong(1), row.getString(2), row.getString(3), row.getString(4),
                        row.getString(5), row.getString(6), row.getObject(7, OffsetDateTime.class).toInstant(), row.getString(8), row.getString(9),
                        row.getObject(10) == null ? null : row.getObject(10, OffsetDateTime.class).toInstant())).list();
    }
}
