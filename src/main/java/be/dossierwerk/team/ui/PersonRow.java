package be.dossierwerk.team.ui;

import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.ui.DaysLeft;
import be.dossierwerk.team.Card;
import be.dossierwerk.team.Load;
import be.dossierwerk.team.ShowTeam.Away;
import be.dossierwerk.team.ShowTeam.Person;
import be.dossierwerk.team.Weeks;
import be.dossierwerk.team.Workload;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.dnd.DropTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.text.NumberFormat;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** One line of the board: whose work it is in words, and beside it the tasks of these two weeks. */
class PersonRow extends Div {

    private final Weeks weeks;
    private final Div words = new Div();

    private PersonRow(String heading, Weeks weeks, Load load, List<Card> cards, Function<Card, TaskCard> made) {
        this.weeks = weeks;
        addClassName("dw-team-row");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", heading);
        words.addClassName("dw-team-words");
        words.add(new H3(heading), numbers(load));
        if (load.tightest() != null) {
            words.add(new Paragraph(new Text(text("tightest")), DaysLeft.badge(this, (int) ChronoUnit.DAYS.between(weeks.today(), load.tightest()), null)));
        }
        add(words, lane(load, cards, made));
    }

    /** What nobody took yet. */
    static PersonRow free(String heading, Weeks weeks, Load load, List<Card> cards, Function<Card, TaskCard> made) {
        return new PersonRow(heading, weeks, load, cards, made);
    }

    static PersonRow of(Person person, Weeks weeks, Function<Card, TaskCard> made) {
        PersonRow row = new PersonRow(person.person().name(), weeks, person.work().load(), person.cards(), made);
        row.estimate(person.work());
        person.absence().ifPresent(row::away);
        return row;
    }

    /** {@code dropped}: the task that somebody let go of here. */
    PersonRow taking(Consumer<Card> dropped) {
        DropTarget.create(this).addDropListener(drop -> drop.getDragData().filter(Card.class::isInstance).map(Card.class::cast).ifPresent(dropped));
        return this;
    }

    private Div numbers(Load load) {
        Div numbers = new Div();
        numbers.addClassName("dw-team-numbers");
        numbers.add(number("open", load.open(), true), number("overdue", load.overdue(), false), number("this-week", load.thisWeek(), false),
                number("next-week", load.nextWeek(), false), number("paused", load.paused(), false));
        return numbers;
    }

    private Span number(String key, int count, boolean always) {
        Span number = new Span(text(key, count));
        number.setVisible(always || count > 0);
        number.setClassName("dw-days-late", key.equals("overdue"));
        return number;
    }

    private void estimate(Workload work) {
        if (work.load().open() == 0) {
            return;
        }
        words.add(note(work.pace().known() ? text("days-of-work", work.daysOfWork(), pace(work.pace().perDay())) : text("no-pace")));
        work.tooMuch().ifPresent(excess -> {
            Paragraph much = new Paragraph(text("too-much", excess.tasks(), Dates.prose(excess.thisWeek() ? weeks.sunday() : weeks.nextSunday(), getLocale()), excess.feasible()));
            much.addClassName("dw-problem");
            words.add(much);
        });
    }

    private String pace(double perDay) {
        NumberFormat format = NumberFormat.getNumberInstance(getLocale());
        format.setMaximumFractionDigits(1);
        return format.format(perDay);
    }

    private void away(Away away) {
        var absence = away.absence();
        Paragraph said = new Paragraph(away.now()
                ? text("away-now", Dates.prose(absence.lastDay(), getLocale()), Dates.prose(away.back(), getLocale()), absence.substituteName())
                : text("away-later", Dates.prose(absence.firstDay(), getLocale()), Dates.prose(absence.lastDay(), getLocale()), absence.substituteName()));
        said.addClassName("dw-team-away");
        words.add(said);
    }

    private Div lane(Load load, List<Card> cards, Function<Card, TaskCard> made) {
        Div lane = new Div();
        lane.addClassName("dw-team-lane");
        if (cards.isEmpty()) {
            lane.add(note(text("no-cards")));
            return lane;
        }
        UnorderedList list = new UnorderedList();
        cards.forEach(card -> list.add(made.apply(card)));
        lane.add(list);
        if (load.untilNextSunday() > cards.size()) {
            lane.add(note(text("more", load.untilNextSunday() - cards.size())));
        }
        return lane;
    }

    private static Span note(String text) {
        Span note = new Span(text);
        note.addClassName("dw-note");
        return note;
    }

    private String text(String key, Object... args) {
        return getTranslation("team.screen." + key, args);
    }
}
