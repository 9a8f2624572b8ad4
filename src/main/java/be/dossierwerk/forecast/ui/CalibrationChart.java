package be.dossierwerk.forecast.ui;

import be.dossierwerk.forecast.ShowForecast.Bin;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.springframework.web.util.HtmlUtils;

/** What was said beside what came: a dot on the dashed line is a chance that held, a larger dot stands for more dossiers. Its table stands below it. */
@StyleSheet("context://chart.css")
class CalibrationChart extends Div {

    private static final int SIZE = 320;
    private static final int LEFT = 64;
    private static final int TOP = 16;
    private static final int BOTTOM = 48;
    private static final int STEP = 50;

    /** {@code said}, {@code came}: names of the axes. */
    CalibrationChart(List<Bin> bins, String title, String said, String came) {
        addClassNames("dw-chart", "dw-forecast-chart");
        add(new Html("<div>" + svg(bins, title, said, came) + "</div>"));
    }

    private static String svg(List<Bin> bins, String title, String said, String came) {
        StringBuilder svg = new StringBuilder("<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\" focusable=\"false\">".formatted(LEFT + SIZE + 24, TOP + SIZE + BOTTOM,
                HtmlUtils.htmlEscape(title)));
        for (int percent = 0; percent <= 100; percent += STEP) {
            svg.append("<line class=\"level\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>".formatted(LEFT, y(percent), LEFT + SIZE, y(percent)));
            svg.append(words("end", LEFT - 6, y(percent) + 5, percent + "\u00a0%")).append(words("middle", x(percent), TOP + SIZE + 18, percent + "\u00a0%"));
        }
        svg.append("<line class=\"target\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>".formatted(x(0), y(0), x(100), y(100)));
        int most = bins.stream().mapToInt(Bin::count).max().orElse(1);
        for (Bin bin : bins) {
            svg.append("<circle class=\"marked\" cx=\"%d\" cy=\"%d\" r=\"%d\"/>".formatted(x(100 * bin.chance()), y(100 * bin.missed()), (int) Math.round(4 + 8 * Math.sqrt((double) bin.count() / most))));
        }
        return svg.append(words("end", LEFT + SIZE, TOP + SIZE + 38, said)).append(words("start", LEFT + 4, TOP + 12, came)).append("</svg>").toString();
    }

    private static int x(double percent) {
        return (int) Math.round(LEFT + SIZE * percent / 100);
    }

    private static int y(double percent) {
        return (int) Math.round(TOP + SIZE * (1 - percent / 100));
    }

    private static String words(String anchor, int x, int y, String text) {
        return "<text text-anchor=\"%s\" x=\"%d\" y=\"%d\">%s</text>".formatted(anchor, x, y, HtmlUtils.htmlEscape(text));
    }
}
