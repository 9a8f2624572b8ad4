package be.dossierwerk.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.audit.SealKey;
import be.dossierwerk.audit.proof.Digests;
import be.dossierwerk.audit.proof.SealKeys;
import be.dossierwerk.correspondence.PdfA;
import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.demo.TypedForms;
import be.dossierwerk.dossier.DossierList;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.export.ExportRuns.Run;
import be.dossierwerk.export.ExportRuns.State;
import be.dossierwerk.recognition.Application;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.WorkInHand;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Exports of real walks: valid, loaded elsewhere, with the numbers that the screens show, without names of people, and recorded. */
@DossierwerkTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportTest {

    private static final Actor AUDITOR = new Actor("omer", "Omer Daems", Set.of(Roles.AUDITOR));
    private static final Actor MANAGER = new Actor("mia", "Mia Nys", Set.of(Roles.MANAGER));
    private static final Actor HANDLER = new Actor("an", "An Aerts", Set.of(Roles.HANDLER));
    private static final LocalDate RECEIVED = LocalDate.of(2027, 9, 1);
    private static final LogFilter RECOGNITIONS = new LogFilter(new TreeSet<>(Set.of("erkenning")), null, null, false);

    @Autowired private Acts acts;
    @Autowired private DemoPeople people;
    @Autowired private CurrentActor currentActor;
    @Autowired private Dossiers dossiers;
    @Autowired private DossierList dossierList;
    @Autowired private DueJobs jobs;
    @Autowired private MovableClock clock;
    @Autowired private JdbcClient jdbc;
    @Autowired private AuditLog audit;
    @Autowired private SealKey sealKey;
    @Autowired private CountLog countLog;
    @Autowired private StartExport startExport;
    @Autowired private OpenExport openExport;
    @Autowired private RemoveExports removeExports;
    @Autowired private ExportRuns runs;
    @Autowired private WorkInHand inHand;
    @Autowired private TransactionTemplate transactions;
    @Autowired private ExportToFile exportToFile;
    @Autowired private PrintDossier printDossier;

    @TempDir private static Path folder;
    private final List<String> walked = new ArrayList<>();

    @BeforeAll
    void three_recognitions() {
        jobs.byHand();
        clock.moveTo(ZonedDateTime.of(RECEIVED.atTime(9, 0), MovableClock.BRUSSELS));
        for (int number : List.of(3901, 3902, 3903)) {
            Application application = InventedApplications.make(number, RECEIVED, false);
            walked.add(acts.file(people.actor("els"), application, "PAPIER", RECEIVED, InventedApplications.attachments(application)));
        }
        acts.send(people.actor("an"), walked.get(0), "UserTask_VolledigheidNagaan", TypedForms.depositMissing());
    }

    @AfterAll
    void clock_runs_again() {
        clock.release();
    }

    @Test
    void what_is_counted_is_what_the_database_and_the_screens_count() {
        for (LogFilter filter : List.of(LogFilter.ALL, RECOGNITIONS, new LogFilter(RECOGNITIONS.procedures(), null, null, true))) {
            LogCounts counts = currentActor.as(AUDITOR, () -> countLog.count(filter));
            String procedure = filter.procedures().isEmpty() ? null : filter.procedures().first();
            assertThat(counts.dossiers()).isEqualTo(currentActor.as(AUDITOR, () -> dossierList.count(new DossierList.Filter(null, procedure, filter.closedOnly() ? "GESLOTEN" : null, null))));
        }
        LogFilter that = new LogFilter(RECOGNITIONS.procedures(), RECEIVED, RECEIVED, false);
        LogCounts counts = currentActor.as(MANAGER, () -> countLog.count(that));
        assertThat(counts.dossiers()).isEqualTo(number("select count(*) from dossier where procedure = 'erkenning' and received_on = '2027-09-01'")).isGreaterThanOrEqualTo(3);
        String where = "dossier in (select number from dossier where procedure = 'erkenning' and received_on = '2027-09-01')";
        assertThat(counts.events()).isEqualTo(number("select count(*) from audit_entry where action not in ('FEITEN', 'GELEZEN') and " + where)
                + number("select count(*) + count(*) filter (where left_at > entered_at) from case_step where " + where)).isGreaterThan(20);
        assertThat(counts.decisions()).isEqualTo(number("select count(*) from besluit where " + where));
    }

    @Test
    void an_export_goes_on_while_its_server_lives_and_is_given_up_when_that_fell_silent() {
        Actor asker = new Actor("odile", "Odile Raes", Set.of(Roles.AUDITOR));
        long id = transactions.execute(status -> runs.add(LogFormat.CSV, RECOGNITIONS, false, null, asker));

        runs.abandon();
        assertThat(runs.find(id).orElseThrow().state()).as("another server that just started looks").isEqualTo(State.LOOPT);
        silentFor("3 minutes", id);
        whileReading(inHand::keep);
        runs.abandon();
        assertThat(runs.find(id).orElseThrow().state()).as("its server was heard of again").isEqualTo(State.LOOPT);
        silentFor("3 minutes", id);
        runs.abandon();
        assertThat(runs.find(id).orElseThrow().state()).isEqualTo(State.MISLUKT);
        assertThatThrownBy(() -> runs.finish(id, new WriteLog.Written(new LogCounts(1, 1, 1), 1, "0".repeat(64)))).as("nor is it told as made")
                .isInstanceOf(IllegalStateException.class);
        assertThat(number("select count(*) from work_in_hand where work = " + id + " and kind = 'EXPORT'")).isZero();
    }

    /** As a command does, which has no rounds. */
    private void whileReading(Runnable work) {
        TransactionTemplate reading = new TransactionTemplate(transactions.getTransactionManager());
        reading.setReadOnly(true);
        reading.executeWithoutResult(status -> work.run());
    }

    private void silentFor(String time, long id) {
        jdbc.sql("update work_in_hand set heard_at = heard_at - ?::interval where kind = 'EXPORT' and work = ?").params(time, id).update();
    }

    @Test
    void xes_is_valid_and_loads_with_the_same_numbers() throws Exception {
        Path file = exported(LogFormat.XES, RECOGNITIONS);
        LogCounts counts = currentActor.as(AUDITOR, () -> countLog.count(RECOGNITIONS));

        assertThat(ReadElsewhere.faultsOfXes(file)).isEmpty();
        JsonNode loaded = ReadElsewhere.loaded(file);
        assertThat(loaded.get("traces").asLong()).isEqualTo(counts.dossiers());
        assertThat(loaded.get("events").asLong()).isEqualTo(counts.events());
        assertThat(loaded.get("names").fieldNames()).toIterable().contains("Volledigheid nagaan");
        assertThat(loaded.get("follows").asInt()).isPositive();
        tellsNobody(Files.readString(file));
    }

    @Test
    void ocel_is_valid_hangs_together_and_loads_with_the_same_numbers() throws Exception {
        Path file = exported(LogFormat.OCEL, RECOGNITIONS);
        LogCounts counts = currentActor.as(AUDITOR, () -> countLog.count(RECOGNITIONS));

        assertThat(ReadElsewhere.faultsOfOcel(file)).isEmpty();
        JsonNode log = new ObjectMapper().readTree(file.toFile());
        Set<String> objects = new HashSet<>(log.get("objects").findValuesAsText("id"));
        assertThat(log.get("objects")).hasSameSizeAs(objects);
        Set<String> related = new HashSet<>(log.findValuesAsText("objectId"));
        assertThat(objects).containsAll(related);
        assertThat(new HashSet<>(log.get("events").findValuesAsText("id"))).hasSize((int) counts.events());
        assertThat(new HashSet<>(log.get("events").findValuesAsText("type"))).isSubsetOf(log.get("eventTypes").findValuesAsText("name"));
        // The acts that made or signed a letter say so.
        assertThat(log.get("events").findValuesAsText("qualifier")).contains("in dossier", "over brief");
        JsonNode loaded = ReadElsewhere.loaded(file);
        assertThat(loaded.get("all").asLong()).isEqualTo(counts.events());
        // Seen from the dossiers, one in which nothing happened is not there: other tests put such rows into the database.
        assertThat(loaded.get("traces").asLong()).isEqualTo(number("select count(*) from dossier d where procedure = 'erkenning' and (exists (select from case_step s where s.dossier = d.number)"
                + " or exists (select from audit_entry e where e.dossier = d.number and e.action not in ('FEITEN', 'GELEZEN')))")).isGreaterThanOrEqualTo(3);
        assertThat(loaded.get("events").asLong()).isEqualTo(counts.events());
        assertThat(loaded.at("/objects/besluit").asLong()).isEqualTo(counts.decisions());
        tellsNobody(Files.readString(file));
    }

    @Test
    void tables_hold_the_same_numbers_and_are_signed() throws Exception {
        Map<String, byte[]> files = LogFilesTest.unzipped(exported(LogFormat.CSV, RECOGNITIONS));
        LogCounts counts = currentActor.as(AUDITOR, () -> countLog.count(RECOGNITIONS));

        assertThat(rows(files, "events.csv")).isEqualTo(counts.events());
        assertThat(new String(files.get("events.csv"), StandardCharsets.UTF_8)).contains("mw-");
        assertThat(rows(files, "dossiers.csv")).isEqualTo(counts.dossiers());
        assertThat(rows(files, "decisions.csv")).isEqualTo(counts.decisions());
        assertThat(rows(files, "terms.csv")).isEqualTo(number("select count(*) from term t join dossier d on d.number = t.dossier where d.procedure = 'erkenning'")).isPositive();
        JsonNode manifest = new ObjectMapper().readTree(files.get(CsvLog.MANIFEST));
        assertThat(manifest.at("/counts/events").asLong()).isEqualTo(counts.events());
        assertThat(manifest.at("/filter/procedures/0").asText()).isEqualTo("erkenning");
        manifest.get("files").fields().forEachRemaining(file -> assertThat(Digests.hex(Digests.sha256(files.get(file.getKey())))).isEqualTo(file.getValue().asText()));
        assertThat(SealKeys.signed(sealKey.publicKey(), files.get(CsvLog.MANIFEST), Base64.getDecoder().decode(new String(files.get(CsvLog.SIGNATURE), StandardCharsets.UTF_8).strip()))).isTrue();
        for (String table : List.of("events.csv", "dossiers.csv", "terms.csv", "decisions.csv")) {
            tellsNobody(new String(files.get(table), StandardCharsets.UTF_8));
        }
    }

    @Test
    void an_export_is_recorded_and_its_file_goes_after_a_day() throws Exception {
        long id = currentActor.as(MANAGER, () -> startExport.start(LogFormat.XES, RECOGNITIONS, false, null));
        Run run = done(id);

        assertThat(run.askedByName()).isEqualTo("Mia Nys");
        assertThat(Files.getPosixFilePermissions(runs.file(id))).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        try (InputStream in = currentActor.as(AUDITOR, () -> openExport.open(id))) {
            assertThat(Digests.sha256(in)).isEqualTo(run.sha256());
        }
        List<AuditLog.Line> acts = audit.of(AuditLog.DEPARTMENT).stream().filter(line -> line.action().startsWith("UITVOER_") && line.sentence().contains("itvoer " + id + " ")).toList();
        assertThat(acts).extracting(AuditLog.Line::action).containsExactly("UITVOER_GEVRAAGD", "UITVOER_GEMAAKT");
        assertThat(acts).extracting(AuditLog.Line::actor).containsOnly("mia");
        assertThat(acts.get(0).sentence()).contains("Mia Nys", "erkenning");
        assertThat(acts.get(1).sentence()).contains(run.sha256(), run.counts().dossiers() + " dossiers", run.counts().events() + " gebeurtenissen");

        assertThatThrownBy(() -> currentActor.as(HANDLER, () -> openExport.open(id))).isInstanceOf(Refused.class).hasMessage("security.role-missing");
        removeExports.remove();
        assertThat(runs.file(id)).exists();
        clock.moveOn(Duration.ofHours(25));
        try {
            removeExports.remove();
        } finally {
            clock.moveOn(Duration.ofHours(-25));
        }
        assertThat(runs.file(id)).doesNotExist();
        assertThat(runs.find(id).orElseThrow().sha256()).isEqualTo(run.sha256());
        assertThatThrownBy(() -> currentActor.as(AUDITOR, () -> openExport.open(id))).isInstanceOf(Refused.class).hasMessage("export.gone");
    }

    @Test
    void names_are_for_auditors_with_a_reason() throws Exception {
        assertThatThrownBy(() -> currentActor.as(MANAGER, () -> startExport.start(LogFormat.XES, RECOGNITIONS, true, "omdat"))).hasMessage("security.role-missing");
        assertThatThrownBy(() -> currentActor.as(AUDITOR, () -> startExport.start(LogFormat.XES, RECOGNITIONS, true, " "))).hasMessage("export.wrong");

        jdbc.sql("insert into inbox_colleague (id, name, roles, seen_at) values ('an', 'An Aerts', '', now()) on conflict do nothing").update();
        long id = currentActor.as(AUDITOR, () -> startExport.start(LogFormat.XES, RECOGNITIONS, true, "Onderzoek naar onverenigbaarheid"));
        done(id);

        String name = jdbc.sql("select name from inbox_colleague where id = 'an'").query(String.class).single();
        try (InputStream in = currentActor.as(AUDITOR, () -> openExport.open(id))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).contains("value=\"" + name + "\"");
        }
        assertThatThrownBy(() -> currentActor.as(MANAGER, () -> openExport.open(id))).hasMessage("security.role-missing");
        Actor another = new Actor("bert", "Bert Auditor", Set.of(Roles.AUDITOR));
        assertThatThrownBy(() -> currentActor.as(another, () -> openExport.open(id))).hasMessage("export.of-another");
        assertThat(audit.of(AuditLog.DEPARTMENT)).anySatisfy(line -> {
            assertThat(line.sentence()).contains("uitvoer " + id + " ", "met namen van medewerkers");
            assertThat(line.reason()).isEqualTo("Onderzoek naar onverenigbaarheid");
        });
    }

    @Test
    void what_cannot_be_exported_is_refused_with_all_reasons_at_once() {
        assertThatThrownBy(() -> currentActor.as(HANDLER, () -> countLog.count(RECOGNITIONS))).hasMessage("security.role-missing");
        assertThatThrownBy(() -> currentActor.as(HANDLER, () -> startExport.start(LogFormat.XES, RECOGNITIONS, false, null))).hasMessage("security.role-missing");
        assertThatThrownBy(() -> currentActor.as(AUDITOR, () -> startExport.start(null, new LogFilter(new TreeSet<>(Set.of("onbestaand")), RECEIVED, RECEIVED.minusDays(1), false), false, null)))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.fields()).extracting(Refused.Field::name).containsExactly("format", "procedures", "to"));
    }

    @Test
    void the_command_writes_the_file_and_tells_its_hash() throws Exception {
        Path file = folder.resolve("opdracht.xes");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = ExportLogCommand.write(exportToFile, ExportLogCommand.question(List.of("--formaat", "xes", "--procedure", "erkenning", "--uit", file.toString())),
                new PrintStream(out), System.err);

        assertThat(code).isZero();
        String sha256 = Digests.hex(Digests.sha256(Files.readAllBytes(file)));
        assertThat(out.toString(StandardCharsets.UTF_8)).contains(sha256);
        assertThat(ReadElsewhere.faultsOfXes(file)).isEmpty();
        assertThat(audit.of(AuditLog.DEPARTMENT)).anySatisfy(line -> assertThat(line.sentence()).contains("van de server, met het commando", sha256));
        for (String procedure : List.of("erkenning", "onbestaand")) {
            assertThat(ExportLogCommand.write(exportToFile, ExportLogCommand.question(List.of("--formaat", "xes", "--procedure", procedure, "--uit", file.toString())),
                    System.out, new PrintStream(out))).isEqualTo(1);
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("bestaat al", "kies een procedure");
        assertThat(Digests.hex(Digests.sha256(Files.readAllBytes(file)))).isEqualTo(sha256);
    }

    @Test
    void a_dossier_is_printed_as_pdf_a_and_that_is_told() throws Exception {
        String dossier = walked.get(0);
        assertThatThrownBy(() -> currentActor.as(HANDLER, () -> printDossier.print(dossier))).hasMessage("security.role-missing");
        byte[] pdf = currentActor.as(AUDITOR, () -> printDossier.print(dossier));

        PdfA.assertConforms(pdf);
        String words = PdfA.words(pdf);
        assertThat(words).contains(dossier, "Omer Daems", "Termijnen", "Documenten", "Tijdlijn", dossiers.parties(dossier).get(0).name());
        assertThat(words.replace(" ", "")).contains(dossiers.documents(dossier).stream().filter(each -> !each.kind().equals("BRON")).findFirst().orElseThrow().sha256());
        assertThat(audit.of(dossier)).last().satisfies(line -> assertThat(line.sentence()).isEqualTo("Omer Daems maakte een pdf van dit dossier."));
    }

    private Path exported(LogFormat format, LogFilter filter) throws Exception {
        Path file = folder.resolve(format + "." + format.extension());
        Files.deleteIfExists(file);
        exportToFile.export(format, filter, "tester", file);
        return file;
    }

    private Run done(long id) {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> runs.find(id).orElseThrow(), run -> run.state() == State.KLAAR);
    }

    private static long rows(Map<String, byte[]> files, String table) {
        return new String(files.get(table), StandardCharsets.UTF_8).lines().count() - 1;
    }

    /** No party, no national or enterprise number, no colleague. */
    private void tellsNobody(String text) {
        for (String dossier : walked) {
            dossiers.parties(dossier).forEach(party -> assertThat(text).doesNotContain(party.name()));
            assertThat(text).doesNotContain(dossiers.get(dossier).enterpriseNumber()).doesNotContain(dossiers.get(dossier).subject());
        }
        jdbc.sql("select distinct national_number from party where national_number is not null").query(String.class).list().forEach(number -> assertThat(text).doesNotContain(number));
        jdbc.sql("select distinct completed_by_name from inbox_done union select name from inbox_colleague").query(String.class).list().forEach(name -> assertThat(text).doesNotContain(name));
        assertThat(text).doesNotContain("\"an\"").doesNotContain("\"els\"");
    }

    private long number(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
