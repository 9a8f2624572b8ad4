package be.dossierwerk.deadline.ui;

import be.dossierwerk.deadline.TermStanding;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.ui.DaysLeft;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.time.LocalDate;
import java.util.Locale;

/** How a term stands, in words: a number with its word, never a colour alone. */
final class TermWords {

    private static final Locale BELGIAN = Locale.forLanguageTag("nl-BE");

    private TermWords() { }

    /** For example {@code nog 34 dagen}, {@code 2 dagen te laat}, {@code pauze sinds 12/03/2027}; a stopped term says when it ended. */
    static String days(Component on, TermStanding term) {
        return term.stoppedOn() != null ? stopped(on, term) : DaysLeft.text(on, term.daysLeft(), term.pausedSince());
    }

    /** Which look goes with the words. */
    static String tone(TermStanding term) {
        return term.stoppedOn() != null ? "calm" : DaysLeft.tone(term.daysLeft(), term.pausedSince());
    }

    static String lastDay(Component on, TermStanding term) {
        return term.due() == null ? on.getTranslation("deadline.last-day.unknown") : on.getTranslation("deadline.last-day", Dates.table(term.due()));
    }

    static String prose(LocalDate date) {
        return Dates.prose(date, UI.getCurrent() == null ? BELGIAN : UI.getCurrent().getLocale());
    }

    private static String stopped(Component on, TermStanding term) {
        String day = Dates.table(term.stoppedOn());
        if (!term.overdue()) {
            return on.getTranslation("deadline.days.stopped", day);
        }
        return term.daysLeft() == -1 ? on.getTranslation("deadline.days.stopped-late-one", day)
                : on.getTranslation("deadline.days.stopped-late", day, String.valueOf(-term.daysLeft()));
    }
}
