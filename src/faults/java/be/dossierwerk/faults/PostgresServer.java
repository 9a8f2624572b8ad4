package be.dossierwerk.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A PostgreSQL in a folder and a session of its own, which survives its tester and can be broken: fsync on, as in the machine room. */
final class PostgresServer implements AutoCloseable {

    private final Path bin;
    private final Path folder;
    private final int port;

    /** @param folder made here; must not exist yet */
    PostgresServer(Path binaries, Path folder) throws Exception {
        this.bin = unpacked(binaries);
        this.folder = folder.toAbsolutePath();
        this.port = Ports.free();
        Files.createDirectories(this.folder.getParent());
        run(List.of(bin.resolve("initdb").toString(), "-D", this.folder.toString(), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--data-checksums"));
        start();
    }

    int port() {
        return port;
    }

    String url() {
        return url(port);
    }

    static String url(int port) {
        return "jdbc:postgresql://localhost:" + port + "/postgres";
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), "postgres", "postgres");
    }

    void start() throws Exception {
        run(List.of(bin.resolve("pg_ctl").toString(), "-D", folder.toString(), "-w", "-t", "60", "-l", folder + ".log", "-o",
                "-p " + port + " -c unix_socket_directories= -c fsync=on -c synchronous_commit=on -c max_connections=120", "start"));
    }

    /** @param mode fast (transactions roll back, all is written) or immediate (as a crash: redo at the next start) */
    void restart(String mode) throws Exception {
        stop(mode);
        start();
    }

    private void stop(String mode) throws Exception {
        run(List.of(bin.resolve("pg_ctl").toString(), "-D", folder.toString(), "-w", "-t", "60", "-m", mode, "stop"));
    }

    @Override
    public void close() throws Exception {
        stop("fast");
    }

    /** The library unpacks them when it starts a server, so one is started, once. */
    private static Path unpacked(Path binaries) throws IOException {
        if (found(binaries) == null) {
            Files.createDirectories(binaries);
            EmbeddedPostgres.builder().setOverrideWorkingDirectory(binaries.toAbsolutePath().toFile()).start().close();
        }
        return found(binaries);
    }

    private static Path found(Path binaries) throws IOException {
        if (!Files.isDirectory(binaries)) {
            return null;
        }
        try (Stream<Path> folders = Files.list(binaries.toAbsolutePath())) {
            return folders.map(each -> each.resolve("bin")).filter(each -> Files.isExecutable(each.resolve("pg_ctl"))).findFirst().orElse(null);
        }
    }

    /** In a session of its own; PostgreSQL does not run as root, but as nobody in particular it does. */
    private static void run(List<String> command) throws Exception {
        List<String> all = new ArrayList<>(List.of("setsid", "--wait"));
        if ("root".equals(System.getProperty("user.name"))) {
            all.addAll(List.of("unshare", "-U"));
        }
        all.addAll(command);
        Path said = Files.createTempFile("postgres", ".log");
        Process process = new ProcessBuilder(all).redirectErrorStream(true).redirectOutput(said.toFile()).start();
        boolean ended = process.waitFor(120, TimeUnit.SECONDS);
        if (!ended || process.exitValue() != 0) {
            throw new IllegalStateException(String.join(" ", all) + ": " + Files.readString(said));
        }
        Files.deleteIfExists(said);
    }
}
