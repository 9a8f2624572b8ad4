package be.dossierwerk.deadline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Working days and holidays as the law on terms sees them (procedures.md 4.5): no substitute days, and 2 and 15 November and 26 December are worked.
 * A value that never changes: another list of holidays is another calendar, with another version.
 */
public final class BelgianCalendar {

    /** The legal holidays, before any day was changed. */
    public static final BelgianCalendar LEGAL = new BelgianCalendar(0, new TreeMap<>());

    private static final String LEGAL_VERSION = "BE-1974";
    private static final MonthDay FLEMISH_HOLIDAY = MonthDay.of(Month.JULY, 11);

    private final int number;
    private final NavigableMap<LocalDate, Boolean> exceptions;
    private final Map<Integer, Set<LocalDate>> holidays = new ConcurrentHashMap<>();

    private BelgianCalendar(int number, NavigableMap<LocalDate, Boolean> exceptions) {
        this.number = number;
        this.exceptions = exceptions;
    }

    /**
     * The next version, in which that day is a legal holiday, or no longer one.
     * @throws IllegalArgumentException for a Sunday that would be no holiday: the law has no such day
     */
    BelgianCalendar with(LocalDate day, boolean holiday) {
        if (!holiday && day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            throw new IllegalArgumentException(day + " is a Sunday, which is a legal holiday by itself");
        }
        NavigableMap<LocalDate, Boolean> next = new TreeMap<>(exceptions);
        if (LEGAL.legalHolidays(day.getYear()).contains(day) == holiday) {
            next.remove(day);
        } else {
            next.put(day, holiday);
        }
        return new BelgianCalendar(number + 1, next);
    }

    /** How many changes of a day this calendar knows. */
    int number() {
        return number;
    }

    /** Which calendar an account was computed with, such as {@code BE-1974} or, after two changes, {@code BE-1974+2}. */
    public String version() {
        return number == 0 ? LEGAL_VERSION : LEGAL_VERSION + "+" + number;
    }

    /** The days from the first to the last, both included, that differ from {@link #LEGAL}, with whether they are a holiday. */
    NavigableMap<LocalDate, Boolean> exceptions(LocalDate first, LocalDate last) {
        return first.isAfter(last) ? new TreeMap<>() : exceptions.subMap(first, true, last, true);
    }

    public boolean isWorking(LocalDate day) {
        return isWeekday(day) && !isHoliday(day);
    }

    /** Whether it is one of the legal holidays that are no Sunday by nature. */
    boolean isHoliday(LocalDate day) {
        return legalHolidays(day.getYear()).contains(day);
    }

    /** The legal holidays of a year, apart from the Sundays. */
    Set<LocalDate> legalHolidays(int year) {
        Set<LocalDate> known = holidays.get(year);
        return known != null ? known : holidays.computeIfAbsent(year, this::holidaysOf);
    }

    /** That day itself, or the first working day after it when the rule moves it. */
    LocalDate roll(LocalDate day, RollRule rule) {
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
    int workingDays(LocalDate after, LocalDate upto) {
        if (!upto.isAfter(after)) {
            return 0;
        }
        long days = weekdaysUntil(upto) - weekdaysUntil(after);
        for (int year = after.getYear(); year <= upto.getYear(); year++) {
            for (LocalDate day : legalHolidays(year)) {
                if (isWeekday(day) && day.isAfter(after) && !day.isAfter(upto)) {
                    days--;
                }
            }
        }
        return Math.toIntExact(days);
    }

    /** The {@code count}-th working day after that day. */
    public LocalDate workingDay(LocalDate after, int count) {
        LocalDate day = after;
        for (int left = count; left > 0;) {
            day = day.plusDays(1);
            if (isWorking(day)) {
                left--;
            }
        }
        return day;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BelgianCalendar that && number == that.number && exceptions.equals(that.exceptions);
    }

    @Override
    public int hashCode() {
        return 31 * number + exceptions.hashCode();
    }

    @Override
    public String toString() {
        return version() + exceptions;
    }

    private Set<LocalDate> holidaysOf(int year) {
        Map<LocalDate, Boolean> changed = exceptions(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
        if (changed.isEmpty() && this != LEGAL) {
            return LEGAL.legalHolidays(year);
        }
        // Ascension can fall on 1 May (2008), so the days may repeat.
        Set<LocalDate> days = Arrays.stream(LegalHoliday.values()).map(each -> each.in(year)).collect(Collectors.toCollection(HashSet::new));
        changed.forEach((day, holiday) -> {
            if (holiday) {
                days.add(day);
            } else {
                days.remove(day);
            }
        });
        return Set.copyOf(days);
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
