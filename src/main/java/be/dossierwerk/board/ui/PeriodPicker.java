package be.dossierwerk.board.ui;

import be.dossierwerk.board.ShowBoard.Period;
import be.dossierwerk.shared.ui.DateField;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Asks for a period and the one beside it: a year, a quarter, a month, or days of one's own. Typing "maart 2020" finds it. */
class PeriodPicker extends Div {

    /** More than fifty years have: all go to the browser, which finds what is typed. A page that the server sends late would undo a choice. */
    private static final int AT_ONCE = 1000;

    private final Consumer<AskedPeriods> chosen;
    private final Field period = new Field("period");
    private final Field other = new Field("other");
    private AskedPeriods asked;

    PeriodPicker(Consumer<AskedPeriods> chosen) {
        this.chosen = chosen;
        addClassNames("dw-board-periods", "dw-board-screen");
        getElement().setAttribute("role", "search").setAttribute("aria-label", getTranslation("board.period.choose"));
        add(period, other);
    }

    /** {@code years}: newest first. */
    void show(AskedPeriods asked, List<Integer> years) {
        this.asked = asked;
        List<Period> choices = years.stream().flatMap(PeriodPicker::within).toList();
        period.show(asked.period(), choices);
        other.show(asked.other(), Stream.concat(choices.stream(), years.isEmpty() ? Stream.of() : within(years.get(years.size() - 1) - 1)).toList());
    }

    /** A year, its quarters and its months. */
    private static Stream<Period> within(int year) {
        return Stream.of(Stream.of(Period.year(year)), IntStream.rangeClosed(1, 4).mapToObj(quarter -> Period.quarter(year, quarter)),
                IntStream.rangeClosed(1, 12).mapToObj(month -> Period.month(YearMonth.of(year, month)))).flatMap(each -> each);
    }

    private void changed(Field field, Period to) {
        AskedPeriods now = field == period ? asked.with(to) : new AskedPeriods(asked.period(), to);
        if (!now.equals(asked)) {
            chosen.accept(now);
        }
    }

    /** {@code period}: null for days of one's own. */
    private record Choice(String words, Period period) { }

    private final class Field extends Div {

        private final ComboBox<Choice> choice;
        private final DateField from = new DateField(getTranslation("board.period.from"));
        private final DateField to = new DateField(getTranslation("board.period.to"));
        private final Choice own = new Choice(getTranslation("board.period.own"), null);

        Field(String name) {
            addClassName("dw-board-period");
            choice = new ComboBox<>(getTranslation("board.period." + name));
            choice.setItemLabelGenerator(Choice::words);
            choice.setPageSize(AT_ONCE);
            choice.addValueChangeListener(change -> {
                if (change.isFromClient() && change.getValue() != null) {
                    choose(change.getValue());
                }
            });
            for (DateField day : List.of(from, to)) {
                day.addValueChangeListener(change -> {
                    if (change.isFromClient()) {
                        days();
                    }
                });
            }
            add(choice, from, to);
        }

        void show(Period shown, List<Period> choices) {
            BoardWords words = new BoardWords(this, getLocale());
            List<Choice> items = new ArrayList<>(List.of(own));
            choices.forEach(each -> items.add(new Choice(words.period(each), each)));
            Choice now = new Choice(words.period(shown), shown);
            boolean days = shown.span() == Period.Span.DAYS;
            if (!days && !items.contains(now)) {
                items.add(1, now);
            }
            choice.setItems(items);
            choice.setValue(days ? own : now);
            from.setValue(shown.from());
            to.setValue(shown.to());
            to.setInvalid(false);
            from.setVisible(days);
            to.setVisible(days);
        }

        private void choose(Choice picked) {
            from.setVisible(picked.period == null);
            to.setVisible(picked.period == null);
            if (picked.period != null) {
                changed(this, picked.period);
            }
        }

        private void days() {
            LocalDate first = from.getValue();
            LocalDate last = to.getValue();
            boolean reversed = first != null && last != null && last.isBefore(first);
            to.setInvalid(reversed);
            to.setErrorMessage(getTranslation("board.period.reversed"));
            if (first != null && last != null && !reversed) {
                changed(this, new Period(first, last));
            }
        }
    }
}
