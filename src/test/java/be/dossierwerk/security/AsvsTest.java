package be.dossierwerk.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** The checklist of OWASP ASVS 5.0.0 at level 2 is whole, and what it calls met names a test that exists. */
class AsvsTest {

    private static final Path LIST = Path.of("src/docs/asvs.csv");
    private static final Path THREATS = Path.of("src/docs/security.md");

    @Test
    void every_requirement_of_levels_one_and_two_is_answered_once() throws IOException {
        List<CSVRecord> rows = rows();

        assertThat(rows).extracting(row -> row.get("id")).doesNotHaveDuplicates().allMatch(id -> id.matches("V(1[0-7]|[1-9])\\.[1-9]\\.[0-9]{1,2}"));
        assertThat(rows.stream().filter(row -> row.get("level").equals("1"))).hasSize(70);
        assertThat(rows.stream().filter(row -> row.get("level").equals("2"))).hasSize(183);
        assertThat(rows).allMatch(row -> Set.of("met", "not met", "not applicable").contains(row.get("state")) && !row.get("where").isBlank());
    }

    @Test
    void what_is_met_names_a_test_and_what_is_not_names_none() throws IOException {
        Set<String> tests;
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            tests = files.map(path -> path.getFileName().toString()).filter(name -> name.endsWith("Test.java")).map(name -> name.replace(".java", "")).collect(Collectors.toSet());
        }

        assertThat(rows()).allSatisfy(row -> {
            if (row.get("state").equals("met")) {
                assertThat(tests).as(row.get("id")).contains(row.get("test"));
            } else {
                assertThat(row.get("test")).as(row.get("id")).isEmpty();
            }
        });
    }

    @Test
    void what_the_list_leaves_to_the_document_stands_there() throws IOException {
        String document = Files.readString(THREATS);
        Stream.of("Assets", "Boundaries", "Who may what", "Sign-in", "Sessions", "Limits", "Uploads", "Cryptography", "Components", "Logs", "What remains")
                .forEach(heading -> assertThat(document).contains("## " + heading + "\n"));
        rows().stream().filter(row -> row.get("state").equals("not met")).forEach(row -> assertThat(document).as("an open one: " + row.get("id")).contains(row.get("id").substring(1)));
    }

    private static List<CSVRecord> rows() throws IOException {
        try (Reader in = Files.newBufferedReader(LIST)) {
            return CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get().parse(in).getRecords();
        }
    }
}
