package be.dossierwerk.withdrawal;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Figures of the ex officio procedure that change with time (table parameter). */
@Component
class ExOfficioParameters {

    private final JdbcClient jdbc;

    ExOfficioParameters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Above this many euro without a respected plan, arrears are a ground (procedures.md 1.3, U7). */
    BigDecimal debtLimit(LocalDate on) {
        return jdbc.sql("select value from parameter where code = 'SCHULDGRENS' and valid_from <= ? and (valid_to is null or valid_to >= ?) order by valid_from desc limit 1")
                .params(on, on).query(BigDecimal.class).single();
    }
}
