package be.dossierwerk.inbox.ui;

import be.dossierwerk.inbox.OpenWork;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.ui.DaysLeft;
import com.vaadin.flow.component.Component;
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

    static String time(Instant instant) {
        return DateTimeFormatter.ofPattern("HH:mm").format(instant.atZone(MovableClock.BRUSSELS));
    }

    static LocalDate day(Instant instant) {
        return instant.atZone(MovableClock.BRUSSELS).toLocalDate();
    }
}
