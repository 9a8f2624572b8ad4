package be.dossierwerk.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the jar, where libraries and files lie within it, the command says the same as in a folder, and starts none of what makes it slow. */
class LintJarIT {

    private static final Path JAR = Path.of("target/dossierwerk.jar");

    @TempDir Path folder;

    @Test
    void the_jar_finds_the_same_without_spring_logging_or_the_model_of_the_engine() throws IOException, InterruptedException {
        Path blocked = folder.resolve("klacht.bpmn");
        Files.writeString(blocked, Files.readString(Path.of("bpmn/klacht/klacht.bpmn")).replaceFirst("camunda:candidateGroups=\"[^\"]+\"", "camunda:candidateGroups=\"dc-iedereen\""));
        List<String> files = List.of("bpmn/erkenning/erkenning.bpmn", "bpmn/erkenning/erkenning-voorstel.dmn", "bpmn/bouwstenen/besluit.bpmn", blocked.toString());
        Path out = folder.resolve("out");
        Path classes = folder.resolve("classes");
        List<String> command = new java.util.ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xlog:class+load:file=" + classes,
                "-jar", JAR.toString(), "lint"));
        command.addAll(files);

        int code = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT).start().waitFor();

        ByteArrayOutputStream here = new ByteArrayOutputStream();
        assertThat(LintCommand.run(files, new PrintStream(here, true, StandardCharsets.UTF_8), System.err)).isEqualTo(code).isEqualTo(1);
        assertThat(Files.readString(out)).isEqualTo(here.toString(StandardCharsets.UTF_8)).contains("dc-iedereen", "LET OP");
        assertThat(Files.readAllLines(classes)).noneMatch(line -> line.contains("org.springframework.boot.SpringApplication ") || line.contains(" ch.qos.logback.")
                || line.contains(" org.camunda.bpm.model.bpmn.instance.") || line.contains("com.fasterxml.jackson."));
    }
}
