package be.dossierwerk.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The norms that were recorded, every version of them. */
@Component
class Norms {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcClient jdbc;

    Norms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Norm> all() {
        return jdbc.sql("select code, version, name, procedures, pattern, asks, says, likely, valid_from, valid_to from conformance_norm order by code, version")
                .query((row, i) -> new Norm(row.getString(1), row.getInt(2), row.getString(3), List.of((String[]) row.getArray(4).getArray()), Pattern.valueOf(row.getString(5)),
                        asks(row.getString(6)), row.getString(7), row.getString(8), row.getObject(9, LocalDate.class), row.getObject(10, LocalDate.class))).list();
    }

    /** Changes whenever a norm does. */
    String digest() {
        return jdbc.sql("select coalesce(md5(string_agg(n::text, chr(10) order by code, version)), '') from conformance_norm n").query(String.class).single();
    }

    private static Norm.Asks asks(String json) {
        try {
            return JSON.readValue(json, Norm.Asks.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
