package be.dossierwerk.training.ui;

import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.training.ApprovalChange;
import com.vaadin.flow.component.Component;
import java.time.Instant;

/** A change of an approval in a few sentences: what, why, who, and what became of it. */
final class ChangeWords {

    private ChangeWords() { }

    static String of(Component on, ApprovalChange change) {
        return proposal(on, change) + " " + (change.agreed() == null ? on.getTranslation("training.change.words.waits")
                : on.getTranslation(change.agreed() ? "training.change.words.agreed" : "training.change.words.rejected", change.decidedByName(),
                        day(change.decidedAt()), change.remark()));
    }

    /** All that whoever decides has to know. */
    static String proposal(Component on, ApprovalChange change) {
        String what = on.getTranslation("training.change.kind." + change.kind()) + ". " + switch (change.kind()) {
            case REGISTRATIE -> change.registeredTo() == null ? on.getTranslation("training.change.words.registered-without-end", Dates.prose(change.registeredFrom()))
                    : on.getTranslation("training.change.words.registered", Dates.prose(change.registeredFrom()), Dates.prose(change.registeredTo()));
            default -> change.lastDay() == null ? on.getTranslation("training.change.words.no-end")
                    : on.getTranslation("training.change.words.last-day", Dates.prose(change.lastDay()));
        };
        String why = on.getTranslation("training.change.words.proposed", change.proposedByName(), day(change.proposedAt()), change.reasons());
        return what + " " + why + (change.heard() == null ? "" : " " + on.getTranslation("training.change.words.heard", change.heard()));
    }

    private static String day(Instant at) {
        return Dates.prose(at.atZone(MovableClock.BRUSSELS).toLocalDate());
    }
}
