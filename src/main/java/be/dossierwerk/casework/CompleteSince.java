package be.dossierwerk.casework;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The day on which the last item of a file came in, as a person declared it: clocks start at completeness (procedures.md H8). */
@Component
public class CompleteSince {

    private final JdbcClient jdbc;

    CompleteSince(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Only for a file that was declared complete. */
    public LocalDate of(String dossier) {
        return jdbc.sql("select complete_on from completeness where dossier = ? and complete_on is not null").param(dossier).query(LocalDate.class).single();
    }
}
