package be.dossierwerk.shared;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** People that do not exist, with national numbers that could. */
public final class InventedPerson {

    private static final int BORN_ON_A_DAY = 900;
    private static final DateTimeFormatter BIRTHDAY = DateTimeFormatter.ofPattern("yyMMdd");

    private InventedPerson() { }

    /** Another number for every serial from 0 on, until far beyond a million. */
    public static String nationalNumber(int serial) {
        String nine = LocalDate.of(1980, 1, 1).plusDays(serial / BORN_ON_A_DAY).format(BIRTHDAY) + "%03d".formatted(1 + serial % BORN_ON_A_DAY);
        return nine + "%02d".formatted(97 - Long.parseLong(nine) % 97);
    }
}
