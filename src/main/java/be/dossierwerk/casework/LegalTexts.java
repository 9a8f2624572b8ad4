package be.dossierwerk.casework;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Legal grounds and clauses as dated data: a decision carries the text that is in force on its day. */
@Component
public class LegalTexts {

    private final JdbcClient jdbc;

    LegalTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public String inForce(String code, LocalDate on) {
        return jdbc.sql("select content from legal_text where code = ? and valid_from <= ? order by valid_from desc limit 1")
                .params(code, on).query(String.class).single();
    }
}
