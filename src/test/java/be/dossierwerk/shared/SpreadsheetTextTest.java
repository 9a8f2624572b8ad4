package be.dossierwerk.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a spreadsheet would calculate is text in ours. */
class SpreadsheetTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "\n=1", "\0=1", "\uFF1D1+1", "\uFF0B1", "\uFF0D1", "\uFF201"})
    void what_begins_as_a_formula_gets_an_apostrophe(String text) {
        assertThat(SpreadsheetText.harmless(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"Poets bv", "a=1", "1-2", "'=1"})
    void other_text_stays_as_it_is(String text) {
        assertThat(SpreadsheetText.harmless(text)).isEqualTo(text);
    }

    @Test
    void who_writes_csv_asks_for_it() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            List<String> without = sources.filter(path -> path.toString().endsWith(".java")).filter(path -> {
                String source = read(path);
                return source.contains(".printRecord(") && !source.contains("SpreadsheetText.");
            }).map(path -> path.getFileName().toString()).toList();

            assertThat(without).isEmpty();
        }
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
