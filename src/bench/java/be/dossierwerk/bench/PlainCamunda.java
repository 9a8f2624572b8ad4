package be.dossierwerk.bench;

import be.dossierwerk.CountedStatements;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.postgresql.ds.PGSimpleDataSource;

/** The peer: Camunda as it comes, with its own schema and its defaults, in a database of its own on the server that ours works on. */
public final class PlainCamunda implements AutoCloseable {

    private static final String DATABASE = "plain_camunda";
    private final DataSource source;
    private final ProcessEngine engine;

    private PlainCamunda(DataSource source, ProcessEngine engine) {
        this.source = source;
        this.engine = engine;
    }

    /** Makes the database anew. {@code jobs}: whether its job executor works; history full, as is the default. */
    public static PlainCamunda on(DataSource ours, boolean jobs) throws SQLException {
        String url;
        try (Connection connection = ours.getConnection(); Statement statement = connection.createStatement()) {
            url = connection.getMetaData().getURL();
            connection.setAutoCommit(true);
            statement.execute("drop database if exists " + DATABASE + " with (force)");
            statement.execute("create database " + DATABASE);
        }
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setDatabaseName(DATABASE);
        source.setUser("postgres");
        source.setPassword("postgres");
        com.zaxxer.hikari.HikariDataSource pool = new com.zaxxer.hikari.HikariDataSource();
        pool.setDataSource(source);
        pool.setMaximumPoolSize(12);
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
        ((com.zaxxer.hikari.HikariDataSource) source).close();
    }
}
