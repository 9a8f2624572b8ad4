package be.dossierwerk.board.ui;

import be.dossierwerk.board.PublishedFigure;
import be.dossierwerk.board.PublishedFigure.Unit;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.ui.CardTable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Published figures of one domain, a column for each year, with where each was printed; nothing when there are none. */
class PublishedTable extends Div {

    private static final int YEARS = 2;

    private final transient BoardWords words;
    private final transient AskedPeriods asked;

    PublishedTable(AskedPeriods asked, Collection<PublishedFigure> figures) {
        this.asked = asked;
        words = new BoardWords(this, getLocale());
        if (figures.isEmpty()) {
            return;
        }
        List<Integer> all = figures.stream().map(PublishedFigure::year).distinct().sorted(Comparator.reverseOrder()).toList();
        List<Integer> years = years(all);
        List<PublishedFigure> shown = figures.stream().filter(figure -> years.contains(figure.year())).toList();
        add(new H3(text("title")), table(years, shown), source(shown));
        String others = all.stream().filter(year -> !years.contains(year)).map(String::valueOf).collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            add(note(text("other-years", others)));
        }
    }

    /** Those of the periods that were asked for; the newest ones when nothing was published of these. */
    private List<Integer> years(List<Integer> all) {
        List<Integer> wanted = Stream.of(asked.period().to().getYear(), asked.other().to().getYear()).distinct().filter(all::contains).toList();
        return wanted.isEmpty() ? all.stream().limit(YEARS).toList() : wanted;
    }

    private Component table(List<Integer> years, List<PublishedFigure> figures) {
        List<String> headers = Stream.of(Stream.of(text("name")), years.stream().map(String::valueOf), Stream.of(text("trend"), text("lines"))).flatMap(each -> each).toList();
        CardTable table = new CardTable(text("title"), headers);
        figures.stream().collect(Collectors.groupingBy(PublishedFigure::name, LinkedHashMap::new, Collectors.toMap(PublishedFigure::year, figure -> figure))).forEach((name, byYear) ->
                table.row(Stream.of(Stream.of(name(name, byYear)), years.stream().map(year -> CardTable.text(value(byYear.get(year)))),
                        Stream.of(CardTable.text(first(byYear, PublishedFigure::trend)), CardTable.text(lines(first(byYear, PublishedFigure::source))))).flatMap(each -> each)
                        .toArray(Component[]::new)));
        return table;
    }

    private static Component name(String name, Map<Integer, PublishedFigure> byYear) {
        String note = first(byYear, PublishedFigure::note);
        if (note.isEmpty()) {
            return CardTable.text(name);
        }
        Span remark = new Span(note);
        remark.addClassName("dw-note");
        Div both = new Div(new Div(new Span(name)), remark);
        both.addClassName("dw-board-noted");
        return both;
    }

    private static String first(Map<Integer, PublishedFigure> byYear, Function<PublishedFigure, String> part) {
        return byYear.values().stream().sorted(Comparator.comparing(PublishedFigure::year).reversed()).map(part).filter(Objects::nonNull).findFirst().orElse("");
    }

    private String value(PublishedFigure figure) {
        if (figure == null) {
            return "";
        }
        return figure.value() == null ? figure.printed() : words.figure(figure.value(), figure.unit() == Unit.EURO) + (figure.unit() == Unit.PROCENT ? "\u00a0%" : "");
    }

    /** The number of the document is left out: its title stands below. */
    static String lines(String source) {
        return source.replaceAll("\\d{3}:", "").replace(";", ", ");
    }

    private Component source(List<PublishedFigure> figures) {
        return note(text("source", figures.stream().map(figure -> publication(figure)).distinct().collect(Collectors.joining("; "))));
    }

    private String publication(PublishedFigure figure) {
        return figure.publishedOn() == null ? figure.publication() : text("dated", figure.publication(), Dates.table(figure.publishedOn()));
    }

    private static Paragraph note(String words) {
        Paragraph note = new Paragraph(words);
        note.addClassName("dw-note");
        return note;
    }

    private String text(String key, Object... args) {
        return getTranslation("board.published." + key, args);
    }
}
