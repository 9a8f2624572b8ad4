package be.dossierwerk.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The interval of Wilson against values worked out by others (Newcombe 1998, table I; Brown, Cai and DasGupta 2001). */
class WilsonTest {

    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0.0000, 0.1611", "1, 29, 0.0061, 0.1718", "20, 20, 0.8389, 1.0000"})
    void bounds(int hits, int counted, double low, double high) {
        Wilson interval = Wilson.of(hits, counted);

        assertThat(interval.low()).isCloseTo(low, within(0.00006));
        assertThat(interval.high()).isCloseTo(high, within(0.00006));
        assertThat(interval.share()).isBetween(interval.low(), interval.high());
    }

    @Test
    void of_nothing_there_is_no_share() {
        assertThat(Wilson.of(0, 0)).isNull();
    }
}
