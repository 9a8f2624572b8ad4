package be.dossierwerk.mining;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What stands in an address is read back as it was written; what cannot be read is as usual. */
class FigureTest {

    private static final Selection USUAL = new Selection("erkenning", Selection.Period.GELOPEN, LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1), null, null, null, null, null, null);

    @Test
    void a_selection_comes_back_out_of_its_address() {
        Selection all = new Selection("klacht", Selection.Period.ONTVANGEN, LocalDate.of(2025, 2, 1), LocalDate.of(2025, 3, 1), "v1", "GEGROND", "dc-jurist", "PAPIER", true, false);

        assertThat(Selection.of(all.query(), USUAL)).isEqualTo(all);
        assertThat(Selection.of(Map.of(), USUAL)).isEqualTo(USUAL);
        assertThat(Selection.of(Map.of("van", "gisteren", "periode", "ooit"), USUAL)).isEqualTo(USUAL);
    }

    @Test
    void a_figure_comes_back_out_of_its_address() {
        for (Figure.Of of : Figure.Of.values()) {
            for (Figure.Measure measure : Figure.Measure.values()) {
                Figure figure = new Figure(of, of == Figure.Of.ALLE ? "" : "erkenning#UserTask_A.b>besluit#C", measure);
                assertThat(Figure.parse(figure.toString())).contains(figure);
            }
        }
        assertThat(Figure.parse("alles")).isEmpty();
        assertThat(Figure.parse("alle..ooit")).isEmpty();
        assertThat(Figure.parse(".")).isEmpty();
    }
}
