package be.dossierwerk;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.audit.SealChains;
import be.dossierwerk.audit.SealKey;
import be.dossierwerk.audit.VerifyCommand;
import be.dossierwerk.audit.proof.SealKeys;
import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.evidence.ExportEvidenceCommand;
import be.dossierwerk.recognition.Application;
import be.dossierwerk.security.DemoPeople;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The command that makes a bundle starts nothing but what reads the dossier, and tells what is wrong as it is. */
@DossierwerkTest
class LeanStartTest {

    @Autowired private Acts acts;
    @Autowired private DemoPeople people;
    @Autowired private DueJobs jobs;
    @Autowired private SealChains sealChains;
    @Autowired private AuditLog audit;
    @Autowired private DataSource data;
    @Autowired private JdbcClient jdbc;
    @Autowired private SealKey sealKey;

    @Test
    void a_bundle_is_made_with_the_database_alone(@TempDir Path folder) throws Exception {
        jobs.byHand();
        LocalDate received = LocalDate.now();
        Application application = InventedApplications.make(4_301, received, false);
        String dossier = acts.file(people.actor("els"), application, "PAPIER", received, InventedApplications.attachments(application));
        sealChains.seal();
        String url;
        try (Connection connection = data.getConnection()) {
            url = connection.getMetaData().getURL();
        }
        Path file = folder.resolve("uit.zip");
        String key = "--dossierwerk.audit.seal-key=" + Files.writeString(folder.resolve("zegel.pem"), SealKeys.pem(sealKey.key()) + SealKeys.pem(sealKey.publicKey()));

        assertThat(run(url, folder, key, dossier, "--out", file.toString())).isEqualTo("0 Bewijsbundel van " + dossier + ": " + file + "\n");
        assertThat(VerifyCommand.run(List.of(file.toString()), System.out, System.err)).isZero();
        assertThat(audit.of(dossier)).last().satisfies(line -> assertThat(line.sentence()).contains("maakte met het commando een bewijsbundel"));
        assertThat(run(url, folder, key, "DC-ERK-1999-00001", "--out", folder.resolve("niet.zip").toString())).isEqualTo("1 Er is geen dossier DC-ERK-1999-00001.\n");
        assertThat(run(url, folder, null, dossier, "--out", folder.resolve("niet.zip").toString())).startsWith("1 De zegels van deze databank zijn gemaakt met zegelsleutel ");
        assertThat(run("jdbc:postgresql://localhost:1/x", folder, key, dossier, "--out", folder.resolve("niet.zip").toString())).startsWith("1 De databank antwoordt niet: ");
        assertThat(run("embedded", folder, key, dossier, "--out", folder.resolve("niet.zip").toString())).startsWith("1 In " + folder + " ligt geen databank.");
        jdbc.sql("create database leeg template template0").update();
        assertThat(run(url.replaceFirst("/postgres(?=\\?|$)", "/leeg"), folder, key, dossier, "--out", folder.resolve("niet.zip").toString()))
                .startsWith("1 De databank is van een oudere versie van het product");
        assertThat(folder.resolve("niet.zip")).doesNotExist();
    }

    private static String run(String url, Path data, String key, String... arguments) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream to = new PrintStream(said, true, StandardCharsets.UTF_8);
        int code = ExportEvidenceCommand.run(new ArrayList<>(List.of(arguments)), to, to, () -> {
            var context = LeanStart.run("--spring.datasource.url=" + url, "--spring.datasource.username=postgres", "--spring.datasource.password=postgres", "--dossierwerk.data=" + data, key == null ? "--dossierwerk.demo=auto" : key);
            assertThat(context.getBeanNamesForType(org.springframework.scheduling.config.ScheduledTaskHolder.class)).isEmpty();
            assertThat(context.getBeanDefinitionNames()).noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).contains("flyway") || name.contains("processEngine"));
            return context;
        });
        return code + " " + said.toString(StandardCharsets.UTF_8);
    }
}
