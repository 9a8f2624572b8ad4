package be.dossierwerk.dossier;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is kept of documents, beside what they are now: their fingerprint as recorded, and that of the bytes that stand there. */
@Component
public class DocumentPrints {

    /** {@code actual} is null when the bytes are gone. */
    public record Print(String dossier, String id, String title, String recorded, String actual) { }

    private final JdbcClient jdbc;

    DocumentPrints(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Print> of(Collection<String> dossiers) {
        return jdbc.sql("""
                select d.dossier, d.id, d.title, d.sha256, encode(sha256(c.content), 'hex') from document d left join document_content c on c.document = d.id
                where d.dossier = any(?) order by d.dossier, d.added_at, d.id""").param(dossiers.toArray(String[]::new))
                .query((row, i) -> new Print(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5))).list();
    }
}
