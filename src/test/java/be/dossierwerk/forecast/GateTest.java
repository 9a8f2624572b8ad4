package be.dossierwerk.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import be.dossierwerk.forecast.BackTest.Scored;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When chances are shown: enough cases, held, and sharper than the average. */
class GateTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    @ParameterizedTest
    @CsvSource({
        // dossiers, said low, said high, came low, came high
        "2000, 0.10, 0.60, 0.10, 0.60, OPEN",
        "  60, 0.10, 0.60, 0.10, 0.60, TE_WEINIG",
        "2000, 0.00, 0.01, 0.00, 0.00, TE_WEINIG",
        "2000, 0.10, 0.60, 0.30, 0.80, KALIBRATIE",
        "2000, 0.10, 0.60, 0.60, 0.10, KALIBRATIE",
        // Four points off: of many dossiers that is no accident.
        "5000, 0.10, 0.60, 0.14, 0.64, KALIBRATIE",
        "2000, 0.30, 0.30, 0.30, 0.30, SCHERPTE",
        "2000, 0.30, 0.32, 0.31, 0.31, SCHERPTE"})
    void a_gate_opens_only_for_chances_that_held_and_say_something(int dossiers, double saidLow, double saidHigh, double cameLow, double cameHigh, Gate gate) {
        List<Scored> scored = new ArrayList<>();
        for (int i = 0; i < dossiers; i++) {
            boolean low = i % 2 == 0;
            // As many as were meant, without chance.
            boolean missed = (i / 2) * 2.0 / dossiers < (low ? cameLow : cameHigh);
            scored.add(new Scored("D" + i, DAY, low ? saidLow : saidHigh, missed));
        }

        assertThat(Gate.of(Scores.of(scored, 1))).isEqualTo(gate);
    }

    @Test
    void the_figures_are_those_of_the_books() {
        List<Scored> scored = List.of(new Scored("A", DAY, 0.2, false), new Scored("B", DAY, 0.2, true), new Scored("C", DAY, 0.9, true), new Scored("D", DAY, 0.9, true));
        Scores scores = Scores.of(scored, 1);

        assertThat(scores.brier()).isCloseTo((0.04 + 0.64 + 0.01 + 0.01) / 4, within(1e-12));
        assertThat(scores.base()).isCloseTo(0.75 * 0.25, within(1e-12));
        assertThat(scores.skill()).isCloseTo(1 - 0.175 / 0.1875, within(1e-12));
        assertThat(scores.error()).isCloseTo(0.5 * 0.3 + 0.5 * 0.1, within(1e-12));
        assertThat(scores.bins()).extracting(Scores.Bin::from, Scores.Bin::count).containsExactly(org.assertj.core.groups.Tuple.tuple(20, 2), org.assertj.core.groups.Tuple.tuple(90, 2));
        // Sum of (o - p)(1 - 2p) over its own spread: -0.12 + 0.48 - 0.08 - 0.08.
        assertThat(scores.z()).isCloseTo(0.2 / Math.sqrt(0.12 * 0.12 + 0.48 * 0.48 + 2 * 0.08 * 0.08), within(1e-9));
    }

    @Test
    void a_dossier_that_is_predicted_twelve_times_is_one_dossier() {
        Random random = new Random(3);
        List<Scored> scored = new ArrayList<>();
        for (int dossier = 0; dossier < 60; dossier++) {
            boolean missed = random.nextBoolean();
            for (int month = 0; month < 12; month++) {
                scored.add(new Scored("D" + dossier, DAY.plusMonths(month), missed ? 0.9 : 0.1, missed));
            }
        }

        assertThat(Scores.of(scored, 1).dossiers()).isEqualTo(60);
        assertThat(Gate.of(Scores.of(scored, 1))).isEqualTo(Gate.TE_WEINIG);
    }
}
