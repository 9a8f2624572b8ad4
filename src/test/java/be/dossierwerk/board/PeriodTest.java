package be.dossierwerk.board;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.board.ShowBoard.NormLine;
import be.dossierwerk.board.ShowBoard.Period;
import be.dossierwerk.board.ShowBoard.Result;
import be.dossierwerk.board.ShowBoard.Standing;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2020-01-01, 2020-12-31, YEAR,    2019-01-01, 2019-12-31",
        "2020-04-01, 2020-06-30, QUARTER, 2019-04-01, 2019-06-30",
        "2020-02-01, 2020-02-29, MONTH,   2019-02-01, 2019-02-28",
        "2021-02-01, 2021-02-28, MONTH,   2020-02-01, 2020-02-29",
        "2020-01-01, 2020-01-31, MONTH,   2019-01-01, 2019-01-31",
        "2020-02-29, 2020-03-15, DAYS,    2019-02-28, 2019-03-15",
        "2019-01-01, 2020-12-31, DAYS,    2018-01-01, 2019-12-31",
        "2020-02-01, 2020-04-30, DAYS,    2019-02-01, 2019-04-30",
        "2020-05-12, 2020-05-12, DAYS,    2019-05-12, 2019-05-12"})
    void a_period_has_a_name_and_a_year_before(LocalDate from, LocalDate to, Period.Span span, LocalDate beforeFrom, LocalDate beforeTo) {
        assertThat(new Period(from, to).span()).isEqualTo(span);
        assertThat(new Period(from, to).yearBefore()).isEqualTo(new Period(beforeFrom, beforeTo));
    }

    /** As in the published table: KR-1 (99.6 of 100) counts as reached, AG-1 (99.1) does not, BEV-3 (98.9 of 99) does, BK-1 (71 of 80) is under nine tenths. */
    @ParameterizedTest
    @CsvSource({"100, 1, 1000, 996, MET", "100, 1, 351, 348, ALMOST", "99, 1, 1000, 989, MET", "80, 0, 100, 71, MISSED", "80, 0, 100, 72, ALMOST", "85, 0, 100, 87, MET", "100, 0, 0, 0, UNKNOWN"})
    void a_result_stands_beside_its_target_as_it_is_printed(BigDecimal target, int decimals, long counted, long met, Standing standing) {
        NormLine line = new NormLine("X-1", 1, "X", "X", "X", target, decimals, "INTERN", new Result(counted, met), new Result(0, 0));

        assertThat(line.standing()).isEqualTo(standing);
    }
}
