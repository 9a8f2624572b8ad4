package be.dossierwerk.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder of the embedded database after a kill of the product, of the database, or of both; each product is a process of its own. */
class EmbeddedDatabaseTest {

    /** A product that commits one row, says so, and waits to be killed. */
    static class Product {

        public static void main(String[] folder) throws Exception {
            EmbeddedPostgres server = new EmbeddedDatabase().embeddedPostgres(Path.of(folder[0]), Path.of(folder[0], "postgresql-binaries"));
            execute(server, "create table if not exists kept (i int)");
            execute(server, "insert into kept values (1)");
            System.out.println("committed");
            Thread.currentThread().join();
        }
    }

    @TempDir
    private Path data;

    private Process product;

    @BeforeEach
    void a_product_that_committed() throws Exception {
        product = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), Product.class.getName(), data.toString())
                .redirectErrorStream(true).start();
        BufferedReader output = product.inputReader();
        String line = output.readLine();
        while (line != null && !line.equals("committed")) {
            line = output.readLine();
        }
        assertThat(line).isEqualTo("committed");
    }

    @AfterEach
    void nothing_stays_behind() throws Exception {
        kill(product.toHandle());
        if (Files.exists(data.resolve("postgresql/postmaster.pid"))) {
            ProcessHandle left = server();
            left.destroy();
            left.onExit().get(2, TimeUnit.MINUTES);
        }
    }

    @Test
    void a_server_left_behind_by_a_killed_product_is_stopped_and_its_data_are_there() throws Exception {
        ProcessHandle left = server();
        kill(product.toHandle());
        assertThat(left.isAlive()).as("PostgreSQL outlives the process that started it").isTrue();

        assertThat(rowsAfterStart()).isEqualTo(1);
        assertThat(left.isAlive()).isFalse();
    }

    @Test
    void what_was_committed_a_moment_ago_survives_a_kill_of_both() throws Exception {
        kill(server());
        kill(product.toHandle());

        assertThat(rowsAfterStart()).isEqualTo(1);
    }

    @Test
    void a_second_product_in_the_same_folder_is_refused_and_the_first_keeps_its_server() throws Exception {
        assertThatThrownBy(this::rowsAfterStart).isInstanceOf(IOException.class).hasMessageContaining("Another Dossierwerk");

        assertThat(server().isAlive()).isTrue();
    }

    private int rowsAfterStart() throws Exception {
        try (EmbeddedPostgres server = new EmbeddedDatabase().embeddedPostgres(data, data.resolve("postgresql-binaries"));
             var connection = server.getPostgresDatabase().getConnection();
             var rows = connection.createStatement().executeQuery("select count(*) from kept")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private ProcessHandle server() throws IOException {
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(data.resolve("postgresql/postmaster.pid")).get(0).strip())).orElseThrow();
    }

    private static void kill(ProcessHandle process) throws Exception {
        process.destroyForcibly();
        process.onExit().get(2, TimeUnit.MINUTES);
    }

    private static void execute(EmbeddedPostgres server, String sql) throws Exception {
        try (var connection = server.getPostgresDatabase().getConnection()) {
            connection.createStatement().execute(sql);
        }
    }
}
