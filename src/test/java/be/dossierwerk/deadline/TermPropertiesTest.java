package be.dossierwerk.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TimeZone;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What holds for every term, tried on many random ones; the seed is fixed, so that a failure comes back. */
class TermPropertiesTest {

    private static final int TRIES = 5_000;
    private static final TimeZone HERE = TimeZone.getDefault();

    private final Random random = new Random(20261121);

    @AfterEach
    void time_zone_as_it_was() {
        TimeZone.setDefault(HERE);
    }

    @Test
    void pauses_may_be_written_down_in_any_order() {
        tries().forEach(i -> {
            TermFacts facts = facts();
            List<Pause> shuffled = new ArrayList<>(facts.pauses());
            Collections.shuffle(shuffled, random);
            LocalDate asOf = day(facts.start());
            assertThat(TermAccount.of(with(facts, shuffled), asOf)).isEqualTo(TermAccount.of(facts, asOf));
        });
    }

    @Test
    void two_pauses_that_touch_or_overlap_are_one() {
        tries().forEach(i -> {
            TermFacts facts = facts();
            LocalDate opened = day(facts.start());
            LocalDate middle = opened.plusDays(random.nextInt(30));
            LocalDate closed = middle.plusDays(random.nextInt(30));
            LocalDate asOf = day(facts.start());
            TermAccount one = TermAccount.of(plus(facts, new Pause(opened, closed)), asOf);
            TermAccount two = TermAccount.of(plus(plus(facts, new Pause(opened, middle)), new Pause(middle.minusDays(random.nextInt(3)), closed)), asOf);
            if (!middle.minusDays(2).isBefore(opened)) {
                assertThat(two).isEqualTo(one);
            }
        });
    }

    @Test
    void one_more_pause_never_brings_the_last_day_nearer() {
        tries().forEach(i -> {
            TermFacts facts = facts();
            LocalDate opened = day(facts.start());
            LocalDate before = TermAccount.of(facts, facts.start()).nominalDue();
            LocalDate after = TermAccount.of(plus(facts, new Pause(opened, opened.plusDays(random.nextInt(60)))), facts.start()).nominalDue();
            // Pushed behind a pause that is still open, the last day is no longer known.
            assertThat(after == null || before != null && !after.isBefore(before)).as("%s", facts).isTrue();
        });
    }

    @Test
    void a_day_later_never_counts_less_and_never_more_than_one_day() {
        tries().forEach(i -> {
            TermFacts facts = facts();
            LocalDate asOf = day(facts.start());
            int step = TermAccount.of(facts, asOf.plusDays(1)).countedDays() - TermAccount.of(facts, asOf).countedDays();
            assertThat(step).isBetween(0, 1);
        });
    }

    @Test
    void the_account_is_the_same_wherever_the_server_stands() {
        List<TermFacts> cases = tries().mapToObj(i -> facts()).limit(500).toList();
        List<TermAccount> here = cases.stream().map(facts -> TermAccount.of(facts, facts.start().plusDays(50))).toList();
        for (String zone : List.of("Pacific/Kiritimati", "America/Los_Angeles", "UTC", "Africa/Casablanca")) {
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            assertThat(cases.stream().map(facts -> TermAccount.of(facts, facts.start().plusDays(50))).toList()).as(zone).isEqualTo(here);
        }
    }

    private static IntStream tries() {
        return IntStream.range(0, TRIES);
    }

    private TermFacts facts() {
        TermUnit unit = TermUnit.values()[random.nextInt(TermUnit.values().length)];
        LocalDate start = LocalDate.of(1990, 1, 1).plusDays(random.nextInt(39_000));
        List<Pause> pauses = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            LocalDate opened = day(start);
            pauses.add(new Pause(opened, random.nextInt(12) == 0 ? null : opened.plusDays(random.nextInt(50))));
        }
        return new TermFacts(unit, 1 + random.nextInt(unit == TermUnit.CALENDAR_DAYS ? 200 : 24), MonthRule.values()[random.nextInt(2)],
                TermClock.values()[random.nextInt(2)], RollRule.values()[random.nextInt(3)], start, pauses, random.nextInt(3) * 7);
    }

    private LocalDate day(LocalDate start) {
        return start.plusDays(random.nextInt(260) - 20);
    }

    private static TermFacts plus(TermFacts facts, Pause pause) {
        List<Pause> pauses = new ArrayList<>(facts.pauses());
        pauses.add(pause);
        return with(facts, pauses);
    }

    private static TermFacts with(TermFacts facts, List<Pause> pauses) {
        return new TermFacts(facts.unit(), facts.amount(), facts.monthRule(), facts.clock(), facts.roll(), facts.start(), pauses, facts.extensionDays());
    }
}
