package be.dossierwerk.deadline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Working days and holidays as the law on terms sees them (procedures.md 4.5): no substitute days, and 2 and 15 November and 26 December are worked. */
public final class BelgianCalendar {

    /** Which calendar an account was computed with; another list of holidays is another version. */
    public static final String VERSION = "BE-1974";

    private static final MonthDay FLEMISH_HOLIDAY = MonthDay.of(Month.JULY, 11);
    private static final Map<Integer, Set<LocalDate>> HOLIDAYS = new ConcurrentHashMap<>();

    private BelgianCalendar() { }

    static boolean isWorking(LocalDate day) {
        return isWeekday(day) && !legalHolidays(day.getYear()).contains(day);
    }

    /** The ten legal holidays of a year, apart from the Sundays. */
    static Set<LocalDate> legalHolidays(int year) {
        return HOLIDAYS.computeIfAbsent(year, BelgianCalendar::holidaysOf);
    }

    /** That day itself, or the first working day after it when the rule moves it. */
    static LocalDate roll(LocalDate day, RollRule rule) {
        LocalDate rolled = day;
        while (rule != RollRule.NONE && (!isWorking(rolled)
                || rule == RollRule.LEGAL_AND_DECRETAL && MonthDay.from(rolled).equals(FLEMISH_HOLIDAY))) {
            rolled = rolled.plusDays(1);
        }
        return rolled;
    }

    /** Number of days after {@code after}, up to and including {@code upto}; never negative. */
    static int calendarDays(LocalDate after, LocalDate upto) {
        return Math.max(0, Math.toIntExact(ChronoUnit.DAYS.between(after, upto)));
    }

    /** Number of working days after {@code after}, up to and including {@code upto}; never negative. */
    static int workingDays(LocalDate after, LocalDate upto) {
        if (!upto.isAfter(after)) {
            return 0;
        }
        long days = weekdaysUntil(upto) - weekdaysUntil(after);
        for (int year = after.getYear(); year <= upto.getYear(); year++) {
            days -= legalHolidays(year).stream()
                    .filter(day -> isWeekday(day) && day.isAfter(after) && !day.isAfter(upto)).count();
        }
        return Math.toIntExact(days);
    }

    /** The {@code count}-th working day after that day. */
    public static LocalDate workingDay(LocalDate after, int count) {
        LocalDate day = after;
        for (int left = count; left > 0;) {
            day = day.plusDays(1);
            if (isWorking(day)) {
                left--;
            }
        }
        return day;
    }

    /** Easter Sunday of a Gregorian year (Meeus, Jones, Butcher). */
    static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int g = (b - (b + 8) / 25 + 1) / 3;
        int h = (19 * a + b - b / 4 - g + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int n = h + l - 7 * m + 114;
        return LocalDate.of(year, n / 31, n % 31 + 1);
    }

    private static Set<LocalDate> holidaysOf(int year) {
        LocalDate easter = easter(year);
        // Ascension can fall on 1 May (2008), so the days may repeat.
        return Set.copyOf(List.of(LocalDate.of(year, 1, 1), easter.plusDays(1), LocalDate.of(year, 5, 1), easter.plusDays(39),
                easter.plusDays(50), LocalDate.of(year, 7, 21), LocalDate.of(year, 8, 15), LocalDate.of(year, 11, 1),
                LocalDate.of(year, 11, 11), LocalDate.of(year, 12, 25)));
    }

    private static boolean isWeekday(LocalDate day) {
        return day.getDayOfWeek().getValue() < DayOfWeek.SATURDAY.getValue();
    }

    /** Weekdays since a fixed Monday: whole weeks give five each. */
    private static long weekdaysUntil(LocalDate day) {
        long sinceMonday = day.toEpochDay() + 3;      // 29 December 1969 was a Monday
        long weeks = Math.floorDiv(sinceMonday, 7L);
        return 5 * weeks + Math.min(sinceMonday - 7 * weeks, 4);
    }
}
