package be.dossierwerk.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.bench.Figures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** How many accounts a second one thread computes from a file, reading and writing included. Run with {@code mvn -Pbench verify}. */
@ExtendWith(Figures.class)
class TermsBench {

    private static final int COPIES = 1_000;
    private static final int ROUNDS = 5;

    @TempDir private Path folder;

    @Test
    void accounts_a_second_of_the_golden_cases() throws IOException {
        List<String> rows;
        try (var in = TermsBench.class.getResourceAsStream("/terms/term_cases.csv")) {
            rows = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
        StringBuilder cases = new StringBuilder(rows.get(0)).append('\n');
        for (int copy = 0; copy < COPIES; copy++) {
            for (String row : rows.subList(1, rows.size())) {
                cases.append(copy).append('-').append(row).append('\n');
            }
        }
        Path file = Files.writeString(folder.resolve("cases.csv"), cases);
        int accounts = COPIES * (rows.size() - 1);
        for (int round = 1; round <= ROUNDS; round++) {
            ByteArrayOutputStream complaints = new ByteArrayOutputStream();
            long begin = System.nanoTime();
            int exit = TermsCommand.run(List.of(file.toString()), new PrintStream(OutputStream.nullOutputStream()), new PrintStream(complaints));
            double seconds = (System.nanoTime() - begin) / 1e9;
            assertThat(exit).isZero();
            assertThat(complaints.size()).isZero();
            Figures.add("accounts", "accounts of the terms command, round " + round, accounts, accounts, seconds, -1, -1,
                    "%.0f a second".formatted(accounts / seconds));
        }
    }
}
