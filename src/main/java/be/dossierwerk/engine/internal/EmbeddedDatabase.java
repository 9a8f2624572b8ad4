package be.dossierwerk.engine.internal;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The PostgreSQL that comes along when no database is configured; its data survive a restart. */
@Configuration
@ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "embedded")
class EmbeddedDatabase {

    @Bean(destroyMethod = "close")
    EmbeddedPostgres embeddedPostgres(@Value("${dossierwerk.data}") Path data) throws Exception {
        Path folder = Files.createDirectories(data.toAbsolutePath().normalize()).resolve("postgresql");
        EmbeddedPostgres server = EmbeddedPostgres.builder().setDataDirectory(folder).setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(data.toAbsolutePath().resolve("postgresql-binaries").toFile())
                .setServerConfig("max_connections", "120").setConnectConfig("connectTimeout", "20").start();
        verifyIsOurs(server, folder);
        LoggerFactory.getLogger(EmbeddedDatabase.class).info("Embedded PostgreSQL on port {}, data in {}", server.getPort(), folder);
        return server;
    }

    @Bean
    JdbcConnectionDetails embeddedConnection(EmbeddedPostgres server) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return "postgres";
            }

            @Override
            public String getPassword() {
                return "postgres";
            }

            @Override
            public String getJdbcUrl() {
                return server.getJdbcUrl("postgres", "postgres");
            }
        };
    }

    /** The library does not notice when another server already holds the port (stack.md). */
    private static void verifyIsOurs(EmbeddedPostgres server, Path folder) throws Exception {
        try (Connection connection = server.getPostgresDatabase().getConnection();
             ResultSet row = connection.createStatement().executeQuery("show data_directory")) {
            row.next();
            if (!Path.of(row.getString(1)).toRealPath().equals(folder.toRealPath())) {
                throw new IOException("Another PostgreSQL answers on port " + server.getPort() + "; start again");
            }
        }
    }
}
