package be.dossierwerk.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Accounts of terms against the reference results, and the shares of a term that the ladder uses. */
class TermAccountTest {

    /** One golden case and what the reference made of it. */
    record Golden(Map<String, String> given, Map<String, String> expected) {

        @Override
        public String toString() {
            return given.get("case_id") + " " + given.get("why");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("goldenCases")
    void account_equals_the_reference(Golden golden) {
        TermAccount account = TermAccount.of(facts(golden.given()), LocalDate.parse(golden.given().get("as_of")));

        Map<String, String> row = new HashMap<>();
        row.put("case_id", golden.given().get("case_id"));
        row.put("nominal_due", Objects.toString(account.nominalDue(), ""));
        row.put("effective_due", Objects.toString(account.effectiveDue(), ""));
        row.put("counted_days_at_as_of", String.valueOf(account.countedDays()));
        row.put("paused_days_at_as_of", String.valueOf(account.pausedDays()));
        row.put("remaining_days_at_as_of", Objects.toString(account.remainingDays(), ""));
        row.put("status", account.status().name());
        assertThat(row).isEqualTo(golden.expected());
    }

    /** The days, walked one by one, add up to the account that was computed with intervals. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("goldenCases")
    void the_days_one_by_one_agree_with_the_account(Golden golden) {
        TermFacts facts = facts(golden.given());
        LocalDate asOf = LocalDate.parse(golden.given().get("as_of"));
        TermAccount account = TermAccount.of(facts, asOf);
        List<FilePause> pauses = facts.pauses().stream().map(pause -> new FilePause(PauseGround.VERWEER, pause.opened(), pause.closed(), "")).toList();

        List<TermDay> days = TermDay.of(facts, pauses, asOf);

        List<TermDay> upToNow = days.stream().filter(day -> !day.date().isAfter(asOf)).toList();
        assertThat(upToNow.stream().filter(TermDay::counts).count()).isEqualTo(account.countedDays());
        assertThat(upToNow.stream().filter(day -> day.pause() != null).count()).isEqualTo(account.pausedDays());
        if (account.nominalDue() != null && account.nominalDue().isAfter(facts.start())) {
            TermDay last = days.stream().filter(day -> day.date().equals(account.nominalDue())).findFirst().orElseThrow();
            assertThat(last.mark()).isIn(TermDay.Mark.LAST, TermDay.Mark.LAST_BUT_ROLLS);
            // An extension of a term in working days is counted in calendar days, so only the others end on their number.
            if (facts.unit() != TermUnit.WORKING_DAYS || facts.extensionDays() == 0) {
                assertThat(last.total()).isEqualTo(account.totalDays());
            }
        }
        assertThat(days.stream().filter(day -> day.mark() == TermDay.Mark.ROLLED_LAST || day.mark() == TermDay.Mark.LAST).map(TermDay::date))
                .isSubsetOf(account.effectiveDue() == null ? List.of() : List.of(account.effectiveDue()));
    }

    @Test
    void all_three_hundred_golden_cases_are_there() {
        assertThat(goldenCases()).hasSize(300).extracting(golden -> golden.given().get("case_id")).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"120, 50, 60", "120, 75, 90", "120, 90, 108", "70, 75, 53", "5, 50, 3", "1, 90, 1", "0, 50, 0"})
    void a_share_is_reached_on_the_first_day_that_counts_it(int amount, int percent, int days) {
        LocalDate start = LocalDate.of(2027, 1, 4);

        assertThat(TermAccount.reaches(calendarDays(amount, start), percent)).isEqualTo(start.plusDays(days));
    }

    @Test
    void a_share_moves_with_a_closed_pause_and_is_unknown_behind_an_open_one() {
        LocalDate start = LocalDate.of(2027, 1, 4);
        Pause closed = new Pause(start.plusDays(10), start.plusDays(17));
        Pause open = new Pause(start.plusDays(70), null);

        assertThat(TermAccount.reaches(calendarDays(120, start, closed, open), 50)).isEqualTo(start.plusDays(67));
        assertThat(TermAccount.reaches(calendarDays(120, start, closed, open), 75)).isNull();
    }

    @Test
    void total_days_of_months_are_the_days_between_and_of_working_days_the_working_days() {
        LocalDate start = LocalDate.of(2027, 1, 29);

        assertThat(TermAccount.of(new TermFacts(TermUnit.MONTHS, 1, MonthRule.B, TermClock.TOTAL, RollRule.LEGAL, start, List.of(), 0), start)
                .totalDays()).isEqualTo(30);
        assertThat(TermAccount.of(new TermFacts(TermUnit.WORKING_DAYS, 5, MonthRule.A, TermClock.TOTAL, RollRule.NONE, start, List.of(), 0),
                start).totalDays()).isEqualTo(5);
    }

    private static TermFacts calendarDays(int amount, LocalDate start, Pause... pauses) {
        return new TermFacts(TermUnit.CALENDAR_DAYS, amount, MonthRule.A, TermClock.WSE, RollRule.NONE, start, List.of(pauses), 0);
    }

    private static TermFacts facts(Map<String, String> row) {
        List<Pause> pauses = Arrays.stream(row.get("pauses").split(";")).filter(text -> !text.isEmpty()).map(text -> {
            String[] days = text.split("\\.\\.", -1);
            return new Pause(LocalDate.parse(days[0]), days[1].isEmpty() ? null : LocalDate.parse(days[1]));
        }).toList();
        return new TermFacts(TermUnit.valueOf(row.get("unit")), Integer.parseInt(row.get("amount")), MonthRule.valueOf(row.get("month_rule")),
                TermClock.valueOf(row.get("clock")), RollRule.valueOf(row.get("roll")), LocalDate.parse(row.get("start")), pauses,
                Integer.parseInt(row.get("extension_days")));
    }

    static List<Golden> goldenCases() {
        List<Map<String, String>> cases = rows("/terms/term_cases.csv");
        List<Map<String, String>> accounts = rows("/terms/term_accounts.csv");
        assertThat(accounts).hasSameSizeAs(cases);
        List<Golden> golden = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            golden.add(new Golden(cases.get(i), accounts.get(i)));
        }
        return golden;
    }

    /** Rows by column name; the files hold no quoted fields. */
    private static List<Map<String, String>> rows(String file) {
        try (var reader = new BufferedReader(new InputStreamReader(TermAccountTest.class.getResourceAsStream(file), StandardCharsets.UTF_8))) {
            String[] columns = reader.readLine().split(",", -1);
            return reader.lines().map(line -> {
                String[] fields = line.split(",", -1);
                assertThat(fields).as(line).hasSameSizeAs(columns);
                Map<String, String> row = new HashMap<>();
                for (int i = 0; i < columns.length; i++) {
                    row.put(columns[i], fields[i]);
                }
                return row;
            }).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
