package be.dossierwerk.faults;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A server of the PostgreSQL that is installed on this machine, with the tools for backups that the embedded one lacks. */
final class InstalledPostgres implements AutoCloseable {

    private static final List<String> TOOLS = List.of("initdb", "pg_ctl", "pg_dump", "pg_restore", "pg_basebackup", "pg_verifybackup", "psql");

    private final Path bin;
    private final Path folder;
    private final int port;

    private InstalledPostgres(Path bin, Path folder) throws IOException {
        this.bin = bin;
        this.folder = folder;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
    }

    /** The newest of which every tool is there. */
    static Optional<Path> binaries() throws IOException {
        Path installed = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(installed)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(installed)) {
            return versions.map(version -> version.resolve("bin")).filter(bin -> TOOLS.stream().allMatch(tool -> Files.isExecutable(bin.resolve(tool)))).max(Path::compareTo);
        }
    }

    /** A new server that brings each file of its log to the archive. */
    static InstalledPostgres made(Path bin, Path folder, Path archive) throws IOException, InterruptedException {
        InstalledPostgres server = new InstalledPostgres(bin, folder);
        server.asServer(bin.resolve("initdb").toString(), "-D", folder.toString(), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--data-checksums");
        Files.createDirectories(archive);
        Files.writeString(folder.resolve("postgresql.auto.conf"), "archive_mode = on\narchive_command = 'test ! -f %1$s/%%f && cp %%p %1$s/.%%f && mv %1$s/.%%f %1$s/%%f'\n".formatted(archive));
        server.start();
        return server;
    }

    /** One that lies there already, as a restore made it. */
    static InstalledPostgres restored(Path bin, Path folder) throws IOException, InterruptedException {
        InstalledPostgres server = new InstalledPostgres(bin, folder);
        server.start();
        return server;
    }

    String url(String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database;
    }

    /** Runs a script of src/run as the operator does, and answers its last line. */
    String script(String log, String database, String... command) throws IOException, InterruptedException {
        ProcessBuilder script = new ProcessBuilder(command);
        script.environment().putAll(Map.of("PATH", bin + ":" + System.getenv("PATH"), "PGHOST", "localhost", "PGPORT", String.valueOf(port), "PGUSER", "postgres", "PGDATABASE", database));
        return said(log, script);
    }

    private void start() throws IOException, InterruptedException {
        asServer(bin.resolve("pg_ctl").toString(), "-D", folder.toString(), "-w", "-t", "120", "-l", folder + ".log", "-o", "-p " + port + " -c unix_socket_directories= -c max_connections=120", "start");
    }

    @Override
    public void close() throws IOException, InterruptedException {
        asServer(bin.resolve("pg_ctl").toString(), "-D", folder.toString(), "-w", "-m", "fast", "stop");
    }

    /** PostgreSQL does not run as root, but as nobody in particular it does. */
    private void asServer(String... command) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>("root".equals(System.getProperty("user.name")) ? List.of("setsid", "--wait", "unshare", "-U") : List.of("setsid", "--wait"));
        all.addAll(List.of(command));
        said("backup-server", new ProcessBuilder(all));
    }

    private static String said(String log, ProcessBuilder command) throws IOException, InterruptedException {
        Path file = Files.createDirectories(Path.of("target", "faults")).resolve(log + ".log");
        int code = command.redirectErrorStream(true).redirectOutput(file.toFile()).start().waitFor();
        List<String> lines = Files.readAllLines(file);
        if (code != 0) {
            throw new IllegalStateException(String.join(" ", command.command()) + " ended with " + code + ": " + lines);
        }
        return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    }
}
