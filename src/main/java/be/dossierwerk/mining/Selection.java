package be.dossierwerk.mining;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which dossiers are looked at, as it stands in the address. Null for what is not asked. {@code version}: the deployment of a set of diagrams in which a step
 * was taken; {@code role}: who had a task; {@code source}: how the dossier came in.
 */
public record Selection(String procedure, Period period, LocalDate from, LocalDate to, String version, String outcome, String role, String source, Boolean paused,
                        Boolean overdue) {

    /** What happened between the two days: the dossier was closed, came in, or a step was open. */
    public enum Period { GESLOTEN, ONTVANGEN, GELOPEN }

    private static final String YES = "ja";

    /** What the address does not say, or says in a way that cannot be read, is as in {@code usual}. */
    public static Selection of(Map<String, String> query, Selection usual) {
        return new Selection(query.getOrDefault("procedure", usual.procedure),
                period(query.get("periode")).orElse(query.containsKey("procedure") ? Period.GESLOTEN : usual.period),
                date(query.get("van")).orElse(usual.from), date(query.get("tot")).orElse(usual.to), query.get("versie"), query.get("uitkomst"), query.get("rol"),
                query.get("bron"), yes(query.get("pauze")), yes(query.get("te-laat")));
    }

    /** For the address; in the order of the fields. */
    public Map<String, String> query() {
        Map<String, String> query = new LinkedHashMap<>();
        put(query, "procedure", procedure);
        put(query, "periode", period == null ? null : period.name().toLowerCase(java.util.Locale.ROOT));
        put(query, "van", from == null ? null : from.toString());
        put(query, "tot", to == null ? null : to.toString());
        put(query, "versie", version);
        put(query, "uitkomst", outcome);
        put(query, "rol", role);
        put(query, "bron", source);
        put(query, "pauze", paused == null ? null : paused ? YES : "nee");
        put(query, "te-laat", overdue == null ? null : overdue ? YES : "nee");
        return query;
    }

    private static Optional<Period> period(String text) {
        for (Period each : Period.values()) {
            if (each.name().equalsIgnoreCase(text)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    private static Boolean yes(String text) {
        return text == null || text.isEmpty() ? null : text.equals(YES);
    }

    private static void put(Map<String, String> query, String name, String value) {
        if (value != null && !value.isBlank()) {
            query.put(name, value);
        }
    }
}
