package be.dossierwerk;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An empty database for one test class, on the one server of the test process: migrated once, copied for each. */
public final class OwnDatabase {

    private static final String MIGRATED = "migrated";
    private static EmbeddedPostgres server;
    private static int made;

    private OwnDatabase() { }

    /** With the tables of the product, and connections that are kept for a while: a new one for each statement would cost more than the statement. */
    public static HikariDataSource migrated() {
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(migratedWithoutPool());
        pool.setMaximumPoolSize(20);
        pool.setMinimumIdle(0);
        pool.setIdleTimeout(10_000);
        return pool;
    }

    /** For who has a pool of its own, or contexts that would close it for each other. */
    public static synchronized DataSource migratedWithoutPool() {
        if (server == null || !exists()) {
            DataSource template = create(MIGRATED, "template0");
            Flyway.configure().dataSource(template).locations("classpath:db/migration").load().migrate();
        }
        return create("own" + made++, MIGRATED);
    }

    /** Without any table. */
    public static synchronized DataSource empty() {
        return create("own" + made++, "template0");
    }

    private static boolean exists() {
        return JdbcClient.create(server.getPostgresDatabase()).sql("select exists (select 1 from pg_database where datname = ?)").param(MIGRATED).query(Boolean.class).single();
    }

    private static DataSource create(String name, String template) {
        if (server == null) {
            try {
                // Nobody pulls the plug of this server.
                server = EmbeddedPostgres.builder().setServerConfig("fsync", "off").setServerConfig("full_page_writes", "off").start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        JdbcClient.create(server.getPostgresDatabase()).sql("create database " + name + " template " + template).update();
        return server.getDatabase("postgres", name);
    }
}
