package be.dossierwerk.request;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The grounds on which a document stays closed (Bestuursdecreet II.34 to II.36), as they are in force on a day. */
@Component
public class OpennessExceptions {

    public record Ground(String code, String article, String content) {

        public String inWords() {
            return "%s (%s)".formatted(content, article);
        }
    }

    private final JdbcClient jdbc;

    OpennessExceptions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Ground> find(String code, LocalDate on) {
        return all(on).stream().filter(ground -> ground.code().equals(code)).findFirst();
    }

    public List<Ground> all(LocalDate on) {
        return jdbc.sql("""
                select code, article, content from openness_exception where valid_from <= :on and (valid_to is null or valid_to >= :on)
                order by article, content""").param("on", on).query(Ground.class).list();
    }
}
