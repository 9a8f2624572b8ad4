package be.dossierwerk.deadline;

import java.time.LocalDate;

/** The ten legal holidays of the royal decree of 18 April 1974, apart from the Sundays (procedures.md 4.5). */
public enum LegalHoliday {

    NEW_YEAR, EASTER_MONDAY, LABOUR_DAY, ASCENSION, WHIT_MONDAY, NATIONAL_DAY, ASSUMPTION, ALL_SAINTS, ARMISTICE, CHRISTMAS;

    public LocalDate in(int year) {
        return switch (this) {
            case NEW_YEAR -> LocalDate.of(year, 1, 1);
            case EASTER_MONDAY -> easter(year).plusDays(1);
            case LABOUR_DAY -> LocalDate.of(year, 5, 1);
            case ASCENSION -> easter(year).plusDays(39);
            case WHIT_MONDAY -> easter(year).plusDays(50);
            case NATIONAL_DAY -> LocalDate.of(year, 7, 21);
            case ASSUMPTION -> LocalDate.of(year, 8, 15);
            case ALL_SAINTS -> LocalDate.of(year, 11, 1);
            case ARMISTICE -> LocalDate.of(year, 11, 11);
            case CHRISTMAS -> LocalDate.of(year, 12, 25);
        };
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
}
