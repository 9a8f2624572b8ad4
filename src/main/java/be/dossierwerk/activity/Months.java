package be.dossierwerk.activity;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** Months as people read them. */
public final class Months {

    private static final Locale FLEMISH = Locale.forLanguageTag("nl-BE");
    private static final DateTimeFormatter PROSE = DateTimeFormatter.ofPattern("MMMM yyyy", FLEMISH);

    private Months() { }

    /** maart 2026. */
    public static String prose(YearMonth month) {
        return PROSE.format(month);
    }

    /** In the language of a reader: March 2026. */
    public static String prose(YearMonth month, Locale locale) {
        return PROSE.withLocale(locale).format(month);
    }

    /** maart 2026, april 2026. */
    public static String prose(Collection<YearMonth> months) {
        return months.stream().map(Months::prose).collect(Collectors.joining(", "));
    }
}
