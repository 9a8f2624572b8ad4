package be.dossierwerk.withdrawal;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the table {@code ex_officio}. */
@Component
class ExOfficioFiles {

    /** What the undertaking answered and what the handler thinks of it; each null as long as there is none. */
    record Reaction(java.time.LocalDate receivedOn, String summary, String answer) { }

    private final JdbcClient jdbc;

    ExOfficioFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    ExOfficioFile get(String dossier) {
        return find(dossier).orElseThrow(() -> new IllegalArgumentException(dossier + " is no ex officio file"));
    }

    Optional<ExOfficioFile> find(String dossier) {
        return jdbc.sql("select * from ex_officio where dossier = ?").param(dossier).query(ExOfficioFile.class).optional();
    }

    Optional<Reaction> reaction(String dossier) {
        return jdbc.sql("select received_on, summary, answer from hearing where dossier = ? and received_on is not null order by announced_on desc limit 1")
                .param(dossier).query(Reaction.class).optional();
    }
}
