package be.dossierwerk.shared;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates as people read them: never ISO. */
public final class Dates {

    private static final Locale FLEMISH = Locale.forLanguageTag("nl-BE");
    private static final DateTimeFormatter TABLE = DateTimeFormatter.ofPattern("dd/MM/yyyy", FLEMISH);
    private static final DateTimeFormatter PROSE = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", FLEMISH);

    private Dates() { }

    /** 12/03/2027; empty for no date. */
    public static String table(LocalDate date) {
        return date == null ? "" : TABLE.format(date);
    }

    /** vrijdag 12 maart 2027. */
    public static String prose(LocalDate date) {
        return PROSE.format(date);
    }

    /** In the language of a reader: Friday 12 March 2027. */
    public static String prose(LocalDate date, Locale locale) {
        return PROSE.withLocale(locale).format(date);
    }
}
