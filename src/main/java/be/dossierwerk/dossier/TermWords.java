package be.dossierwerk.dossier;

import be.dossierwerk.deadline.TermStanding;
import be.dossierwerk.shared.Dates;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;

/** How a term stands, in words: a number with its word, never a colour alone. */
public final class TermWords {

    private static final int SOON = 7;

    private TermWords() { }

    /** For example {@code nog 12 dagen}, {@code 3 dagen te laat}, {@code pauze sinds 04/03/2027}; {@code term} may be null. */
    public static String text(Component on, TermStanding term) {
        if (term == null) {
            return on.getTranslation("dossier.days.none");
        }
        if (term.stoppedOn() != null) {
            return on.getTranslation("dossier.days.done", Dates.table(term.stoppedOn()));
        }
        if (term.pausedSince() != null) {
            return on.getTranslation("dossier.days.paused", Dates.table(term.pausedSince()));
        }
        if (term.daysLeft() == null) {
            return on.getTranslation("dossier.days.unknown");
        }
        int days = term.daysLeft();
        if (days < 0) {
            return days == -1 ? on.getTranslation("dossier.days.late-one") : on.getTranslation("dossier.days.late", String.valueOf(-days));
        }
        return switch (days) {
            case 0 -> on.getTranslation("dossier.days.today");
            case 1 -> on.getTranslation("dossier.days.one");
            default -> on.getTranslation("dossier.days.left", String.valueOf(days));
        };
    }

    /** Which look goes with the words: late, soon, paused or calm. */
    public static String tone(TermStanding term) {
        if (term == null || term.stoppedOn() != null) {
            return "calm";
        }
        if (term.pausedSince() != null) {
            return "paused";
        }
        return term.daysLeft() == null ? "calm" : term.daysLeft() < 0 ? "late" : term.daysLeft() <= SOON ? "soon" : "calm";
    }

    /** Which term it is, and its last day in full. */
    public static String explanation(Component on, TermStanding term) {
        if (term == null) {
            return on.getTranslation("dossier.days.no-term");
        }
        if (term.pausedSince() != null) {
            return on.getTranslation("dossier.days.explained-paused", term.name(), Dates.prose(term.pausedSince()));
        }
        return term.due() == null ? term.name() : on.getTranslation("dossier.days.explained", term.name(), Dates.prose(term.due()));
    }

    public static Span badge(Component on, TermStanding term) {
        Span days = new Span(text(on, term));
        days.addClassNames("dw-days", "dw-days-" + tone(term));
        days.setTitle(explanation(on, term));
        return days;
    }
}
