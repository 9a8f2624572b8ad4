package be.dossierwerk.recognition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The register of recognised undertakings, as people search it. */
@Service
public class RecognisedUndertakings {

    /** {@code endedOn}: the first day without recognition, {@code suspendedOn}: since when a decision about it is suspended; or null. */
    public record Entry(String recognitionNumber, String name, String enterpriseNumber, String municipality, String status,
                        LocalDate recognisedOn, List<String> activities, String dossier, LocalDate endedOn, LocalDate suspendedOn) { }

    private final JdbcClient jdbc;

    RecognisedUndertakings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param text part of a name, an enterprise number with or without dots, or a recognition number; empty finds all */
    public List<Entry> search(String text, String municipality, String status, int offset, int limit) {
        String words = text == null ? "" : text.strip().toLowerCase();
        return jdbc.sql("""
                select recognition_number, name, enterprise_number, municipality, status, recognised_on, activities, dossier, ended_on, suspended_on
                from recognition
                where recognition_number is not null
                  and (:words = '' or lower(name) like '%' || :words || '%' or enterprise_number like :digits || '%'
                       or lower(recognition_number) like :words || '%')
                  and (:place = '' or lower(municipality) like :place || '%') and (:status = '' or status = :status)
                order by lower(name), recognition_number limit :limit offset :offset""")
                .param("words", words).param("digits", words.matches("[0-9. ]+") ? words.replaceAll("\\D", "") : "-")
                .param("place", municipality == null ? "" : municipality.strip().toLowerCase())
                .param("status", status == null ? "" : status).param("limit", limit).param("offset", offset)
                .query(RecognisedUndertakings::entry).list();
    }

    /** The entry that this dossier gave. */
    public Optional<Entry> of(String dossier) {
        return jdbc.sql("""
                select recognition_number, name, enterprise_number, municipality, status, recognised_on, activities, dossier, ended_on, suspended_on
                from recognition where recognition_number is not null and dossier = ?""").param(dossier).query(RecognisedUndertakings::entry).optional();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5), row.getObject(6, LocalDate.class),
                List.of((String[]) row.getArray(7).getArray()), row.getString(8), row.getObject(9, LocalDate.class),
                row.getObject(10, LocalDate.class));
    }

    /** The statuses that entries of the register have now, for the filter. */
    public List<String> statuses() {
        return jdbc.sql("select distinct status from recognition where recognition_number is not null order by 1").query(String.class).list();
    }
}
