package be.dossierwerk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whether every published norm and volume comes out of generated histories of all measures, through the commands. Run with
 * {@code mvn -Pbench verify -Dtest=PublishedFiguresBench -Dbench.history=DIR,DIR}; a directory is what the generator made for 2019 and 2020 with any seed.
 */
class PublishedFiguresBench {

    @TempDir
    private Path folder;

    @Test
    void every_published_figure_comes_out_to_its_printed_decimals() {
        for (String directory : System.getProperty("bench.history", "/tmp/history").split(",")) {
            Path history = Path.of(directory.strip());
            assumeTrue(Files.exists(history), () -> "no generated history in " + history);
            CommandsOnDatabase commands = new CommandsOnDatabase(folder);
            CommandsOnDatabase.Answer read = commands.importHistory(history.resolve("history.csv"));
            // A generated file may hold a row twice; the second is told and does not count.
            assertThat(read.code()).as(read.said()).isLessThan(2);
            String board = commands.board("--year", 2020, "--compare", 2019, "--format", "csv").said();

            List<String> norms = CommandsOnDatabase.expected(history.resolve("expected.csv"));
            List<String> volumes = CommandsOnDatabase.expected(history.resolve("volumes_expected.csv"));
            assertThat(CommandsOnDatabase.norms(board)).as(directory).containsExactlyInAnyOrderElementsOf(norms);
            assertThat(CommandsOnDatabase.volumes(board)).as(directory).containsExactlyInAnyOrderElementsOf(volumes);
            System.out.printf("## %s: %s; %d norms and %d volumes as published%n", directory, read.said().lines().findFirst().orElseThrow(), norms.size(), volumes.size());
        }
    }
}
