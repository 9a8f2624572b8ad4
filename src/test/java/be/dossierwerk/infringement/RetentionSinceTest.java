package be.dossierwerk.infringement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Since when is told as it is held back now: each line of the ledger has the day on which it was written. */
class RetentionSinceTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "INGESTELD VOLLEDIG 2027-01-01 | 2027-01-01",
            "INGESTELD VOLLEDIG 2027-01-01, BEHOUDEN VOLLEDIG 2027-04-01 | 2027-01-01",
            "INGESTELD VOLLEDIG 2027-01-01, VERLAAGD EUR5 2027-04-01 | 2027-04-01",
            "INGESTELD VOLLEDIG 2027-01-01, VERLAAGD EUR5 2027-04-01, BEHOUDEN EUR5 2027-07-01 | 2027-04-01",
            "INGESTELD EUR5 2027-01-01, OPGEHEVEN EUR5 2027-04-01, HERSTELD EUR5 2027-05-01, BEHOUDEN EUR5 2027-08-01 | 2027-05-01"})
    void the_unbroken_run_of_the_same_kind_counts(String lines, LocalDate since) {
        assertThat(Retentions.since(Stream.of(lines.split(", ")).map(line -> line.split(" "))
                .map(line -> new Retentions.Line(line[0], line[1], LocalDate.parse(line[2]), null, BigDecimal.ZERO, "", "")).toList())).isEqualTo(since);
    }
}
