package be.dossierwerk.board.ui;

import be.dossierwerk.board.ShowBoard.NormLine;
import be.dossierwerk.board.ShowBoard.Period;
import be.dossierwerk.board.ShowBoard.Result;
import be.dossierwerk.board.ShowBoard.Standing;
import be.dossierwerk.shared.ui.CardTable;
import be.dossierwerk.shared.ui.PageLink;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** The norms by measure as the yearly table prints them: target, both results, the change in points, and the result over its target. */
class NormTable extends Div {

    private final transient AskedPeriods asked;
    private final transient BoardWords words;

    NormTable(AskedPeriods asked, List<NormLine> lines) {
        this.asked = asked;
        this.words = new BoardWords(this, getLocale());
        addClassName("dw-board-norms");
        CardTable table = new CardTable(text("norms"), List.of(text("norm"), text("target"), words.period(asked.period()), words.period(asked.other()), text("change"), text("of-target")));
        String measure = null;
        for (NormLine line : lines) {
            if (!line.measure().equals(measure)) {
                measure = line.measure();
                table.group(new PageLink(MeasureView.address(measure, asked), line.measureName()));
            }
            table.row(CardTable.text(line.name()), CardTable.text(words.percent(line.target().stripTrailingZeros())), result(line, line.now(), asked.period(), asked.other()),
                    result(line, line.before(), asked.other(), asked.period()), CardTable.text(words.points(line.change(line.decimals()))), ofTarget(line));
        }
        add(table);
    }

    /** Leads to the dossiers that were counted. */
    private Component result(NormLine line, Result result, Period period, Period beside) {
        String counted = words.result(result, line.decimals());
        return result.counted() == 0 ? CardTable.text(counted) : new PageLink(NormView.address(line.code(), new AskedPeriods(period, beside)), counted);
    }

    private Component ofTarget(NormLine line) {
        return line.standing() == Standing.UNKNOWN ? CardTable.text("") : new Div(new Span(words.percent(line.ofTarget(0))), new StandingSign(line.standing()));
    }

    private String text(String key) {
        return getTranslation("board.screen." + key);
    }
}
