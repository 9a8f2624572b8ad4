package be.dossierwerk.board;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.board.NormDossier.Group;
import be.dossierwerk.board.NormDossier.Step;
import be.dossierwerk.board.WhatWeighs.Weight;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a result would have been without one thing, for periods of which one sees at a glance what weighs. */
class WhatWeighsTest {

    private static final int DOWN = 1;
    private static final int UP = -1;

    private final List<NormDossier> dossiers = new ArrayList<>();

    @Test
    void a_group_file_of_which_all_were_late_comes_before_its_month_in_which_others_were_in_time() {
        add(100, true, "ONLINE", null, 3);
        add(10, true, "ONLINE", null, 7);
        add(10, false, "ONLINE", "G01", 7);

        assertThat(names(DOWN)).containsExactly("GROUP_FILE G01 10 10 +8.3", "MONTH 2020-07 20 10 +8.3");
    }

    @Test
    void many_late_ones_apart_have_no_name_of_their_own() {
        for (int month = 1; month <= 12; month++) {
            add(40, true, "ONLINE", null, month);
            add(10, false, "ONLINE", null, month);
        }

        assertThat(weights(DOWN)).noneMatch(Weight::single);
    }

    @Test
    void in_a_small_norm_one_late_dossier_moves_a_point_and_is_named_and_one_in_time_is_not() {
        add(9, true, "ONLINE", null, 2);
        add(1, false, "ONLINE", null, 3);

        assertThat(names(DOWN)).containsExactly("DOSSIER D-9 1 1 +10.0");
        assertThat(names(UP)).isEmpty();
    }

    @Test
    void what_is_more_than_half_is_no_exception() {
        add(60, false, "PAPER", null, 2);
        add(40, true, "ONLINE", null, 2);

        assertThat(names(DOWN)).isEmpty();
        assertThat(names(UP)).containsExactly("CHANNEL ONLINE 40 0 -40.0");
    }

    @Test
    void of_two_that_weigh_as_much_the_smaller_one_comes_first_and_only_five_that_weigh_little() {
        for (int month = 1; month <= 12; month++) {
            add(200, true, "ONLINE", null, month);
            add(month % 2 + 1, false, "ONLINE", "G" + month, month);
        }

        List<Weight> weights = weights(DOWN);

        assertThat(weights).hasSize(5).allMatch(weight -> weight.points().rounded(1).doubleValue() < 1);
        assertThat(weights.get(0).sort()).isEqualTo(WhatWeighs.Sort.GROUP_FILE);
    }

    @Test
    void without_a_change_nothing_is_named() {
        add(5, false, "ONLINE", "G01", 2);

        assertThat(weights(0)).isEmpty();
    }

    private List<Weight> weights(int direction) {
        return WhatWeighs.of(dossiers, direction).weights();
    }

    private List<String> names(int direction) {
        return weights(direction).stream().map(weight -> "%s %s %d %d %+.1f".formatted(weight.sort(), weight.name(), weight.dossiers(), weight.missed(), weight.points().rounded(1)))
                .map(told -> told.replace(',', '.')).toList();
    }

    private void add(int count, boolean met, String channel, String groupFile, int month) {
        for (int i = 0; i < count; i++) {
            dossiers.add(new NormDossier("D-" + dossiers.size(), new Group("FIRST", channel, 1, false, false), groupFile, null, LocalDate.of(2020, month, 10),
                    List.of(new Step("COMPLETE", "DECIDED", met ? 20 : 40, 0)), 30));
        }
    }
}
