package be.dossierwerk.board;

import be.dossierwerk.deadline.BelgianCalendar;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How long something may take, or by which day it must have happened (history README, 4). Due days never move for weekends or holidays. */
public record Limit(Unit unit, String value) {

    public enum Unit { CALENDAR_DAYS, MONTHS, DAY_OF_NEXT_MONTH, DAY_OF_MONTH, WORKING_DAY_OF_MONTH, CALENDAR_DATE, MINIMUM_DAYS, HOURS }

    private static final DateTimeFormatter DAY_AND_MONTH = DateTimeFormatter.ofPattern("dd/MM");
    /** Half a month is fifteen days. */
    private static final int HALF_MONTH = 15;

    /** How much, as people write it: 4,5 in Dutch, 4.5 in English. */
    public static String written(String amount, Locale locale) {
        return locale.getLanguage().equals("en") ? amount : amount.replace('.', ',');
    }

    /** The last day that is in time, the first one for {@link Unit#MINIMUM_DAYS}; without pauses. Hours have no such day. */
    LocalDate day(LocalDate start) {
        return switch (unit) {
            case CALENDAR_DAYS, MINIMUM_DAYS -> start.plusDays(number());
            case MONTHS -> months(start);
            case DAY_OF_NEXT_MONTH -> start.withDayOfMonth(1).plusMonths(1).plusDays(number() - 1L);
            case DAY_OF_MONTH -> start.withDayOfMonth(number());
            case WORKING_DAY_OF_MONTH -> BelgianCalendar.LEGAL.workingDay(start.withDayOfMonth(1).minusDays(1), number());
            case CALENDAR_DATE -> after(start, MonthDay.parse(value, DAY_AND_MONTH));
            case HOURS -> throw new IllegalStateException("hours are held against moments");
        };
    }

    /** Of a norm in hours. */
    Duration time() {
        return Duration.ofMinutes(new BigDecimal(value).multiply(BigDecimal.valueOf(60)).longValueExact());
    }

    int number() {
        return Integer.parseInt(value);
    }

    private LocalDate months(LocalDate start) {
        BigDecimal months = new BigDecimal(value);
        LocalDate whole = start.plusMonths(months.intValue());
        return months.remainder(BigDecimal.ONE).signum() == 0 ? whole : whole.plusDays(HALF_MONTH);
    }

    /** The first such day after the start itself. */
    private static LocalDate after(LocalDate start, MonthDay day) {
        LocalDate thisYear = day.atYear(start.getYear());
        return start.isBefore(thisYear) ? thisYear : day.atYear(start.getYear() + 1);
    }
}
