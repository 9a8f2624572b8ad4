package be.dossierwerk.shared;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.OwnDatabase;
import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database that keeps nothing is recognised, and believed again once it does. */
class StorageTroubleTest {

    @Test
    void what_the_database_says_is_told_in_kinds() {
        assertThat(StorageTrouble.in(new CompletionException(new SQLException("could not extend file", "53100")))).contains(StorageTrouble.VOL);
        assertThat(StorageTrouble.in(new SQLException("cannot execute INSERT in a read-only transaction", "25006"))).contains(StorageTrouble.ALLEEN_LEZEN);
        assertThat(StorageTrouble.in(new SQLException("the database system is shutting down", "57P03"))).contains(StorageTrouble.WEG);
        assertThat(StorageTrouble.in(new SQLException("An I/O error occurred", "08006"))).contains(StorageTrouble.WEG);
        assertThat(StorageTrouble.in(new SQLException("duplicate key", "23505"))).isEmpty();
        assertThat(StorageTrouble.in(new IllegalStateException())).isEmpty();
    }

    @Test
    void a_read_only_database_is_seen_and_believed_again_by_itself() {
        DataSource data = OwnDatabase.empty();
        JdbcClient jdbc = JdbcClient.create(data);
        jdbc.sql("create table kept (word text)").update();
        String name = jdbc.sql("select current_database()").query(String.class).single();
        DatabaseStanding standing = new DatabaseStanding(data);
        assertThat(standing.ask()).isEmpty();
        jdbc.sql("alter database " + name + " set default_transaction_read_only = on").update();
        // Only new connections obey; this source opens one for each statement.
        try {
            jdbc.sql("insert into kept values ('a')").update();
            assertThat(false).as("the database refuses").isTrue();
        } catch (DataAccessException refused) {
            assertThat(standing.met(refused)).contains(StorageTrouble.ALLEEN_LEZEN);
        }
        assertThat(standing.trouble()).contains(StorageTrouble.ALLEEN_LEZEN);
        JdbcClient.create(OwnDatabase.empty()).sql("alter database " + name + " set default_transaction_read_only = off").update();
        assertThat(standing.trouble()).isEmpty();
        jdbc.sql("insert into kept values ('a')").update();
        assertThat(standing.ask()).isEmpty();
    }

    @Test
    void trouble_that_somebody_met_is_over_when_a_trial_succeeds() {
        DatabaseStanding standing = new DatabaseStanding(OwnDatabase.empty());
        assertThat(standing.met(new SQLException("could not extend file", "53100"))).contains(StorageTrouble.VOL);
        assertThat(standing.trouble()).isEmpty();
    }
}
