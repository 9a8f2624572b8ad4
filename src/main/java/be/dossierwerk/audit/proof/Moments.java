package be.dossierwerk.audit.proof;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments and counts as a Dutch sentence has them. */
final class Moments {

    private static final DateTimeFormatter PROSE = DateTimeFormatter.ofPattern("d MMMM uuuu, H.mm 'uur'", Locale.forLanguageTag("nl-BE")).withZone(ZoneId.of("Europe/Brussels"));

    private Moments() { }

    static String of(String moment) {
        try {
            return PROSE.format(Instant.parse(moment));
        } catch (DateTimeException e) {
            return moment;
        }
    }

    static String entries(long count) {
        return count == 1 ? "1 handeling" : count + " handelingen";
    }
}
