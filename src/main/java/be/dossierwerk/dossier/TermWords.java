package be.dossierwerk.dossier;

import be.dossierwerk.deadline.TermStanding;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.ui.DaysLeft;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;

/** How a term stands, in words: a number with its word, never a colour alone. */
public final class TermWords {

    private TermWords() { }

    /** For example {@code nog 12 dagen}, {@code 3 dagen te laat}, {@code pauze sinds 04/03/2027}; {@code term} may be null. */
    public static String text(Component on, TermStanding term) {
        if (term == null) {
            return on.getTranslation("shared.days.none");
        }
        if (term.stoppedOn() != null) {
            return on.getTranslation("shared.days.done", Dates.table(term.stoppedOn()));
        }
        return DaysLeft.text(on, term.daysLeft(), term.pausedSince());
    }

    /** Which look goes with the words: late, soon, paused or calm. */
    public static String tone(TermStanding term) {
        return term == null || term.stoppedOn() != null ? "calm" : DaysLeft.tone(term.daysLeft(), term.pausedSince());
    }

    /** Which term it is, and its last day in full. */
    public static String explanation(Component on, TermStanding term) {
        if (term == null) {
            return on.getTranslation("dossier.days.no-term");
        }
        return DaysLeft.explanation(on, term.name(), term.due(), term.pausedSince());
    }

    public static Span badge(Component on, TermStanding term) {
        Span days = new Span(text(on, term));
        days.addClassNames("dw-days", "dw-days-" + tone(term));
        days.setTitle(explanation(on, term));
        return days;
    }
}
