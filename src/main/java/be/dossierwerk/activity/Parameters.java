package be.dossierwerk.activity;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Figures that change with time, by code and day (table parameter). */
@Component
class Parameters {

    private final JdbcClient jdbc;

    Parameters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws IllegalStateException when the parameter has no value on that day */
    int number(String code, LocalDate on) {
        return jdbc.sql("""
                select value from parameter
                where code = :code and valid_from <= :on and (valid_to is null or valid_to >= :on)
                order by valid_from desc limit 1""")
                .param("code", code).param("on", on).query(String.class).optional().map(Integer::valueOf)
                .orElseThrow(() -> new IllegalStateException("No value of " + code + " on " + on));
    }
}
