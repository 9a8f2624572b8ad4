package be.dossierwerk.board;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.board.NormDossier.Group;
import be.dossierwerk.board.NormDossier.Step;
import be.dossierwerk.board.StepTimes.Line;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where the time of a norm of thirty days went, for dossiers of which each step is known. */
class StepTimesTest {

    private static final Group WSE = new Group("FIRST", "ONLINE", 1, false, false);
    private int made;

    @Test
    void each_step_has_its_mean_its_median_its_pauses_and_the_dossiers_that_it_made_late() {
        List<NormDossier> before = List.of(dossier("COMPLETE DECIDED 10 0", "DECIDED SIGNED 1 0"));
        List<NormDossier> now = List.of(dossier("COMPLETE DECIDED 10 4", "DECIDED SIGNED 2 0"), dossier("COMPLETE DECIDED 20 0", "DECIDED SIGNED 3 0"),
                dossier("COMPLETE DECIDED 29 0", "DECIDED SIGNED 4 0"), dossier("COMPLETE DECIDED 61 0", "DECIDED SIGNED 5 0"));

        List<Line> lines = StepTimes.of(before, now, 1).lines();

        assertThat(lines).extracting(line -> line.from() + " " + line.to() + " " + line.longer().rounded(1)).containsExactly("COMPLETE DECIDED 20.0", "DECIDED SIGNED 2.5");
        assertThat(told(lines.get(0).now())).isEqualTo("4 mean 30.0 median 24.5 paused 1.0 decisive 2");
        assertThat(told(lines.get(1).now())).isEqualTo("4 mean 3.5 median 3.5 paused 0.0 decisive 1");
        assertThat(told(lines.get(1).before())).isEqualTo("1 mean 1.0 median 1.0 paused 0.0 decisive 0");
    }

    @Test
    void a_step_that_only_some_took_adds_to_the_mean_of_all() {
        List<NormDossier> before = List.of(dossier("COMPLETE DECIDED 10 0"), dossier("COMPLETE DECIDED 10 0"));
        List<NormDossier> now = List.of(dossier("COMPLETE DECIDED 10 0"), dossier("COMPLETE ADVICE_GIVEN 6 0", "ADVICE_GIVEN DECIDED 8 0"));

        List<Line> lines = StepTimes.of(before, now, 1).lines();

        assertThat(lines).extracting(line -> line.from() + " " + line.to() + " " + line.longer().rounded(1))
                .containsExactly("COMPLETE ADVICE_GIVEN 3.0", "COMPLETE DECIDED -5.0", "ADVICE_GIVEN DECIDED 4.0");
        assertThat(lines.get(0).before()).isNull();
    }

    private static String told(StepTimes.Side side) {
        return "%d mean %s median %s paused %s decisive %d".formatted(side.dossiers(), side.own().rounded(1), side.median().rounded(1), side.paused().rounded(1), side.decisive());
    }

    private NormDossier dossier(String... steps) {
        return new NormDossier("D-" + made++, WSE, null, null, LocalDate.of(2020, 6, 1), Arrays.stream(steps).map(step -> step.split(" "))
                .map(parts -> new Step(parts[0], parts[1], Long.parseLong(parts[2]), Long.parseLong(parts[3]))).toList(), 30);
    }
}
