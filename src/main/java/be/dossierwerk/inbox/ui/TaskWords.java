package be.dossierwerk.inbox.ui;

import be.dossierwerk.inbox.OpenWork;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.ui.DaysLeft;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** How the term of a task stands, and its days, in words. */
final class TaskWords {

    private TaskWords() { }

    /** For example {@code nog 12 dagen}, {@code 3 dagen te laat}, {@code pauze sinds 04/03/2027}. */
    static String text(Component on, OpenWork.Row task) {
        if (task.completedAt() != null) {
            return on.getTranslation("shared.days.done", Dates.table(day(task.completedAt())));
        }
        return DaysLeft.text(on, task.daysLeft(), task.pausedSince());
    }

    /** Which look goes with the words: late, soon, paused or calm. */
    static String tone(OpenWork.Row task) {
        return task.completedAt() != null ? "calm" : DaysLeft.tone(task.daysLeft(), task.pausedSince());
    }

    /** Which term it is and its last day, in full. */
    static String explanation(Component on, OpenWork.Row task) {
        return task.termName() == null ? on.getTranslation("inbox.days.no-term")
                : DaysLeft.explanation(on, task.termName(), task.dueOn(), task.pausedSince());
    }

    /** The days left, as a link to their account where a term runs. */
    static Component badge(Component on, OpenWork.Row task) {
        Span days = new Span(text(on, task));
        days.addClassNames("dw-days", "dw-days-" + tone(task));
        days.setTitle(explanation(on, task));
        return task.termRule() == null ? days : DaysLeft.linked(days, task.dossier(), task.termRule());
    }

    static String time(Instant instant) {
        return DateTimeFormatter.ofPattern("HH:mm").format(instant.atZone(MovableClock.BRUSSELS));
    }

    static LocalDate day(Instant instant) {
        return instant.atZone(MovableClock.BRUSSELS).toLocalDate();
    }
}
