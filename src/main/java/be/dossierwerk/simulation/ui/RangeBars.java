package be.dossierwerk.simulation.ui;

import be.dossierwerk.simulation.Outcome.Range;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Locale;

/** Shares as horizontal bars with their range. The words above each bar say the same, so the drawing itself is not read out. */
class RangeBars extends Div {

    record Bar(String name, Range range, String words) { }

    private static final int WIDTH = 1000;

    RangeBars(String title, List<Bar> bars) {
        addClassName("dw-simulation-bars");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", title);
        for (Bar bar : bars) {
            add(new Paragraph(bar.name() + ": " + bar.words()), drawing(bar.range()));
        }
    }

    private static Html drawing(Range range) {
        // An svg of its own would not be taken for a drawing: the browser must find it inside something.
        return new Html(String.format(Locale.ROOT, "<div><svg viewBox=\"0 0 %1$d 14\" preserveAspectRatio=\"none\" aria-hidden=\"true\" focusable=\"false\">"
                        + "<rect class=\"rail\" width=\"%1$d\" height=\"14\"/><rect class=\"share\" width=\"%2$.1f\" height=\"14\"/>"
                        + "<rect class=\"range\" x=\"%3$.1f\" y=\"4\" width=\"%4$.1f\" height=\"6\"/></svg></div>",
                WIDTH, WIDTH * range.middle(), WIDTH * range.low(), Math.max(2, WIDTH * (range.high() - range.low()))));
    }
}
