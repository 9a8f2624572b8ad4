package be.dossierwerk.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The clock of a machine that is wrong, beside a database that is right. */
class MovableClockTest {

    private static final Instant TRUTH = Instant.parse("2026-11-22T22:30:00Z");

    private final Clock machine = Clock.fixed(TRUTH.plus(Duration.ofHours(1)), MovableClock.BRUSSELS);
    private final MovableClock clock = new MovableClock(machine);
    private final JdbcClient database = mock(JdbcClient.class, RETURNS_DEEP_STUBS);

    @Test
    void the_day_is_that_of_the_database_before_anybody_asks() {
        databaseSays(TRUTH);
        List<Instant> told = new ArrayList<>();
        clock.follow(told::add);
        new FollowDatabaseClock(database, clock);

        assertThat(clock.instant()).isEqualTo(TRUTH);
        assertThat(clock.real()).isEqualTo(TRUTH);
        assertThat(clock.withZone(ZoneOffset.UTC).instant()).isEqualTo(TRUTH);
        assertThat(java.time.LocalDate.now(clock)).isEqualTo("2026-11-22");
        assertThat(clock.isMoved()).isFalse();
        assertThat(told).containsExactly(TRUTH);
    }

    @Test
    void the_way_to_the_database_is_no_difference() {
        databaseSays(machine.instant().plusMillis(900));
        new FollowDatabaseClock(database, clock);

        assertThat(clock.correction()).isZero();
    }

    @Test
    void a_clock_that_goes_wrong_later_is_set_right_again_and_demo_data_still_move_it() {
        databaseSays(machine.instant());
        FollowDatabaseClock follow = new FollowDatabaseClock(database, clock);
        databaseSays(TRUTH);
        follow.follow();
        assertThat(clock.correction()).isEqualTo(Duration.ofHours(-1));

        clock.moveTo(TRUTH.minus(Duration.ofDays(100)));
        assertThat(clock.instant()).isCloseTo(TRUTH.minus(Duration.ofDays(100)), within(1, ChronoUnit.SECONDS));
        assertThat(clock.real()).isEqualTo(TRUTH);
        clock.release();
        assertThat(clock.instant()).isEqualTo(TRUTH);
    }

    private void databaseSays(Instant time) {
        when(database.sql(anyString()).query(OffsetDateTime.class).single()).thenReturn(time.atOffset(ZoneOffset.UTC));
    }
}
