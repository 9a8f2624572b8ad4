package be.dossierwerk.board.ui;

import be.dossierwerk.board.ChangeOfNorm;
import be.dossierwerk.board.ChangeOfNorm.Part;
import be.dossierwerk.board.ChangeOfNorm.Split;
import be.dossierwerk.board.ExplainChange.Explanation;
import be.dossierwerk.shared.ui.CardTable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTableRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** From the one result to the other, part by part: a waterfall of bars in a table that says the same. */
class WhyParts extends CardTable {

    private static final int PLACES_OF_TIME = 1;

    private final transient Explanation explanation;
    private final transient ChangeOfNorm change;
    private final transient BoardWords words;
    private final transient Scale scale;

    WhyParts(Explanation explanation, ChangeOfNorm change, BoardWords words) {
        super(words.on().getTranslation("board.why.parts"), headers(explanation, words));
        this.explanation = explanation;
        this.change = change;
        this.words = words;
        addClassName("dw-why-parts");
        Map<Part, BigDecimal> points = change.points().printed(explanation.now().decimals());
        scale = Scale.of(change.points());
        standing(words.period(explanation.other()), explanation.before().result().percent(explanation.now().decimals()), 0, change.points().before().rounded(2).doubleValue(), false);
        double at = change.points().before().rounded(2).doubleValue();
        for (Part part : Part.values()) {
            double to = at + change.points().parts().get(part).rounded(2).doubleValue();
            row(part, points.get(part), at, to);
            at = to;
        }
        standing(words.period(explanation.period()), explanation.now().result().percent(explanation.now().decimals()), 0, change.points().after().rounded(2).doubleValue(), true);
    }

    private static List<String> headers(Explanation explanation, BoardWords words) {
        List<String> headers = new ArrayList<>(List.of("part", "points", "bar", "missed", explanation.hours() ? "counted-hours" : "counted-days"));
        if (!explanation.pausesCount()) {
            headers.add(explanation.hours() ? "whole-hours" : "whole-days");
        }
        return headers.stream().map(key -> words.on().getTranslation("board.why.column." + key)).toList();
    }

    private void row(Part part, BigDecimal points, double from, double to) {
        List<Component> cells = new ArrayList<>(List.of(text(partName(part)), text(words.points(points)), bar(from, to, to < from ? "dw-why-less" : to > from ? "dw-why-more" : "dw-why-none"),
                text(words.signedAmount(change.missed().printed(0).get(part), false)), text(words.signedAmount(change.counted().printed(PLACES_OF_TIME).get(part), false))));
        if (!explanation.pausesCount()) {
            cells.add(text(words.signedAmount(change.whole().printed(PLACES_OF_TIME).get(part), false)));
        }
        row(cells.toArray(Component[]::new));
    }

    private void standing(String period, BigDecimal percent, double from, double to, boolean after) {
        List<Component> cells = new ArrayList<>(List.of(text(period), text(words.percent(percent)), bar(from, to, "dw-why-standing"), text(words.decimal(value(change.missed(), after, 0))),
                text(words.decimal(value(change.counted(), after, PLACES_OF_TIME)))));
        if (!explanation.pausesCount()) {
            cells.add(text(words.decimal(value(change.whole(), after, PLACES_OF_TIME))));
        }
        NativeTableRow row = row(cells.toArray(Component[]::new));
        row.addClassName("dw-why-standing-row");
    }

    private static BigDecimal value(Split split, boolean after, int places) {
        return (after ? split.after() : split.before()).rounded(places);
    }

    private Div bar(double from, double to, String kind) {
        Div bar = new Div();
        bar.addClassNames("dw-why-bar", kind);
        bar.getStyle().set("margin-inline-start", percent(scale.place(Math.min(from, to)))).set("width", percent(scale.place(Math.max(from, to)) - scale.place(Math.min(from, to))));
        Div track = new Div(bar);
        track.addClassName("dw-why-track");
        track.getElement().setAttribute("aria-hidden", "true");
        return track;
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.2f%%", value);
    }

    /** Bars that are all near 100 % would look alike: the scale begins a little under the least of them. */
    private record Scale(double least, double most) {

        private static final double AIR = 0.25;

        static Scale of(Split points) {
            double at = points.before().rounded(2).doubleValue();
            double least = at;
            double most = at;
            for (Part part : Part.values()) {
                at += points.parts().get(part).rounded(2).doubleValue();
                least = Math.min(least, at);
                most = Math.max(most, at);
            }
            double air = Math.max(1, (most - least) * AIR);
            return new Scale(Math.max(0, least - air), most);
        }

        double place(double value) {
            return most == least ? 0 : 100 * (Math.max(value, least) - least) / (most - least);
        }
    }

    private String partName(Part part) {
        return words.on().getTranslation("board.why.part." + part);
    }
}
