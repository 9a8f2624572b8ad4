package be.dossierwerk.bench;

import be.dossierwerk.CountedStatements;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;

/** The peer: Camunda as it comes, with its own schema and its defaults, in a database of its own on the server that ours works on. */
public final class PlainCamunda implements AutoCloseable {

    private final HikariDataSource source;
    private final ProcessEngine engine;

    private PlainCamunda(HikariDataSource source, ProcessEngine engine) {
        this.source = source;
        this.engine = engine;
    }

    /** Makes the database anew. {@code jobs}: whether its job executor works; history full, as is the default. */
    public static PlainCamunda on(DataSource ours, boolean jobs) throws SQLException {
        HikariDataSource pool = PeerDatabase.made(ours, "plain_camunda");
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("plain");
        configuration.setDataSource(CountedStatements.counted(pool));
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setJobExecutorActivate(jobs);
        configuration.setHistoryTimeToLive("P2555D");
        return new PlainCamunda(pool, configuration.buildProcessEngine());
    }

    public ProcessEngine engine() {
        return engine;
    }

    public DataSource source() {
        return source;
    }

    @Override
    public void close() {
        engine.close();
        source.close();
    }
}
