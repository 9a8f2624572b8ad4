package be.dossierwerk.casework.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How a term stands and how long something waits, in words; a colour only comes with them. */
final class DaysLeft {

    private static final int SOON = 7;

    private DaysLeft() { }

    /** For example {@code nog 12 dagen}, {@code 3 dagen te laat}, {@code in pauze}. */
    static Span of(Component on, Integer daysLeft, boolean paused) {
        Span span = new Span(paused ? on.getTranslation("casework.screen.days.paused") : daysLeft == null ? on.getTranslation("casework.screen.days.none")
                : daysLeft < 0 ? on.getTranslation("casework.screen.days.late", -daysLeft) : on.getTranslation("casework.screen.days.left", daysLeft));
        span.addClassNames("dw-days", paused ? "dw-days-paused" : daysLeft == null ? "dw-days-calm" : daysLeft < 0 ? "dw-days-late"
                : daysLeft <= SOON ? "dw-days-soon" : "dw-days-calm");
        return span;
    }

    static String waiting(Component on, LocalDate since, LocalDate today) {
        return on.getTranslation("casework.screen.days.waiting", ChronoUnit.DAYS.between(since, today));
    }
}
