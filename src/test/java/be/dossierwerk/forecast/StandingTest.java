package be.dossierwerk.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.board.Life;
import be.dossierwerk.board.Limit;
import be.dossierwerk.board.Norm;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The clock of an open dossier and the verdict of a finished one are the same clock. */
class StandingTest {

    @ParameterizedTest
    @CsvSource({"CALENDAR_DAYS, 30, true", "CALENDAR_DAYS, 60, false", "MONTHS, 4.5, false", "DAY_OF_NEXT_MONTH, 15, false", "DAY_OF_MONTH, 28, false", "WORKING_DAY_OF_MONTH, 10, false",
        "CALENDAR_DATE, 31/08, false", "HOURS, 36, true"})
    void nothing_is_left_exactly_when_the_norm_is_missed(Limit.Unit unit, String amount, boolean withoutPauses) {
        Norm norm = new Norm("X-1", 1, 1, "X", "COMPLETE", "DECIDED", new Limit(unit, amount), withoutPauses, "", "DECIDED");
        Random random = new Random(9);
        int missed = 0;
        for (int i = 0; i < 500; i++) {
            LocalDateTime start = LocalDateTime.of(2025, 1, 1, 0, 0).plusMinutes(random.nextInt(365 * 24 * 60));
            LocalDateTime stop = start.plusMinutes(random.nextInt(unit == Limit.Unit.HOURS ? 5 * 24 * 60 : 200 * 24 * 60));
            List<Life.Event> events = new ArrayList<>(List.of(new Life.Event("COMPLETE", start)));
            if (random.nextBoolean()) {
                LocalDateTime paused = start.plusSeconds((long) (random.nextDouble() * start.until(stop, java.time.temporal.ChronoUnit.SECONDS)));
                events.add(new Life.Event("PAUSED", paused));
                events.add(new Life.Event("RESUMED", paused.plusSeconds((long) (random.nextDouble() * paused.until(stop, java.time.temporal.ChronoUnit.SECONDS)))));
            }
            events.add(new Life.Event("DECIDED", stop));
            Life life = new Life("D", "X", "K", "ONLINE", events);
            boolean met = norm.judge(life).orElseThrow().met();

            assertThat(norm.standing(life, stop).left() >= 0).as("%s %s", start, stop).isEqualTo(met);
            missed += met ? 0 : 1;
        }
        assertThat(missed).isBetween(20, 499);
    }
}
