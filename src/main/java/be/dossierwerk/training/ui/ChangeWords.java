package be.dossierwerk.training.ui;

import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.training.ApprovalChange;
import com.vaadin.flow.component.Component;
import java.time.LocalDate;

/** A change of an approval in a few sentences: what, why, who, and what became of it. */
final class ChangeWords {

    private ChangeWords() { }

    static String of(Component on, ApprovalChange change) {
        String what = on.getTranslation("training.change.kind." + change.kind()) + ". " + switch (change.kind()) {
            case REGISTRATIE -> on.getTranslation("training.change.words.registered", Dates.prose(change.registeredFrom()), date(on, change.registeredTo()));
            default -> on.getTranslation("training.change.words.last-day", date(on, change.lastDay()));
        };
        String proposed = on.getTranslation("training.change.words.proposed", change.proposedByName(),
                Dates.prose(change.proposedAt().atZone(MovableClock.BRUSSELS).toLocalDate()), change.reasons());
        String decided = change.agreed() == null ? on.getTranslation("training.change.words.waits")
                : on.getTranslation(change.agreed() ? "training.change.words.agreed" : "training.change.words.rejected", change.decidedByName(),
                        Dates.prose(change.decidedAt().atZone(MovableClock.BRUSSELS).toLocalDate()));
        return what + " " + proposed + " " + decided;
    }

    private static String date(Component on, LocalDate day) {
        return day == null ? on.getTranslation("training.change.words.no-end") : Dates.prose(day);
    }
}
