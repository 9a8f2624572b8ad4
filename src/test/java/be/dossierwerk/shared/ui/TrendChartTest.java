package be.dossierwerk.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.shared.ui.TrendChart.Drawing;
import be.dossierwerk.shared.ui.TrendChart.Point;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrendChartTest {

    @Test
    void a_line_goes_through_what_is_known_and_stops_where_nothing_is() {
        String svg = new Drawing("A < B", "Van & naar", List.of(point("K1", "100"), point("K2", "50"), new Point("K3", null, false), point("K4", "0")), new BigDecimal("85"), "doel").svg("x");

        assertThat(svg).contains("<title id=\"x-title\">A &lt; B</title>", "<desc id=\"x-words\">Van &amp; naar</desc>", "role=\"img\" aria-labelledby=\"x-title x-words\"");
        // A hundred stands at the top, nothing at the bottom, half of it in between.
        assertThat(svg).contains("cy=\"36.0\"", "cy=\"126.0\"", "cy=\"216.0\"").containsOnlyOnce("class=\"step\"").containsOnlyOnce("class=\"target\"");
    }

    @Test
    void of_many_names_only_some_are_written_and_the_last_always() {
        List<Point> months = IntStream.rangeClosed(1, 24).mapToObj(i -> point("maand " + i, "90")).toList();

        String svg = new Drawing("t", "d", months, BigDecimal.TEN, "doel").svg("x");
        assertThat(svg.split("maand ", -1)).hasSize(1 + 6);
        assertThat(svg).contains(">maand 24<");
    }

    private static Point point(String name, String percent) {
        return new Point(name, new BigDecimal(percent), false);
    }
}
