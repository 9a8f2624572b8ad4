package be.dossierwerk.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Two nodes of the product on one database, with one data folder, as operations has them. */
final class TwoNodes implements AutoCloseable {

    private static final Path TARGET = Path.of("target", "faults");
    private static ProductProgram program;

    final Path folder;
    final PostgresServer database;
    final ResettingProxy line;
    final List<ProductNode> nodes;
    private boolean kept;

    /** @param experiment names the folder, which is made anew; nothing is started but the database */
    TwoNodes(String experiment) throws Exception {
        folder = TARGET.toAbsolutePath().resolve(experiment);
        delete(folder);
        Files.createDirectories(folder);
        database = new PostgresServer(TARGET.resolve("binaries"), folder.resolve("postgresql"));
        line = new ResettingProxy(database.port());
        if (program == null) {
            program = new ProductProgram(TARGET.toAbsolutePath().resolve("program"));
        }
        nodes = List.of(new ProductNode("node-1", program, folder, line.port()), new ProductNode("node-2", program, folder, line.port()));
    }

    /** The database and the files stay where they are at the end, for who wants to know what broke. */
    void keep() {
        kept = true;
    }

    /** One after the other: the first makes the tables, and the archive of classes when it is stopped. */
    void start() throws Exception {
        ProductNode first = nodes.get(0);
        if (!program.hasArchive()) {
            first.start();
            first.awaitReady();
            first.stop();
        }
        for (ProductNode node : nodes) {
            node.start();
        }
        awaitReady();
    }

    Duration awaitReady() throws InterruptedException {
        Duration longest = Duration.ZERO;
        for (ProductNode node : nodes) {
            Duration took = node.awaitReady();
            longest = took.compareTo(longest) > 0 ? took : longest;
        }
        return longest;
    }

    @Override
    public void close() throws Exception {
        for (ProductNode node : nodes) {
            if (node.lives()) {
                node.kill();
            }
        }
        line.close();
        database.close();
        if (!kept) {
            delete(folder.resolve("postgresql"));
            delete(folder.resolve("data"));
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
