package be.dossierwerk.engine.internal;

import be.dossierwerk.engine.DataFolderInUse;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The PostgreSQL that comes along when no database is configured; its data survive a restart and a kill of either process. */
@Configuration
@ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "embedded")
class EmbeddedDatabase {

    @Bean(destroyMethod = "close")
    EmbeddedPostgres embeddedPostgres(@Value("${dossierwerk.data}") Path data,
                                      @Value("${dossierwerk.postgresql-binaries:${dossierwerk.data}/postgresql-binaries}") Path unpacked) throws Exception {
        Path folder = Files.createDirectories(data.toAbsolutePath().normalize()).resolve("postgresql");
        verifyNobodyWorksIn(folder);
        stopLeftBehind(folder);
        EmbeddedPostgres server = EmbeddedPostgres.builder().setDataDirectory(folder).setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(unpacked.toAbsolutePath().toFile())
                // The library is made for tests and starts the server without these: a commit would be lost when the server is killed.
                .setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on")
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

    /** The library's own lock on the folder: taken while a product lives, given back by the operating system after a kill. */
    private static void verifyNobodyWorksIn(Path folder) throws IOException {
        Path lock = folder.resolve("epg-lock");
        if (!Files.exists(lock)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
             FileLock free = channel.tryLock()) {
            if (free == null) {
                throw new DataFolderInUse(folder.getParent());
            }
        }
    }

    /** A process that was killed leaves its database running; that must end before another may open the folder. */
    private static void stopLeftBehind(Path folder) throws Exception {
        Path pidFile = folder.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
        var left = ProcessHandle.of(pid).filter(process -> process.info().commandLine().orElse("").contains(folder.toString()));
        if (left.isPresent()) {
            LoggerFactory.getLogger(EmbeddedDatabase.class).info("Stopping the PostgreSQL (process {}) that an earlier run left behind", pid);
            // INT is PostgreSQL's fast shutdown: open transactions roll back, committed ones are written.
            new ProcessBuilder("kill", "-INT", Long.toString(pid)).start().waitFor();
            left.get().onExit().get(60, TimeUnit.SECONDS);
        }
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
