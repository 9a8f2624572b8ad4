package be.dossierwerk.security;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.DossierwerkTest;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is counted in the database is counted exactly, whoever counts at once. */
@DossierwerkTest
class LimitsTest {

    private static final int TIMES = 1_000;
    private static final Limit YEARLY = new Limit("test", 3, Duration.ofDays(365));

    @Autowired private Limits limits;
    @Autowired private JdbcClient jdbc;
    @Autowired private CurrentActor currentActor;
    @Autowired private DemoPeople people;

    @Test
    void a_thousand_times_from_eight_sides_is_a_thousand_times() throws Exception {
        String who = UUID.randomUUID().toString();
        Set<Integer> counted = ConcurrentHashMap.newKeySet();
        ExecutorService sides = Executors.newFixedThreadPool(8);
        try {
            for (var each : sides.invokeAll(IntStream.range(0, TIMES).<Callable<Boolean>>mapToObj(i -> () -> counted.add(limits.count(YEARLY, who).times())).toList())) {
                assertThat(each.get()).as("no number twice").isTrue();
            }
        } finally {
            sides.shutdownNow();
        }

        assertThat(counted).isEqualTo(IntStream.rangeClosed(1, TIMES).boxed().collect(Collectors.toSet()));
        assertThat(limits.now(YEARLY, who).times()).isEqualTo(TIMES);
        assertThat(limits.now(YEARLY, "another").times()).isZero();
    }

    @Test
    void a_new_period_begins_at_one_and_says_how_long_it_lasts() {
        String who = UUID.randomUUID().toString();
        Limit hourly = new Limit("test", 3, Duration.ofHours(1));
        limits.count(hourly, who);
        limits.count(hourly, who);
        jdbc.sql("update security_count set began_at = began_at - interval '1 hour' where of like 'test:%' and began_at > now() - interval '2 hours'").update();

        assertThat(limits.now(hourly, who).times()).isZero();
        Limits.Count next = limits.count(hourly, who);
        assertThat(next.times()).isEqualTo(1);
        assertThat(next.secondsLeft()).isBetween(1, 3_600);
    }

    @Test
    void who_did_it_stands_nowhere_and_is_forgotten_after_a_day() {
        limits.count(new Limit("forgotten", 1, Duration.ofMinutes(1)), "192.0.2.7");
        assertThat(jdbc.sql("select of from security_count where of like 'forgotten:%'").query(String.class).list()).singleElement().asString().matches("forgotten:[0-9a-f]{64}");

        jdbc.sql("update security_count set began_at = began_at - interval '25 hours' where of like 'forgotten:%'").update();
        limits.forget();

        assertThat(jdbc.sql("select count(*) from security_count where of like 'forgotten:%'").query(Integer.class).single()).isZero();
    }

    @Test
    void an_auditor_is_counted_too() {
        assertThat(currentActor.as(people.actor("ann"), () -> limits.count(YEARLY, "ann-" + UUID.randomUUID())).times()).isEqualTo(1);
    }
}
