package be.dossierwerk.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.springframework.web.util.HtmlUtils;

/** Percents over time as a line, with their target. Readers hear the description; the table behind it opens with a button and is always printed. */
@StyleSheet("context://chart.css")
public class TrendChart extends Div {

    /** {@code percent}: null when there is nothing to say; {@code marked}: what the page is about. */
    public record Point(String name, BigDecimal percent, boolean marked) { }

    /** {@code targetName}: the words at its line. */
    public record Drawing(String title, String description, List<Point> points, BigDecimal target, String targetName) {

        static final int WIDTH = 720;
        static final int HEIGHT = 260;
        private static final int LEFT = 84;
        private static final int RIGHT = 24;
        private static final int TOP = 36;
        private static final int BOTTOM = 44;
        private static final int MOST_NAMES = 6;
        private static final int[] LEVELS = {0, 50, 100};

        String svg(String id) {
            StringBuilder svg = new StringBuilder("<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-labelledby=\"%s-title %s-words\" focusable=\"false\">".formatted(WIDTH, HEIGHT, id, id));
            svg.append("<title id=\"%s-title\">%s</title><desc id=\"%s-words\">%s</desc>".formatted(id, HtmlUtils.htmlEscape(title), id, HtmlUtils.htmlEscape(description)));
            for (int level : LEVELS) {
                double y = y(BigDecimal.valueOf(level));
                svg.append(line("level", LEFT, y, WIDTH - RIGHT, y)).append(words("end", LEFT - 8, y + 5, "", level + "\u00a0%"));
            }
            svg.append(line("target", LEFT, y(target), WIDTH - RIGHT, y(target)));
            for (int i = 0; i < points.size(); i++) {
                draw(svg, i);
            }
            return svg.append(words("end", WIDTH - RIGHT, y(target) - 8, "target-name", targetName)).append("</svg>").toString();
        }

        private void draw(StringBuilder svg, int i) {
            Point point = points.get(i);
            int each = (points.size() + MOST_NAMES - 1) / MOST_NAMES;
            int fromLast = points.size() - 1 - i;
            if (fromLast % each == 0) {
                svg.append(words(fromLast == 0 ? "end" : "middle", fromLast == 0 ? WIDTH : x(i), HEIGHT - 12, fromLast % (2 * each) == 0 ? "" : "rare", point.name));
            }
            if (point.percent == null) {
                return;
            }
            if (i > 0 && points.get(i - 1).percent != null) {
                svg.append(line("step", x(i - 1), y(points.get(i - 1).percent), x(i), y(point.percent)));
            }
            svg.append("<circle class=\"%s\" cx=\"%s\" cy=\"%s\" r=\"5\"/>".formatted(point.marked ? "marked" : "point", place(x(i)), place(y(point.percent))));
        }

        private double x(int i) {
            double step = (double) (WIDTH - LEFT - RIGHT) / points.size();
            return LEFT + step * (i + 0.5);
        }

        private static double y(BigDecimal percent) {
            return TOP + (HEIGHT - TOP - BOTTOM) * (1 - percent.doubleValue() / 100);
        }

        private static String line(String name, double x1, double y1, double x2, double y2) {
            return "<line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>".formatted(name, place(x1), place(y1), place(x2), place(y2));
        }

        private static String words(String anchor, double x, double y, String name, String text) {
            return "<text class=\"%s\" text-anchor=\"%s\" x=\"%s\" y=\"%s\">%s</text>".formatted(name, anchor, place(x), place(y), HtmlUtils.htmlEscape(text));
        }

        private static String place(double value) {
            return BigDecimal.valueOf(Math.round(value * 10), 1).toPlainString();
        }
    }

    private final Div behind;
    private final Button open = new Button();

    /** {@code table}: the same numbers. */
    public TrendChart(Drawing drawing, Component table) {
        addClassName("dw-chart");
        String id = "chart-" + UUID.randomUUID();
        behind = new Div(table);
        behind.setId(id + "-table");
        open.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        open.getElement().setAttribute("aria-controls", id + "-table");
        open.addClickListener(click -> show(behind.hasClassName("dw-chart-closed")));
        show(false);
        // An svg of its own would not be taken for a drawing: the browser must find it inside something.
        add(new Html("<div>" + drawing.svg(id) + "</div>"), open, behind);
    }

    private void show(boolean shown) {
        behind.setClassName("dw-chart-closed", !shown);
        open.setText(getTranslation(shown ? "shared.chart.hide" : "shared.chart.show"));
        open.getElement().setAttribute("aria-expanded", String.valueOf(shown));
    }
}
