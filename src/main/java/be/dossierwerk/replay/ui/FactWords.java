package be.dossierwerk.replay.ui;

import be.dossierwerk.dossier.Words;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.MovableClock;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Recorded tables, columns and values in the words of people. A column without a word is left out of the calm view. */
final class FactWords {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H.mm");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+(\\+00:00|Z)");
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");
    private static final String SUBSTITUTE = "vervangt:";

    private final Component on;
    private final Map<String, String> names;

    FactWords(Component on, Map<String, String> names) {
        this.on = on;
        this.names = names;
    }

    String table(String table) {
        return text("replay.table." + table).orElseGet(() -> Words.of(on, "replay.table.", table));
    }

    /** Empty for a column that is no fact to a reader: keys, hashes, what only the program needs. */
    Optional<String> column(String table, String column) {
        return text("replay.field." + table + "." + column);
    }

    String value(String table, String column, Object value) {
        if (value == null) {
            return on.getTranslation("replay.empty");
        }
        if (value instanceof Boolean yes) {
            return on.getTranslation(yes ? "replay.yes" : "replay.no");
        }
        if (value instanceof Collection<?> all) {
            return all.isEmpty() ? on.getTranslation("replay.empty") : all.stream().map(each -> value(table, column, each)).collect(Collectors.joining(", "));
        }
        String text = value.toString();
        if (DAY.matcher(text).matches()) {
            return Dates.prose(LocalDate.parse(text), UI.getCurrent().getLocale());
        }
        if (MOMENT.matcher(text).matches()) {
            return moment(OffsetDateTime.parse(text).toInstant());
        }
        if (table.equals("inbox_row") && column.equals("groups")) {
            return roles(text.replace(',', ' '));
        }
        if (table.equals("dossier") && column.equals("procedure")) {
            return Words.of(on, "dossier.procedure.", text);
        }
        return CODE.matcher(text).matches() && text.length() > 3 ? Words.of(on, "dossier." + column + ".", text) : text;
    }

    String day(LocalDate day) {
        return Dates.prose(day, UI.getCurrent().getLocale());
    }

    String moment(Instant at) {
        ZonedDateTime moment = at.atZone(MovableClock.BRUSSELS);
        return on.getTranslation("replay.moment", day(moment.toLocalDate()), TIME.format(moment));
    }

    /** On whose authority: roles as recorded, and in whose place. */
    String roles(String recorded) {
        return Arrays.stream(recorded.strip().split("\\s+")).filter(role -> !role.isEmpty()).map(role -> role.startsWith(SUBSTITUTE)
                ? on.getTranslation("replay.substitute", person(role.substring(SUBSTITUTE.length()))) : Roles.names().containsKey(role) ? Roles.name(role) : role)
                .collect(Collectors.joining(", "));
    }

    String person(String login) {
        return names.getOrDefault(login, login);
    }

    private Optional<String> text(String key) {
        String text = on.getTranslation(key);
        // A text that is missing comes back as "!nl-BE: key".
        return text == null || text.startsWith("!") || text.equals(key) ? Optional.empty() : Optional.of(text);
    }
}
