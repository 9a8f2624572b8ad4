package be.dossierwerk.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line gives the findings of the screen, one on a line, and says by its exit code whether something blocks. */
class LintCommandTest {

    @TempDir Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void a_copy_of_a_diagram_of_the_product_takes_its_place_and_blocks_nothing() throws IOException {
        Path copy = folder.resolve("kopie van erkenning.bpmn");
        Files.copy(Path.of("bpmn/erkenning/erkenning.bpmn"), copy);

        assertThat(run(copy)).isZero();
        assertThat(lines()).noneMatch(line -> line.contains("BLOKKEERT"));
        assertThat(err.size()).isZero();
    }

    @Test
    void a_finding_names_file_element_weight_and_sentence() throws IOException {
        Path file = folder.resolve("erkenning.bpmn");
        Files.writeString(file, Files.readString(Path.of("bpmn/erkenning/erkenning.bpmn")).replaceFirst("camunda:candidateGroups=\"[^\"]+\"", "camunda:candidateGroups=\"dc-iedereen\""));

        assertThat(run(file)).isEqualTo(1);
        assertThat(lines()).singleElement().asString().startsWith(file + ": UserTask_")
                .endsWith(": BLOKKEERT: De groep 'dc-iedereen' bestaat niet. Kies een groep uit de lijst.");
    }

    @Test
    void files_given_together_belong_together() throws IOException {
        Path one = folder.resolve("een.bpmn");
        Path block = folder.resolve("nieuw-blok.bpmn");
        Files.writeString(one, Files.readString(Path.of("bpmn/klacht/klacht.bpmn")).replaceFirst("calledElement=\"[^\"]+\"", "calledElement=\"nieuw-blok\""));
        Files.writeString(block, Files.readString(Path.of("bpmn/bouwstenen/kennisgeving.bpmn")).replace("process id=\"kennisgeving\"", "process id=\"nieuw-blok\"")
                .replace("bpmnElement=\"kennisgeving\"", "bpmnElement=\"nieuw-blok\""));

        assertThat(run(one)).isEqualTo(1);
        assertThat(lines()).anyMatch(line -> line.contains("De bouwsteen 'nieuw-blok' bestaat niet in deze set."));
        out.reset();
        run(one, block);
        assertThat(lines()).noneMatch(line -> line.contains("nieuw-blok' bestaat niet"));
    }

    @Test
    void what_is_no_diagram_is_refused_as_a_finding_and_never_read_whole() throws IOException {
        Path huge = folder.resolve("groot.form");
        Files.write(huge, new byte[5_000_000]);

        assertThat(run(huge)).isEqualTo(1);
        assertThat(lines()).containsExactly(huge + ": -: BLOKKEERT: Het bestand is groter dan 256 kB. Splits het op in bouwstenen.");
    }

    @Test
    void wrong_use_gets_one_clear_line() {
        assertThat(run()).isEqualTo(2);
        assertThat(said()).startsWith("Gebruik: java -jar dossierwerk.jar lint BESTAND...").hasLineCount(1);
        err.reset();
        assertThat(run(folder.resolve("weg.bpmn"))).isEqualTo(2);
        assertThat(said()).isEqualTo("Het bestand " + folder.resolve("weg.bpmn") + " bestaat niet.\n");
        err.reset();
        assertThat(run(folder)).isEqualTo(2);
        assertThat(said()).contains("bestaat niet");
        err.reset();
        assertThat(LintCommand.run(List.of("--alles"), print(out), print(err))).isEqualTo(2);
        assertThat(out.size()).isZero();
    }

    @Test
    void help_says_what_the_lines_and_the_exit_code_mean() {
        assertThat(LintCommand.run(List.of("--help"), print(out), print(err))).isZero();
        assertThat(lines()).hasSizeGreaterThan(3).anyMatch(line -> line.contains("2 bij verkeerd gebruik"));
    }

    private int run(Path... files) {
        return LintCommand.run(Arrays.stream(files).map(Path::toString).toList(), print(out), print(err));
    }

    private List<String> lines() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream print(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }
}
