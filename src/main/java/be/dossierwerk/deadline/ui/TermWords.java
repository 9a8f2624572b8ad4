package be.dossierwerk.deadline.ui;

import be.dossierwerk.deadline.TermStanding;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How a term stands, in words: a number with its word, never a colour alone. */
final class TermWords {

    private static final Locale BELGIAN = Locale.forLanguageTag("nl-BE");
    private static final DateTimeFormatter TABLE = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final int SOON = 7;

    private TermWords() { }

    /** For example {@code nog 34 dagen}, {@code 2 dagen te laat}, {@code pauze sinds 12/03/2027}; a stopped term says when it ended. */
    static String days(Component on, TermStanding term) {
        if (term.stoppedOn() != null) {
            return stopped(on, term);
        }
        if (term.pausedSince() != null) {
            return on.getTranslation("deadline.days.paused", table(term.pausedSince()));
        }
        if (term.daysLeft() == null) {
            return on.getTranslation("deadline.days.unknown");
        }
        int days = term.daysLeft();
        if (days < 0) {
            return days == -1 ? on.getTranslation("deadline.days.late-one") : on.getTranslation("deadline.days.late", String.valueOf(-days));
        }
        return switch (days) {
            case 0 -> on.getTranslation("deadline.days.today");
            case 1 -> on.getTranslation("deadline.days.one");
            default -> on.getTranslation("deadline.days.left", String.valueOf(days));
        };
    }

    /** Which look goes with the words. */
    static String tone(TermStanding term) {
        if (term.stoppedOn() != null || term.daysLeft() == null && term.pausedSince() == null) {
            return "calm";
        }
        if (term.pausedSince() != null) {
            return "paused";
        }
        return term.daysLeft() < 0 ? "late" : term.daysLeft() <= SOON ? "soon" : "calm";
    }

    static String lastDay(Component on, TermStanding term) {
        return term.due() == null ? on.getTranslation("deadline.last-day.unknown") : on.getTranslation("deadline.last-day", table(term.due()));
    }

    static String table(LocalDate date) {
        return TABLE.format(date);
    }

    static String prose(LocalDate date) {
        return DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", locale()).format(date);
    }

    private static String stopped(Component on, TermStanding term) {
        String day = table(term.stoppedOn());
        if (!term.overdue()) {
            return on.getTranslation("deadline.days.stopped", day);
        }
        return term.daysLeft() == -1 ? on.getTranslation("deadline.days.stopped-late-one", day)
                : on.getTranslation("deadline.days.stopped-late", day, String.valueOf(-term.daysLeft()));
    }

    private static Locale locale() {
        return UI.getCurrent() == null ? BELGIAN : UI.getCurrent().getLocale();
    }
}
