package be.dossierwerk.team.ui;

import be.dossierwerk.forecast.ChancesOfDossiers.Chance;
import be.dossierwerk.shared.ui.DaysLeft;
import be.dossierwerk.shared.ui.PageLink;
import be.dossierwerk.team.Card;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dnd.DragSource;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.function.BiConsumer;

/** A task on the board: to choose with the space bar or a finger, and to drag with a mouse. */
class TaskCard extends ListItem {

    private final Card card;
    private final Checkbox choose = new Checkbox();

    /** Without actions it is only looked at. {@code chance}: null where there is none to show. */
    TaskCard(Card card, Chance chance, LocalDate today) {
        this.card = card;
        addClassName("dw-team-card");
        Anchor task = new PageLink("taak/" + card.taskId(), card.taskName());
        // Otherwise the link would be dragged instead of the task.
        task.getElement().setAttribute("draggable", "false");
        task.addClassName("dw-team-task");
        Span days = DaysLeft.badge(this, card.daysLeft(today), card.pausedSince());
        if (card.termName() != null) {
            days.setTitle(DaysLeft.explanation(this, card.termName(), card.dueOn(), card.pausedSince()));
        }
        Span dossier = new Span(card.dossier());
        Span subject = new Span(card.subject());
        subject.addClassName("dw-note");
        add(task, days, new ChanceChip(chance), dossier, subject);
    }

    /** {@code chosen}: told whenever it is chosen or no longer. */
    TaskCard choosable(boolean now, BiConsumer<Card, Boolean> chosen) {
        choose.setAriaLabel(getTranslation("team.screen.choose", card.taskName(), card.dossier()));
        choose.setValue(now);
        choose.addValueChangeListener(change -> {
            setClassName("dw-team-chosen", change.getValue());
            chosen.accept(card, change.getValue());
        });
        setClassName("dw-team-chosen", now);
        addComponentAsFirst(choose);
        DragSource<TaskCard> dragged = DragSource.create(this);
        dragged.setDragData(card);
        return this;
    }

    void release() {
        choose.setValue(false);
    }

    void focus() {
        choose.focus();
    }
}
