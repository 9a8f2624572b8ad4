package be.dossierwerk.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A real disk of 400 MB that fills up under a real PostgreSQL: what was acknowledged stays, and it is believed again once there is room. */
class DiskFullFaults {

    private static final String SIZE = "size=400m";
    private static final int LARGEST = 10_000;

    @Test
    void a_full_disk_is_told_loses_nothing_and_is_over_by_itself() throws Exception {
        Path disk = Files.createTempDirectory("small-disk");
        assumeTrue(runs("mount", "-t", "tmpfs", "-o", SIZE, "tmpfs", disk.toString()), "this machine does not let us mount a small disk");
        try {
            Path data = Files.createDirectory(disk.resolve("data"));
            Path room = disk.resolve("room");
            Files.write(room, new byte[100_000_000]);
            try (EmbeddedPostgres server = EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(true).setServerConfig("max_wal_size", "64MB").start()) {
                DataSource source = server.getPostgresDatabase();
                Flyway.configure().dataSource(source).locations("classpath:db/migration").load().migrate();
                fill(JdbcClient.create(source), new DatabaseStanding(source), room);
            }
        } finally {
            runs("umount", disk.toString());
        }
    }

    private static void fill(JdbcClient jdbc, DatabaseStanding standing, Path room) throws Exception {
        assertThat(standing.ask()).isEmpty();
        jdbc.sql("create table kept (n integer primary key, word text not null)").update();
        int acknowledged = 0;
        StorageTrouble trouble = null;
        while (trouble == null) {
            assertThat(acknowledged).isLessThan(LARGEST);
            try {
                jdbc.sql("insert into kept select ?, string_agg(md5(random()::text), '') from generate_series(1, 8000)").param(acknowledged + 1).update();
                acknowledged++;
            } catch (DataAccessException full) {
                trouble = standing.met(full).orElseThrow(() -> full);
            }
        }
        assertThat(trouble).isEqualTo(StorageTrouble.VOL);
        Files.delete(room);
        // The server may have restarted itself, because even its journal had no room.
        for (int i = 0; standing.ask().isPresent() && i < 60; i++) {
            TimeUnit.SECONDS.sleep(1);
        }
        assertThat(standing.ask()).isEmpty();
        assertThat(jdbc.sql("select count(*) from kept where n <= ?").param(acknowledged).query(Integer.class).single()).isEqualTo(acknowledged);
        jdbc.sql("insert into kept values (0, 'goes on')").update();
    }

    private static boolean runs(String... command) throws Exception {
        Process process = new ProcessBuilder(command).inheritIO().start();
        return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
    }
}
