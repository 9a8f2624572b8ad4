package be.dossierwerk.mining;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ways and repeats of dossiers, written as {@code A0-3 B3-5}: step A from moment 0 to 3, step B from 3 to 5. Dossiers stand apart by a bar. */
class VariantsTest {

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = ';', textBlock = """
            one way;                                      A0-3 B3-5 | A0-1 B1-9;                                              2 A B
            another order is another way;                 A0-3 B3-5 | B0-3 A3-5;                                              1 A B, 1 B A
            parallel checks that begin otherwise;         A0-1 P1-4 Q1-5 Z5-6 | A0-1 Q1-3 P1-9 Z9-10;                         2 A P Q Z
            that never stood at once in this dossier;     A0-1 P1-4 Q1-5 Z5-6 | A0-1 Q1-3 P3-9 Z9-10;                         2 A P Q Z
            two steps on one branch beside one other;     P0-2 R2-8 Q0-3 Z8-9 | P0-2 R3-8 Q0-3 Z8-9 | P5-6 R6-7 Q0-1 Z7-9;    3 P Q R Z
            a step done again;                            A0-1 B1-2 A2-3 B3-4 | A0-1 B1-2;                                    1 A B, 1 A B A B
            three members of a committee at once;         A0-1 M1-4 M1-3 M2-5 Z5-6 | A0-1 M1-4 Z5-6;                          2 A M Z
            a reminder while somebody waits;              W0-9 H4-4 Z9-9 | W0-9 H5-5 Z9-9;                                    2 W H Z
            steps of one moment stay as they came;        B0-0 A0-0 C0-0 | B1-1 A1-1 C1-1;                                    2 B A C
            no step yet;                                  | A0-1;                                                             1 , 1 A
            """)
    void dossiers_that_went_the_same_way_are_counted_together(String why, String dossiers, String expected) {
        assertThat(told(Variants.of(walks(dossiers)))).as(why).isEqualTo(expected);
    }

    @Test
    void one_odd_dossier_among_many_does_not_make_two_steps_parallel() {
        String usual = IntStream.range(0, 40).mapToObj(i -> "A0-3 B3-5").collect(Collectors.joining(" | "));
        assertThat(told(Variants.of(walks(usual + " | B0-3 A1-5 | B0-2 A2-4")))).isEqualTo("40 A B, 2 B A");
    }

    @Test
    void the_order_in_which_parallel_steps_begin_and_end_never_makes_a_way() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            List<Walk> walks = new ArrayList<>();
            for (int dossier = 0; dossier < 30; dossier++) {
                List<Walk.Visit> visits = new ArrayList<>();
                int begin = random.nextInt(5);
                visits.add(new Walk.Visit("A", 0, begin, 0));
                int end = begin;
                for (String branch : List.of("P", "Q", "R")) {
                    int entered = begin + (dossier == 0 ? 0 : random.nextInt(20));
                    int left = dossier == 0 ? begin + 50 : entered + 1 + random.nextInt(20);
                    visits.add(new Walk.Visit(branch, entered, left, 0));
                    end = Math.max(end, left);
                }
                visits.add(new Walk.Visit("Z", end, end + 1, 0));
                walks.add(new Walk("D" + dossier, 1, visits));
            }
            // The first shows that they are parallel; the others are one in twenty at most, and never more than they meet themselves.
            assertThat(Variants.of(walks).ways()).hasSize(1);
        }
    }

    @ParameterizedTest(name = "{0}: {2} | {3}")
    @CsvSource(delimiter = ';', textBlock = """
            nothing again;                                A0-3 B3-5;                        '';           ''
            completeness again after a question;          A0-3 W3-5 A5-6;                   A1x1;         W>A 1x1
            all of it again;                              A0-3 B3-5 A5-7 B7-8;              A1x2 B1x1;    B>A 1x2
            twice again;                                  A0-1 B1-2 A2-3 B3-4 A4-5;         A2x2 B1x1;    B>A 2x2
            again at once;                                A0-1 A1-4;                        A1x3;         A>A 1x3
            the step that was left last counts;           A0-1 P1-4 Q1-6 A6-7;              A1x1;         Q>A 1x1
            what stood open all the while is not left;    A0-1 P1-4 Q1-9 A4-6;              A1x2;         P>A 1x2
            beside itself is not again;                   M0-4 M1-3;                        '';           ''
            """)
    void what_was_done_again_and_from_where(String why, String dossier, String loops, String back) {
        Repeats repeats = Repeats.of(walks(dossier));

        assertThat(repeats.loops().stream().map(loop -> loop.step() + told(loop.dossiers().get("D0"))).collect(Collectors.joining(" "))).as(why).isEqualTo(loops);
        assertThat(repeats.back().stream().map(way -> way.from() + ">" + way.to() + " " + told(way.dossiers().get("D0"))).collect(Collectors.joining(", "))).as(why).isEqualTo(back);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 1 2 9, 2", "0.5, 4 1, 2.5", "0.9, 0 10, 9", "0.9, 7, 7"})
    void a_share_that_falls_between_two_values_lies_between_them(double share, String values, double expected) {
        assertThat(Percentile.of(share, Arrays.stream(values.split(" ")).mapToDouble(Double::parseDouble).toArray())).isEqualTo(expected);
    }

    private static String told(Repeats.Again again) {
        return again.times() + "x" + again.days();
    }

    private static String told(Variants variants) {
        return variants.ways().stream().map(way -> way.dossiers().size() + " " + String.join(" ", way.steps())).collect(Collectors.joining(", "));
    }

    private static List<Walk> walks(String dossiers) {
        List<Walk> walks = new ArrayList<>();
        for (String dossier : dossiers.split("\\|")) {
            walks.add(new Walk("D" + walks.size(), 10, Arrays.stream(dossier.strip().split(" ")).filter(visit -> !visit.isEmpty()).map(visit -> {
                long entered = Long.parseLong(visit.substring(1, visit.indexOf('-')));
                long left = Long.parseLong(visit.substring(visit.indexOf('-') + 1));
                return new Walk.Visit(visit.substring(0, 1), entered, left, (int) (left - entered));
            }).toList()));
        }
        return walks;
    }
}
