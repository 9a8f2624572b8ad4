package be.dossierwerk.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.shared.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The engine's timers go by the product's clock, moved or set right. */
@DossierwerkTest
class EngineClockTest {

    @Autowired private MovableClock clock;

    @AfterEach
    void the_real_time_again() {
        clock.correct(Instant.now());
        clock.release();
    }

    @Test
    void a_moved_clock_stops_the_engine_there_and_a_released_one_lets_it_go_on() throws InterruptedException {
        Instant moved = Instant.parse("2027-02-01T08:00:00Z");
        clock.moveTo(moved);
        assertThat(ClockUtil.now()).isEqualTo(moved);

        clock.release();
        Instant first = ClockUtil.now().toInstant();
        Thread.sleep(20);
        assertThat(ClockUtil.now().toInstant()).isAfter(first).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void timers_of_a_machine_with_a_wrong_clock_wait_for_the_right_time() {
        Instant truth = Instant.now().minus(Duration.ofHours(1));
        clock.correct(truth);
        assertThat(ClockUtil.now().toInstant()).isCloseTo(truth, within(1, ChronoUnit.MINUTES));
    }
}
