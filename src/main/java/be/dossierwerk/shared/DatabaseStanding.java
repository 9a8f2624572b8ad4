package be.dossierwerk.shared;

import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Whether the database keeps what people do. What somebody met is believed until a trial shows that it is over. */
@Component
public class DatabaseStanding {

    /** More than the free room of a page, so that a full disk refuses it. */
    private static final int TRIAL_ROWS = 20_000;

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseStanding.class);

    private final JdbcClient jdbc;
    private final TransactionTemplate own;
    private volatile StorageTrouble met;

    DatabaseStanding(DataSource database) {
        jdbc = JdbcClient.create(database);
        own = new TransactionTemplate(new DataSourceTransactionManager(database));
    }

    /** Remembers the trouble in this failure; empty when the failure is something else. */
    public Optional<StorageTrouble> met(Throwable failure) {
        Optional<StorageTrouble> trouble = StorageTrouble.in(failure);
        trouble.ifPresent(this::stands);
        return trouble;
    }

    /** Costs nothing as long as nobody met trouble. */
    public Optional<StorageTrouble> trouble() {
        return met == null ? Optional.empty() : ask();
    }

    /** Asks the database; after trouble, by writing something that does not stay. */
    public Optional<StorageTrouble> ask() {
        try {
            own.executeWithoutResult(trial -> {
                trial.setRollbackOnly();
                boolean readOnly = jdbc.sql("select pg_is_in_recovery() or reset_val = 'on' from pg_settings where name = 'default_transaction_read_only'").query(Boolean.class).single();
                if (!readOnly && met != null) {
                    if (jdbc.sql("select current_setting('transaction_read_only')::boolean").query(Boolean.class).single()) {
                        // An auditor asks, whose connection never writes: that tells nothing.
                        return;
                    }
                    jdbc.sql("create temporary table storage_trial on commit drop as select md5(i::text) from generate_series(1, %d) i".formatted(TRIAL_ROWS)).update();
                }
                stands(readOnly ? StorageTrouble.ALLEEN_LEZEN : null);
            });
        } catch (DataAccessException | TransactionException failure) {
            met(failure);
        }
        return Optional.ofNullable(met);
    }

    private void stands(StorageTrouble now) {
        if (now != met) {
            LOG.warn(now == null ? "The database keeps what is written again" : "The database keeps nothing: {}", now);
        }
        met = now;
    }
}
