package be.dossierwerk.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BelgianCalendarTest {

    private static final BelgianCalendar LEGAL = BelgianCalendar.LEGAL;

    @ParameterizedTest(name = "posted {0}: third working day {1}, {2}")
    @CsvSource({
        "2027-03-08, 2027-03-11, Monday to Thursday",
        "2027-03-12, 2027-03-17, over a weekend",
        "2027-03-13, 2027-03-17, posted on a Saturday",
        "2027-03-25, 2027-03-31, over Easter Monday 29 March",
        "2027-05-05, 2027-05-11, over Ascension Day 6 May",
        "2027-05-13, 2027-05-19, over Whit Monday 17 May",
        "2027-07-20, 2027-07-26, over 21 July and a weekend",
        "2026-12-23, 2026-12-29, over Christmas and a weekend",
        "2026-12-31, 2027-01-06, over New Year and a weekend",
        "2026-11-10, 2026-11-16, over 11 November",
        "2024-03-29, 2024-04-04, over Easter Monday 1 April 2024"
    })
    void counts_working_days_over_weekends_and_the_legal_holidays(LocalDate posted, LocalDate third, String why) {
        assertThat(LEGAL.workingDay(posted, 3)).as(why).isEqualTo(third);
    }

    @ParameterizedTest(name = "{0} holiday={1}: {2} due on {3}")
    @CsvSource({
        "2027-05-07, true,  CALENDAR_DAYS, 2027-04-30,  7, 2027-05-07, 2027-05-10, a last day that becomes a holiday rolls over the weekend",
        "2027-05-07, true,  CALENDAR_DAYS, 2027-04-30,  6, 2027-05-07, 2027-05-10, a last day on Ascension rolls over the new holiday too",
        "2027-05-03, true,  CALENDAR_DAYS, 2027-04-30,  7, 2027-05-07, 2027-05-07, a holiday halfway does not move calendar days",
        "2027-05-03, true,  WORKING_DAYS,  2027-04-30,  3, 2027-05-05, 2027-05-07, a holiday halfway moves working days over Ascension",
        "2027-05-08, true,  WORKING_DAYS,  2027-05-05,  3, 2027-05-11, 2027-05-11, a holiday on a Saturday moves nothing",
        "2027-05-17, false, WORKING_DAYS,  2027-05-13,  3, 2027-05-19, 2027-05-18, Whit Monday at work brings the last day nearer",
        "2027-05-17, false, CALENDAR_DAYS, 2027-05-03, 14, 2027-05-18, 2027-05-17, a last day on Whit Monday stays",
        "2027-05-03, true,  WORKING_DAY_OF_MONTH, 2027-05-20, 2, 2027-05-04, 2027-05-05, the second working day of the month"
    })
    void the_account_follows_the_calendar_of_its_facts(LocalDate day, boolean holiday, TermUnit unit, LocalDate start, int amount, LocalDate by,
                                                       LocalDate then, String why) {
        TermFacts facts = new TermFacts(unit, amount, MonthRule.A, TermClock.TOTAL, RollRule.LEGAL, start, List.of(), 0);
        BelgianCalendar changed = LEGAL.with(day, holiday);

        assertThat(TermAccount.of(facts, start).effectiveDue()).as(why).isEqualTo(by);
        assertThat(TermAccount.of(facts.under(changed), start).effectiveDue()).as(why).isEqualTo(then);
        List<TermDay> days = TermDay.of(facts.under(changed), List.of(), then);
        if (unit != TermUnit.WORKING_DAY_OF_MONTH) {
            assertThat(days).last().satisfies(last -> assertThat(last.date()).isEqualTo(then));
            assertThat(days.stream().filter(each -> each.why() == TermDay.Why.HOLIDAY && each.date().equals(day)).count())
                    .isEqualTo(holiday && !day.isAfter(then) ? 1 : 0);
        }
    }

    @Test
    void each_change_is_another_version_and_the_one_before_stays_as_it_was() {
        LocalDate added = LocalDate.of(2027, 5, 7);
        BelgianCalendar first = LEGAL.with(added, true);
        BelgianCalendar second = first.with(LocalDate.of(2027, 5, 17), false);
        BelgianCalendar back = second.with(added, false);

        assertThat(List.of(LEGAL.version(), first.version(), second.version(), back.version())).containsExactly("BE-1974", "BE-1974+1", "BE-1974+2", "BE-1974+3");
        assertThat(LEGAL.isWorking(added)).isTrue();
        assertThat(first.isWorking(added)).isFalse();
        assertThat(back.isWorking(added)).isTrue();
        assertThat(back.exceptions(LocalDate.MIN, LocalDate.MAX)).containsOnlyKeys(LocalDate.of(2027, 5, 17));
        assertThat(second.legalHolidays(2028)).isEqualTo(LEGAL.legalHolidays(2028));
        assertThat(second.legalHolidays(2027)).hasSize(10);
        assertThat(first).isEqualTo(LEGAL.with(added, true)).hasSameHashCodeAs(LEGAL.with(added, true)).isNotEqualTo(LEGAL).isNotEqualTo(back);
        assertThatThrownBy(() -> LEGAL.with(LocalDate.of(2027, 5, 9), false)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void working_days_are_those_that_one_finds_day_by_day_also_under_changed_calendars() {
        Random random = new Random(1974);
        for (int i = 0; i < 500; i++) {
            BelgianCalendar calendar = LEGAL;
            LocalDate after = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(4000));
            for (int changes = random.nextInt(5); changes > 0; changes--) {
                LocalDate day = after.plusDays(random.nextInt(400));
                calendar = day.getDayOfWeek().getValue() == 7 ? calendar : calendar.with(day, random.nextBoolean());
            }
            LocalDate upto = after.plusDays(random.nextInt(800));
            assertThat(calendar.workingDays(after, upto)).as("%s: %s to %s", calendar, after, upto)
                    .isEqualTo((int) after.plusDays(1).datesUntil(upto.plusDays(1)).filter(calendar::isWorking).count());
        }
    }

    @Test
    void a_check_number_from_before_the_calendar_could_change_still_comes_back_and_every_calendar_has_its_own() {
        LocalDate start = LocalDate.of(2027, 4, 30);
        TermRule rule = new TermRule("T-HOR-01", 1, "Verweer van de onderneming", "ADMINISTRATIEF", TermUnit.CALENDAR_DAYS, 14, MonthRule.A, java.util.Set.of(),
                RollRule.LEGAL, false, null);
        DossierTerm term = new DossierTerm(1, "D-1", rule, start, null, 0, List.of(), LEGAL);
        BelgianCalendar within = LEGAL.with(LocalDate.of(2027, 5, 7), true);
        BelgianCalendar outside = LEGAL.with(LocalDate.of(2029, 5, 7), true);

        // SHA-256 of "T-HOR-01@1 TermFacts[unit=CALENDAR_DAYS, amount=14, monthRule=A, clock=TOTAL, roll=LEGAL, start=2027-04-30, pauses=[],
        // extensionDays=0] BE-1974", on one line.
        assertThat(term.inputsHash()).isEqualTo("61539a6550e0366f5a55f0a594f6bb943afbadf270e74b1619a87d0a0becb7bd");
        assertThat(List.of(term.inputsHash(), term.under(within).inputsHash(), term.under(outside).inputsHash(),
                term.under(LEGAL.with(LocalDate.of(2027, 5, 3), true)).inputsHash())).doesNotHaveDuplicates();
        assertThat(term.under(outside).calendarChanges()).isEmpty();
        assertThat(term.under(within).calendarChanges()).containsOnlyKeys(LocalDate.of(2027, 5, 7));
    }
}
