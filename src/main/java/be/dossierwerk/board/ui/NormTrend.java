package be.dossierwerk.board.ui;

import be.dossierwerk.board.ShowBoard.NormLine;
import be.dossierwerk.board.ShowBoard.Period;
import be.dossierwerk.board.ShowTrend;
import be.dossierwerk.shared.ui.CardTable;
import be.dossierwerk.shared.ui.TrendChart;
import com.vaadin.flow.component.html.Div;
import java.util.Comparator;
import java.util.List;

/** How a norm went over the last quarters or months, as a line and as the table behind it. */
class NormTrend extends Div {

    private final transient BoardWords words;

    /** {@code asked}: its points are filled. */
    NormTrend(NormLine norm, Period asked, List<ShowTrend.Point> points) {
        words = new BoardWords(this, getLocale());
        CardTable table = new CardTable(text("table"), List.of(text("period"), text("result")));
        points.forEach(point -> table.row(words.period(point.period()), words.result(point.result(), norm.decimals())));
        List<TrendChart.Point> drawn = points.stream().map(point -> new TrendChart.Point(words.brief(point.period()), point.result().percent(norm.decimals()), within(asked, point.period()))).toList();
        String target = words.percent(norm.target().stripTrailingZeros());
        add(new TrendChart(new TrendChart.Drawing(text("title", norm.name()), description(norm, points, target), drawn, norm.target(), text("target", target)), table));
    }

    /** The course in a sentence: first, lowest and last. */
    private String description(NormLine norm, List<ShowTrend.Point> points, String target) {
        List<ShowTrend.Point> told = points.stream().filter(point -> point.result().counted() > 0).toList();
        ShowTrend.Point lowest = told.stream().min(Comparator.comparing(point -> point.result().percent(norm.decimals()))).orElseThrow();
        ShowTrend.Point first = told.get(0);
        ShowTrend.Point last = told.get(told.size() - 1);
        return text("description", words.period(first.period()), share(norm, first), words.period(last.period()), share(norm, last), share(norm, lowest), words.period(lowest.period()), target);
    }

    private String share(NormLine norm, ShowTrend.Point point) {
        return words.percent(point.result().percent(norm.decimals()));
    }

    private static boolean within(Period period, Period part) {
        return !part.from().isBefore(period.from()) && !part.to().isAfter(period.to());
    }

    private String text(String key, Object... args) {
        return getTranslation("board.trend." + key, args);
    }
}
