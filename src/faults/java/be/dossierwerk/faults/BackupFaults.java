package be.dossierwerk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.Dossierwerk;
import be.dossierwerk.audit.SealChains;
import be.dossierwerk.clockcheck.ReconcileClock;
import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.evidence.WholeCheck;
import be.dossierwerk.recognition.Application;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.Installation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A backup by the scripts of src/run comes back elsewhere, whole, and sends nothing a second time: to a moment with the archived log, and as a dump. Needs a
 * PostgreSQL of this machine with its tools (Debian: apt-get install postgresql). About four minutes.
 */
class BackupFaults {

    private static final long ROUND_OF_THE_OUTBOX = 35_000;

    @TempDir
    private Path folder;

    @Test
    void what_was_saved_comes_back_elsewhere_and_sends_nothing_twice() throws Exception {
        Path bin = InstalledPostgres.binaries().orElse(null);
        Assumptions.assumeTrue(bin != null, "no PostgreSQL with pg_dump, pg_basebackup and pg_verifybackup under /usr/lib/postgresql");
        Path archive = folder.resolve("archive");
        Path data = Files.createDirectory(folder.resolve("data"));
        String dump;
        String base;
        String saved;
        String lost;
        String moment;
        try (InstalledPostgres server = InstalledPostgres.made(bin, folder.resolve("server"), archive)) {
            try (ConfigurableApplicationContext product = product(server.url("postgres"), data, 8)) {
                product.getBean(SealChains.class).seal();
                base = server.script("backup-base", "postgres", "src/run/backup.sh", "base", folder.resolve("backups").toString());
                saved = file(product, 811);
                assertThat(delivered(product)).isTrue();
                moment = jdbc(product).sql("select clock_timestamp()::text").query(String.class).single();
                Thread.sleep(50);
                lost = file(product, 812);
                jdbc(product).sql("select pg_switch_wal()::text").query(String.class).single();
            }
            // The seals that the copy must agree with lie in the data folder.
            dump = server.script("backup-dump", "postgres", "src/run/backup.sh", "dump", folder.resolve("backups").toString(), data.toString());
            server.script("restore-refused", "postgres", "bash", "-c", "! src/run/restore.sh dump " + dump);

            server.script("backup-createdb", "postgres", "psql", "-c", "create database copy");
            server.script("restore-dump", "copy", "src/run/restore.sh", "dump", dump);
            Path copied = unpacked(dump, "copied");
            try (ConfigurableApplicationContext product = product(server.url("copy"), copied, 0)) {
                assertWhole(product, List.of(saved, lost), List.of());
            }
        }
        Path place = folder.resolve("restored");
        new ProcessBuilder("src/run/restore.sh", "base", base, place.toString(), archive.toString(), moment).inheritIO().start().waitFor();
        try (InstalledPostgres server = InstalledPostgres.restored(bin, place)) {
            Path restored = unpacked(dump, "restored-data");
            String identity;
            String letter;
            try (ConfigurableApplicationContext product = product(server.url("postgres"), restored, 0)) {
                assertWhole(product, List.of(saved), List.of(lost));
                // As if it was saved just before this letter left.
                letter = jdbc(product).sql("update outbox set done_at = null, next_try = now() where id = (select min(id::text)::uuid from outbox where done_at is not null) returning id::text").query(String.class).single();
                Thread.sleep(ROUND_OF_THE_OUTBOX);
                assertThat(waits(product, letter)).as("a copy sends nothing").isTrue();
                identity = product.getBean(Installation.class).identity();
            }
            try (ConfigurableApplicationContext product = product(server.url("postgres"), restored, 0, "--dossierwerk.installation=" + identity)) {
                assertThat(product.getBean(Installation.class).maySend()).isTrue();
                Thread.sleep(ROUND_OF_THE_OUTBOX);
                assertThat(waits(product, letter)).as("confirmed, it sends what waits").isFalse();
            }
        }
    }

    private static ConfigurableApplicationContext product(String url, Path data, int demoDossiers, String... more) {
        List<String> settings = new ArrayList<>(List.of("--spring.datasource.url=" + url, "--spring.datasource.username=postgres", "--dossierwerk.data=" + data, "--dossierwerk.demo=true",
                "--dossierwerk.demo-dossiers=" + demoDossiers, "--server.port=0", "--management.server.port=0",
                // One seal, made when this run says so: a later one outside the database would rightly tell that the copy went back.
                "--dossierwerk.audit.seal-round=PT10H"));
        settings.addAll(List.of(more));
        ConfigurableApplicationContext product = SpringApplication.run(Dossierwerk.class, settings.toArray(String[]::new));
        product.getBean(DueJobs.class).byHand();
        return product;
    }

    private static String file(ConfigurableApplicationContext product, int number) {
        LocalDate today = LocalDate.now();
        Application application = InventedApplications.make(number, today, true);
        String dossier = product.getBean(Acts.class).file(product.getBean(DemoPeople.class).actor("els"), application, "PAPIER", today, InventedApplications.attachments(application));
        product.getBean(DueJobs.class).run();
        return dossier;
    }

    private static boolean delivered(ConfigurableApplicationContext product) throws InterruptedException {
        for (int tries = 0; tries < 60; tries++) {
            if (jdbc(product).sql("select count(*) from outbox where done_at is null").query(Long.class).single() == 0) {
                return true;
            }
            Thread.sleep(1000);
        }
        return false;
    }

    private static boolean waits(ConfigurableApplicationContext product, String letter) {
        return jdbc(product).sql("select done_at is null from outbox where id = ?::uuid").param(letter).query(Boolean.class).single();
    }

    /** Engine and projection say the same, every chain, seal and document agrees, no term moved, and it knows that it is a copy. */
    private static void assertWhole(ConfigurableApplicationContext product, List<String> there, List<String> gone) {
        assertThat(jdbc(product).sql("select number from dossier").query(String.class).list()).containsAll(there).doesNotContainAnyElementsOf(gone.isEmpty() ? List.of("-") : gone);
        assertThat(jdbc(product).sql("select id_ from act_ru_task except select task_id from inbox_row").query(String.class).list()).isEmpty();
        assertThat(jdbc(product).sql("select task_id from inbox_row except select id_ from act_ru_task").query(String.class).list()).isEmpty();
        assertThat(WholeCheck.of(product)).isEmpty();
        assertThat(product.getBean(CurrentActor.class).as(product.getBean(DemoPeople.class).actor("ann"), () -> product.getBean(ReconcileClock.class).check()).differences()).isZero();
        assertThat(product.getBean(Installation.class).maySend()).isFalse();
    }

    /** The data folder of the backup, for the product on the copy. */
    private Path unpacked(String backup, String name) throws Exception {
        Path place = Files.createDirectory(folder.resolve(name));
        assertThat(new ProcessBuilder("tar", "--extract", "--file=" + backup + "/data.tar.gz", "--directory=" + place).inheritIO().start().waitFor()).isZero();
        return place;
    }

    private static JdbcClient jdbc(ConfigurableApplicationContext product) {
        return product.getBean(JdbcClient.class);
    }
}
