package be.dossierwerk.export;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.audit.proof.Digests;
import be.dossierwerk.audit.proof.SealKeys;
import be.dossierwerk.export.LogEvent.LogObject;
import be.dossierwerk.export.ReadLog.Belongs;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** Files of a log as they are written, whatever stands in it. */
class LogFilesTest {

    private static final Instant AT = Instant.parse("2027-03-01T08:00:00.123456Z");
    private static final LogDossier DOSSIER = new LogDossier("DC-ERK-2027-00001", "erkenning", LocalDate.of(2027, 3, 1), AT, "IN_BEHANDELING", null, null, "ond-1");
    private static final LogDossier CLOSED = new LogDossier("DC-ERK-2027-00002", "erkenning", LocalDate.of(2027, 3, 1), AT, "GESLOTEN", "ERKEND", LocalDate.of(2027, 5, 1), null);

    @TempDir private Path folder;

    /** A name, and what a reader of XML and of JSON makes of it. */
    static List<List<String>> names() {
        return List.of(List.of("Volledigheid nagaan", "Volledigheid nagaan"), List.of("<a & b> \"c\" 'd'", "<a & b> \"c\" 'd'"), List.of("]]> <!-- x -->", "]]> <!-- x -->"),
                List.of("Émile Ünlü ß 中文", "Émile Ünlü ß 中文"), List.of("😀 en 👩‍👩‍👧", "😀 en 👩‍👩‍👧"), List.of("bel\u0007, nul\u0000, \u001b[31m", "bel, nul, [31m"),
                List.of("twee\nregels\ten tab", "twee regels en tab"), List.of("\ufffe\uffff eind", " eind"), List.of("=1+1", "=1+1"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void xes_holds_every_name_and_stays_valid(List<String> name) throws Exception {
        Path file = folder.resolve("log.xes");
        xes(file, log -> log.event(DOSSIER, event(1, name.get(0), "complete")));

        assertThat(ReadElsewhere.faultsOfXes(file)).isEmpty();
        Element event = (Element) DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile()).getElementsByTagName("event").item(0);
        assertThat(((Element) event.getElementsByTagName("string").item(0)).getAttribute("value")).isEqualTo(name.get(1));
        assertThat(((Element) event.getElementsByTagName("date").item(0)).getAttribute("value")).isEqualTo("2027-03-01T09:00:00.123+01:00");
    }

    @ParameterizedTest
    @MethodSource("names")
    void ocel_holds_every_name_and_stays_valid(List<String> name) throws Exception {
        Path file = folder.resolve("log.json");
        try (OutputStream out = Files.newOutputStream(file)) {
            OcelLog log = new OcelLog(out);
            log.begin();
            log.event(DOSSIER, event(1, name.get(0), "complete"));
            log.types();
            log.dossier(DOSSIER);
            log.belongs(new Belongs(new LogObject("besluit", "besluit-7"), DOSSIER.number(), AT, Map.of("status", name.get(0))));
            log.end();
        }

        assertThat(ReadElsewhere.faultsOfOcel(file)).isEmpty();
        JsonNode read = new ObjectMapper().readTree(file.toFile());
        assertThat(read.at("/events/0/type").asText()).isEqualTo(name.get(0));
        assertThat(read.at("/eventTypes/0/name").asText()).isEqualTo(name.get(0));
        assertThat(read.at("/events/0/relationships").findValuesAsText("qualifier")).containsExactly("in dossier", "over besluit");
        assertThat(read.at("/objects").findValuesAsText("type")).containsExactly("onderneming", "dossier", "besluit");
    }

    @Test
    void a_log_without_dossiers_and_a_dossier_without_events_are_valid() throws Exception {
        Path empty = folder.resolve("empty.xes");
        xes(empty, log -> { });
        Path file = folder.resolve("log.xes");
        xes(file, log -> {
            log.event(DOSSIER, null);
            log.event(CLOSED, event(1, "Begin", "start"));
            log.event(CLOSED, event(1, "Begin", "complete"));
        });
        Path ocel = folder.resolve("empty.json");
        try (OutputStream out = Files.newOutputStream(ocel)) {
            OcelLog log = new OcelLog(out);
            log.begin();
            log.types();
            log.end();
        }

        assertThat(ReadElsewhere.faultsOfXes(empty)).isEmpty();
        assertThat(ReadElsewhere.faultsOfXes(file)).isEmpty();
        assertThat(ReadElsewhere.faultsOfOcel(ocel)).isEmpty();
        JsonNode loaded = ReadElsewhere.loaded(file);
        assertThat(loaded.get("traces").asInt()).isEqualTo(2);
        assertThat(loaded.get("events").asInt()).isEqualTo(2);
        assertThat(loaded.get("firstAt").isNull()).isTrue();
    }

    @Test
    void the_schemas_find_what_is_wrong() throws Exception {
        Path xes = folder.resolve("log.xes");
        xes(xes, log -> log.event(DOSSIER, event(1, "Begin", "start")));
        Files.writeString(xes, Files.readString(xes).replace("2027-03-01T09:00:00.123+01:00", "gisteren"));
        Path ocel = folder.resolve("log.json");
        Files.writeString(ocel, "{\"eventTypes\":[],\"objectTypes\":[],\"events\":[{\"id\":\"1\",\"type\":\"x\",\"time\":\"gisteren\",\"attributes\":[],\"relationships\":[]}],\"objects\":[]}");

        assertThat(ReadElsewhere.faultsOfXes(xes)).isNotEmpty();
        assertThat(ReadElsewhere.faultsOfOcel(ocel)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"=1+1,'''=1+1'", "+32 2,'''+32 2'", "-5,'''-5'", "@SUM(A1),'''@SUM(A1)'", "'a, \"b\"','a, \"b\"'", "'twee\nregels','twee\nregels'", "'\tx','''\tx'", "gewoon,gewoon"})
    void tables_hold_every_text_and_none_that_a_spreadsheet_would_calculate(String text, String cell) throws Exception {
        Map<String, byte[]> files = csv(log -> log.table("decisions.csv", cells -> cells.row("b", text, null, "", AT, LocalDate.of(2027, 3, 1), "x", "y", "z")));

        List<CSVRecord> rows = CSVFormat.RFC4180.parse(new StringReader(new String(files.get("decisions.csv"), StandardCharsets.UTF_8))).getRecords();
        assertThat(rows.get(1).get(1)).isEqualTo(cell);
        assertThat(rows.get(1).get(4)).isEqualTo("2027-03-01T08:00:00.123456Z");
        assertThat(rows.get(1).get(5)).isEqualTo("2027-03-01");
    }

    @Test
    void every_column_is_explained_and_the_list_of_files_is_signed() throws Exception {
        Map<String, byte[]> files = csv(log -> {
            for (String table : List.of("events.csv", "dossiers.csv", "terms.csv", "decisions.csv")) {
                log.table(table, cells -> { });
            }
        });

        List<CSVRecord> explained = CSVFormat.RFC4180.parse(new StringReader(new String(files.get("fields.csv"), StandardCharsets.UTF_8))).getRecords();
        for (String table : List.of("events.csv", "dossiers.csv", "terms.csv", "decisions.csv")) {
            assertThat(explained.stream().filter(row -> row.get(0).equals(table)).map(row -> row.get(1))).as(table)
                    .containsExactly(new String(files.get(table), StandardCharsets.UTF_8).strip().split(","));
        }
        assertThat(explained).allSatisfy(row -> assertThat(row.get(2)).isNotBlank());
        JsonNode listed = new ObjectMapper().readTree(files.get(CsvLog.MANIFEST));
        listed.fields().forEachRemaining(file -> assertThat(Digests.hex(Digests.sha256(files.get(file.getKey())))).as(file.getKey()).isEqualTo(file.getValue().asText()));
        assertThat(listed.size()).isEqualTo(5);
        assertThat(SealKeys.signed(SealKeys.publicKey(new String(files.get("zegelsleutel.pem"), StandardCharsets.UTF_8)), files.get(CsvLog.MANIFEST),
                Base64.getDecoder().decode(new String(files.get(CsvLog.SIGNATURE), StandardCharsets.UTF_8).strip()))).isTrue();
    }

    @Test
    void a_pseudonym_is_the_same_within_an_export_and_another_in_the_next() {
        byte[] key = Pseudonyms.newKey();
        Pseudonyms one = new Pseudonyms(key, Map.of());
        assertThat(one.person("an")).isEqualTo(new Pseudonyms(key, Map.of()).person("an")).matches("mw-[0-9a-f]{12}").isNotEqualTo(one.person("bo"))
                .isNotEqualTo(new Pseudonyms(Pseudonyms.newKey(), Map.of()).person("an"));
        assertThat(one.person("systeem")).isEqualTo("systeem");
        assertThat(one.person(null)).isNull();
        assertThat(one.undertaking("0403170701")).matches("ond-[0-9a-f]{12}");
        assertThat(new Pseudonyms(key, Map.of("an", "An Aerts")).person("an")).isEqualTo("An Aerts");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"--formaat xes --uit a.xes | XES", "--formaat ocel --procedure erkenning --procedure klacht --van 2026-01-01 --tot 2026-12-31 --afgesloten --uit a.json | OCEL",
            "--formaat csv | ''", "--formaat pdf --uit a | ''", "--formaat xes --uit | ''", "--formaat xes --uit a --van morgen | ''", "--formaat xes --uit a --iets x | ''", "'' | ''"})
    void the_command_is_understood_or_refused(String command, String format) {
        ExportLogCommand.Question question = ExportLogCommand.question(command.isBlank() ? List.of() : List.of(command.strip().split(" ")));
        assertThat(question == null ? "" : question.format().name()).isEqualTo(format);
        if (question != null && question.format() == LogFormat.OCEL) {
            assertThat(question.filter().procedures()).containsExactly("erkenning", "klacht");
            assertThat(question.filter().to()).isEqualTo(LocalDate.of(2026, 12, 31));
            assertThat(question.filter().closedOnly()).isTrue();
        }
    }

    private interface Writes<T> {
        void to(T log) throws Exception;
    }

    private static void xes(Path file, Writes<XesLog> writes) throws Exception {
        try (OutputStream out = Files.newOutputStream(file)) {
            XesLog log = new XesLog(out);
            log.begin("Dossierwerk", "alle procedures", new LogCounts(0, 0, 0));
            writes.to(log);
            log.end();
        }
    }

    private Map<String, byte[]> csv(Writes<CsvLog> writes) throws Exception {
        KeyPair pair = SealKeys.make();
        Path file = folder.resolve("log.zip");
        try (OutputStream out = Files.newOutputStream(file)) {
            CsvLog log = new CsvLog(out);
            writes.to(log);
            log.fields();
            log.sign(new ObjectMapper().writeValueAsString(log.written()), pair.getPrivate(), SealKeys.pem(pair.getPublic()));
        }
        return unzipped(file);
    }

    static Map<String, byte[]> unzipped(Path file) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (var entry : java.util.Collections.list(zip.entries())) {
                files.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return files;
    }

    private static LogEvent event(long place, String name, String transition) {
        String id = DOSSIER.number() + "-s" + place;
        return new LogEvent(id + "-" + transition, id, "STAP", transition, name, AT, "erkenning", "UserTask_X", "userTask", "mw-1", "Jurist", List.of(new LogObject("besluit", "besluit-7")));
    }
}
