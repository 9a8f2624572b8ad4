package be.dossierwerk.correspondence;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A date as letters and the timeline write it: vrijdag 12 maart 2027. */
final class FullDate {

    private static final DateTimeFormatter PROSE = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.forLanguageTag("nl-BE"));

    private FullDate() { }

    static String of(LocalDate date) {
        return PROSE.format(date);
    }
}
