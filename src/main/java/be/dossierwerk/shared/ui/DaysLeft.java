package be.dossierwerk.shared.ui;

import be.dossierwerk.shared.Dates;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;

/** How a term stands, in words: a number with its word, never a colour alone. {@code left} is null where no last day is known. */
public final class DaysLeft {

    private static final int SOON = 7;

    private DaysLeft() { }

    /** For example {@code nog 12 dagen}, {@code 3 dagen te laat}, {@code pauze sinds 04/03/2027}. */
    public static String text(Component on, Integer left, LocalDate pausedSince) {
        if (pausedSince != null) {
            return on.getTranslation("shared.days.paused", Dates.table(pausedSince));
        }
        if (left == null) {
            return on.getTranslation("shared.days.none");
        }
        return left < 0 ? on.getTranslation("shared.days.late", -left) : on.getTranslation("shared.days.left", left);
    }

    /** Which look goes with the words: late, soon, paused or calm. */
    public static String tone(Integer left, LocalDate pausedSince) {
        if (pausedSince != null) {
            return "paused";
        }
        return left == null || left > SOON ? "calm" : left < 0 ? "late" : "soon";
    }

    public static Span badge(Component on, Integer left, LocalDate pausedSince) {
        Span days = new Span(text(on, left, pausedSince));
        days.addClassNames("dw-days", "dw-days-" + tone(left, pausedSince));
        return days;
    }

    /** The badge as a link to the account that says day by day why. */
    public static Anchor linked(Span badge, String dossier, String rule) {
        Anchor account = new Anchor(account(dossier, rule), badge);
        account.getElement().setAttribute("router-link", true);
        account.setAriaLabel(accountOf(badge, badge.getText()));
        account.addClassName("dw-days-link");
        return account;
    }

    /** The address of the account of a term. */
    public static String account(String dossier, String rule) {
        return "termijn/" + dossier + "/" + rule;
    }

    /** The name of a link to the account: what it does, then the words that it shows. */
    public static String accountOf(Component on, String text) {
        return on.getTranslation("shared.days.account", text);
    }

    /** Which term it is, and its last day in full, or since when the clock stands still. */
    public static String explanation(Component on, String term, LocalDate due, LocalDate pausedSince) {
        if (due != null) {
            return on.getTranslation("shared.days.explained", term, prose(due));
        }
        return pausedSince == null ? term : on.getTranslation("shared.days.explained-paused", term, prose(pausedSince));
    }

    private static String prose(LocalDate date) {
        return UI.getCurrent() == null ? Dates.prose(date) : Dates.prose(date, UI.getCurrent().getLocale());
    }
}
