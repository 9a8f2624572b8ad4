package be.dossierwerk.shared;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells a restored copy of the database from the one that sent the letters and payments: what leaves the house waits in a copy until it is confirmed. */
@Component
public class Installation {

    private final JdbcClient jdbc;

    Installation(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** May letters, messages and payments leave from this database? */
    public boolean maySend() {
        return jdbc.sql("select identity = installation_identity() from installation").query(Boolean.class).single();
    }

    /** What tells this copy from every other. */
    public String identity() {
        return jdbc.sql("select installation_identity()").query(String.class).single();
    }

    /** From now on this copy is the one that sends. */
    @Transactional
    public void confirm() {
        jdbc.sql("update installation set identity = installation_identity(), confirmed_at = clock_timestamp()").update();
    }
}
