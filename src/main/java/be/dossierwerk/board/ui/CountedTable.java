package be.dossierwerk.board.ui;

import be.dossierwerk.board.ShowBoard.Period;
import be.dossierwerk.board.ShowBoard.VolumeLine;
import be.dossierwerk.board.ShowMeasure.Counted;
import be.dossierwerk.board.ShowMeasure.Happened;
import be.dossierwerk.shared.ui.CardTable;
import be.dossierwerk.shared.ui.PageLink;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Volumes of one measure beside the other period and beside what was published; each number opens what it counts. */
class CountedTable extends Div {

    private final transient AskedPeriods asked;
    private final transient BoardWords words;
    private final CardTable table;

    CountedTable(String label, String measure, AskedPeriods asked, List<Counted> volumes, List<Happened> events) {
        this.asked = asked;
        words = new BoardWords(this, getLocale());
        addClassName("dw-board-counted");
        table = new CardTable(label, List.of(text("volume"), words.period(asked.period()), words.period(asked.other()), text("trend"), text("published")));
        volumes.forEach(each -> row(each.line(), published(each)));
        events.forEach(each -> row(new VolumeLine(measure, each.event(), getTranslation("board.happened." + each.event()), false, BigDecimal.valueOf(each.now()),
                BigDecimal.valueOf(each.before())), ""));
        add(table);
    }

    private void row(VolumeLine line, String published) {
        table.row(CardTable.text(line.name()), number(line, line.now(), asked.period(), asked.other()), number(line, line.before(), asked.other(), asked.period()),
                CardTable.text(words.trend(line.trend())), CardTable.text(published));
    }

    private Component number(VolumeLine line, BigDecimal value, Period period, Period beside) {
        return new PageLink(VolumeView.address(line.measure(), line.indicator(), new AskedPeriods(period, beside)), words.amount(value, line.euro()));
    }

    /** "zelfde cijfers", or what was printed of each period. */
    private String published(Counted counted) {
        if (!counted.besidePublished()) {
            return "";
        }
        if (!counted.differs()) {
            return text("same");
        }
        return Stream.of(printed(asked.period(), counted.publishedNow(), counted), printed(asked.other(), counted.publishedBefore(), counted)).filter(each -> !each.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private String printed(Period period, BigDecimal value, Counted counted) {
        return value == null ? "" : text("printed", words.figure(value, counted.line().euro()), words.period(period));
    }

    private String text(String key, Object... args) {
        return getTranslation("board.counted." + key, args);
    }
}
