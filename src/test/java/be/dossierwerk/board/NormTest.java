package be.dossierwerk.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of the yearly table, case by case. */
class NormTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CALENDAR_DAYS        | 20    | 2020-03-02 | 2020-03-22 | true
            CALENDAR_DAYS        | 20    | 2020-03-02 | 2020-03-23 | false
            MONTHS               | 3     | 2019-11-30 | 2020-02-29 | true
            MONTHS               | 3     | 2019-11-30 | 2020-03-01 | false
            MONTHS               | 4.5   | 2020-01-31 | 2020-06-15 | true
            MONTHS               | 4.5   | 2020-01-31 | 2020-06-16 | false
            DAY_OF_NEXT_MONTH    | 15    | 2019-12-31 | 2020-01-15 | true
            DAY_OF_NEXT_MONTH    | 15    | 2019-12-31 | 2020-01-16 | false
            DAY_OF_MONTH         | 7     | 2020-05-01 | 2020-05-07 | true
            DAY_OF_MONTH         | 7     | 2020-05-01 | 2020-05-08 | false
            WORKING_DAY_OF_MONTH | 1     | 2020-05-01 | 2020-05-04 | true
            WORKING_DAY_OF_MONTH | 1     | 2020-05-01 | 2020-05-05 | false
            WORKING_DAY_OF_MONTH | 10    | 2020-04-01 | 2020-04-15 | true
            CALENDAR_DATE        | 30/04 | 2019-10-01 | 2020-04-30 | true
            CALENDAR_DATE        | 30/04 | 2019-10-01 | 2020-05-01 | false
            CALENDAR_DATE        | 30/04 | 2020-04-30 | 2021-04-30 | true
            MINIMUM_DAYS         | 54    | 2020-01-01 | 2020-02-24 | true
            MINIMUM_DAYS         | 54    | 2020-01-01 | 2020-02-23 | false""")
    void a_stop_on_the_last_day_is_in_time(Limit.Unit unit, String value, String from, String to, boolean met) {
        assertThat(norm(unit, value, false).judge(life("COMPLETE " + from + "T16:00", "DECIDED " + to + "T09:00")).orElseThrow().met()).isEqualTo(met);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PAUSED 03-05, RESUMED 03-10                                | 5
            PAUSED 03-05, RESUMED 03-05                                | 0
            PAUSED 03-05, RESUMED 03-09, RESUMED 03-12                 | 7
            PAUSED 03-05, PAUSED 03-07, RESUMED 03-09, RESUMED 03-12   | 7
            PAUSED 03-05, RESUMED 03-08, PAUSED 03-08, RESUMED 03-10   | 5
            PAUSED 02-01, RESUMED 03-05                                | 3
            PAUSED 03-28                                               | 4
            PAUSED 02-01, RESUMED 02-20                                | 0""")
    void a_pause_takes_the_day_after_it_began_up_to_the_day_it_ended(String pauses, int paused) {
        Norm.Account account = norm(Limit.Unit.CALENDAR_DAYS, "30", true).judge(life(("COMPLETE 2020-03-02T08:00," + years(pauses) + ",DECIDED 2020-04-01T23:00").split(","))).orElseThrow();

        assertThat(account.paused()).isEqualTo(paused);
        assertThat(account.used()).isEqualTo(30 - paused);
        assertThat(account.last()).isEqualTo(java.time.LocalDate.of(2020, 4, 1).plusDays(paused));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CALENDAR_DAYS     | 20    | 2020-03-27 | true
            CALENDAR_DAYS     | 20    | 2020-03-28 | false
            MONTHS            | 1     | 2020-04-07 | true
            MONTHS            | 1     | 2020-04-08 | false
            DAY_OF_NEXT_MONTH | 15    | 2020-04-20 | true
            DAY_OF_NEXT_MONTH | 15    | 2020-04-21 | false""")
    void a_pause_of_five_days_moves_the_last_day_of_every_limit_by_five(Limit.Unit unit, String value, String to, boolean met) {
        Life life = life("COMPLETE 2020-03-02T08:00", "PAUSED 2020-03-05T12:00", "RESUMED 2020-03-10T12:00", "DECIDED " + to + "T09:00");

        Norm.Account account = norm(unit, value, true).judge(life).orElseThrow();

        assertThat(account.met()).isEqualTo(met);
        assertThat(account.last().isBefore(java.time.LocalDate.parse(to))).isEqualTo(!met);
    }

    @Test
    void hours_are_counted_between_the_moments_without_pauses() {
        Norm norm = norm(Limit.Unit.HOURS, "36", true);

        assertThat(norm.judge(life("COMPLETE 2020-03-02T08:00", "DECIDED 2020-03-03T20:00")).orElseThrow().met()).isTrue();
        assertThat(norm.judge(life("COMPLETE 2020-03-02T08:00", "DECIDED 2020-03-03T20:01")).orElseThrow().met()).isFalse();
        assertThat(norm.judge(life("COMPLETE 2020-03-02T08:00", "PAUSED 2020-03-03T10:00", "RESUMED 2020-03-03T10:01", "DECIDED 2020-03-03T20:01")).orElseThrow().met()).isTrue();
    }

    @Test
    void who_is_of_another_kind_or_not_at_its_end_does_not_count() {
        Norm norm = norm(Limit.Unit.CALENDAR_DAYS, "20", false);

        assertThat(norm.judge(life("COMPLETE 2020-03-02T08:00"))).isEmpty();
        assertThat(norm.judge(life("DECIDED 2020-03-02T08:00"))).isEmpty();
        assertThat(norm.judge(new Life("D", "DC", "FOLLOW_UP", "ONLINE", life("COMPLETE 2020-03-02T08:00", "DECIDED 2020-03-02T09:00").events()))).isEmpty();
        assertThat(norm.judge(new Life("D", "OFDC", "FIRST", "ONLINE", life("COMPLETE 2020-03-02T08:00", "DECIDED 2020-03-02T09:00").events()))).isEmpty();
    }

    private static String years(String pauses) {
        return pauses.replaceAll("(PAUSED|RESUMED) ", "$12020-").replaceAll("(PAUSED|RESUMED)2020", "$1 2020").replaceAll("(\\d\\d-\\d\\d)(,|$)", "$1T12:00$2").replace(", ", ",");
    }

    private static Norm norm(Limit.Unit unit, String value, boolean withoutPauses) {
        return new Norm("DC-1", 1, 1, "DC", "COMPLETE", "DECIDED", new Limit(unit, value), withoutPauses, "type=FIRST|MERGER;channel=ONLINE", "DECIDED");
    }

    private static Life life(String... events) {
        return new Life("D", "DC", "FIRST", "ONLINE", Arrays.stream(events).map(event -> event.strip().split(" ")).map(parts -> new Life.Event(parts[0], LocalDateTime.parse(parts[1]))).toList());
    }
}
