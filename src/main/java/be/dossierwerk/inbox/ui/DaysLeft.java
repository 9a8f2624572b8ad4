package be.dossierwerk.inbox.ui;

import be.dossierwerk.inbox.OpenWork;
import be.dossierwerk.shared.MovableClock;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How a term stands, in words: a number with its word, never a colour alone. */
final class DaysLeft {

    private static final String TABLE = "dd/MM/yyyy";
    private static final int SOON = 7;

    private DaysLeft() { }

    /** For example {@code nog 12 dagen}, {@code 3 dagen te laat}, {@code pauze sinds 4 maart}. */
    static String text(Component on, OpenWork.Row task) {
        if (task.completedAt() != null) {
            return on.getTranslation("inbox.days.done", table(day(task.completedAt())));
        }
        if (task.pausedSince() != null) {
            return on.getTranslation("inbox.days.paused", format(task.pausedSince(), "d MMMM", locale()));
        }
        if (task.daysLeft() == null) {
            return on.getTranslation("inbox.days.none");
        }
        int days = task.daysLeft();
        if (days < 0) {
            return days == -1 ? on.getTranslation("inbox.days.late-one") : on.getTranslation("inbox.days.late", String.valueOf(-days));
        }
        return switch (days) {
            case 0 -> on.getTranslation("inbox.days.today");
            case 1 -> on.getTranslation("inbox.days.one");
            default -> on.getTranslation("inbox.days.left", String.valueOf(days));
        };
    }

    /** Which look goes with the words: late, soon, paused or calm. */
    static String tone(OpenWork.Row task) {
        if (task.completedAt() != null || task.pausedSince() == null && task.daysLeft() == null) {
            return "calm";
        }
        if (task.pausedSince() != null) {
            return "paused";
        }
        return task.daysLeft() < 0 ? "late" : task.daysLeft() <= SOON ? "soon" : "calm";
    }

    /** Which term it is and its last day, in full. */
    static String explanation(Component on, OpenWork.Row task) {
        if (task.termName() == null) {
            return on.getTranslation("inbox.days.no-term");
        }
        if (task.pausedSince() != null && task.dueOn() == null) {
            return on.getTranslation("inbox.days.explained-paused", task.termName(), prose(task.pausedSince(), locale()));
        }
        return task.dueOn() == null ? task.termName()
                : on.getTranslation("inbox.days.explained", task.termName(), prose(task.dueOn(), locale()));
    }

    static String table(LocalDate date) {
        return format(date, TABLE, Locale.ROOT);
    }

    static String prose(LocalDate date, Locale locale) {
        return format(date, "EEEE d MMMM yyyy", locale);
    }

    static String time(Instant instant) {
        return DateTimeFormatter.ofPattern("HH:mm").format(instant.atZone(MovableClock.BRUSSELS));
    }

    static LocalDate day(Instant instant) {
        return instant.atZone(MovableClock.BRUSSELS).toLocalDate();
    }

    private static Locale locale() {
        return UI.getCurrent() == null ? Locale.forLanguageTag("nl-BE") : UI.getCurrent().getLocale();
    }

    private static String format(LocalDate date, String pattern, Locale locale) {
        return DateTimeFormatter.ofPattern(pattern, locale).format(date);
    }
}
