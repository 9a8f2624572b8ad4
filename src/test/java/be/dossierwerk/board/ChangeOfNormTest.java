package be.dossierwerk.board;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.board.ChangeOfNorm.Part;
import be.dossierwerk.board.ChangeOfNorm.Split;
import be.dossierwerk.board.NormDossier.Group;
import be.dossierwerk.board.NormDossier.Step;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every explanation of a change must hold, for made-up periods of all sizes; and what each part means, case by case. */
class ChangeOfNormTest {

    private static final LocalDate DAY = LocalDate.of(2020, 6, 1);
    private static final Group TOTAL = new Group("FIRST", "ONLINE", 1, true, false);
    private static final Group TOTAL_PAPER = new Group("FIRST", "PAPER", 1, true, false);
    private static final Group WSE = new Group("FIRST", "ONLINE", 1, false, false);

    private static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    @Test
    void the_parts_add_up_to_the_change_as_it_is_and_as_it_is_printed() {
        seeds().forEach(seed -> {
            Random random = new Random(seed);
            List<NormDossier> before = invented(random);
            List<NormDossier> now = invented(random);

            ChangeOfNorm change = between(before, now);

            assertThat(change.points().total()).isEqualTo(share(now).minus(share(before)).times(100));
            assertThat(change.missed().total()).isEqualTo(Fraction.of(missed(now) - missed(before), 1));
            assertThat(change.counted().total()).isEqualTo(mean(now, false).minus(mean(before, false)));
            assertThat(change.whole().total()).isEqualTo(mean(now, true).minus(mean(before, true)));
            assertThat(change.missed().before()).isEqualTo(Fraction.of(missed(before), 1));
            assertThat(change.points().after()).isEqualTo(share(now).times(100));
            assertThat(change.whole().after()).isEqualTo(mean(now, true));
            all(change).forEach(split -> IntStream.rangeClosed(0, 2).forEach(places -> {
                assertThat(split.printed(places).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo(split.total().rounded(places));
                assertThat(split.printed(places)).allSatisfy((part, printed) ->
                        assertThat(split.parts().get(part).minus(printed).rounded(9).abs()).isLessThan(BigDecimal.ONE.movePointLeft(places)));
            }));
        });
    }

    @Test
    void the_other_way_round_every_part_is_the_opposite() {
        seeds().forEach(seed -> {
            Random random = new Random(seed);
            List<NormDossier> before = invented(random);
            List<NormDossier> now = invented(random);
            List<Split> back = all(between(now, before)).toList();

            List<Split> there = all(between(before, now)).toList();

            for (int i = 0; i < there.size(); i++) {
                Split opposite = back.get(i);
                there.get(i).parts().forEach((part, value) -> assertThat(opposite.parts().get(part)).isEqualTo(value.negated()));
                there.get(i).printed(1).forEach((part, value) -> assertThat(opposite.printed(1).get(part)).isEqualByComparingTo(value.negate()));
            }
        });
    }

    @Test
    void the_same_dossiers_in_another_order_have_no_parts() {
        seeds().forEach(seed -> {
            List<NormDossier> before = invented(new Random(seed));
            List<NormDossier> now = new ArrayList<>(before);
            Collections.shuffle(now, new Random(seed));

            only(between(before, now));
        });
    }

    @Test
    void only_other_kinds_is_only_mix() {
        seeds().forEach(seed -> {
            Random random = new Random(seed);
            List<NormDossier> dossiers = invented(random);
            Group doubled = dossiers.get(random.nextInt(dossiers.size())).group();
            // Twice as many of one kind, each just as it was: only the kinds weigh otherwise, and there are more of them.
            List<NormDossier> more = Stream.concat(dossiers.stream(), dossiers.stream().filter(each -> each.group().equals(doubled))).toList();

            only(between(dossiers, more), Part.MIX, Part.VOLUME);
        });
    }

    @Test
    void only_more_dossiers_is_only_volume() {
        seeds().forEach(seed -> {
            List<NormDossier> dossiers = invented(new Random(seed));
            ChangeOfNorm change = between(dossiers, Stream.concat(dossiers.stream(), dossiers.stream()).toList());

            only(change, Part.VOLUME);
            assertThat(change.points().total()).isEqualTo(Fraction.ZERO);
            assertThat(change.missed().parts().get(Part.VOLUME)).isEqualTo(Fraction.of(missed(dossiers), 1));
        });
    }

    @Test
    void only_other_pauses_is_only_pauses() {
        seeds().forEach(seed -> {
            Random random = new Random(seed);
            List<NormDossier> dossiers = invented(random);

            only(between(dossiers, each(dossiers, dossier -> dossier(dossier.group(), dossier.own(), random.nextInt(40), dossier.allowed()))), Part.PAUSES);
        });
    }

    @Test
    void only_slower_ourselves_is_only_pace() {
        seeds().forEach(seed -> {
            List<NormDossier> dossiers = invented(new Random(seed));

            only(between(dossiers, each(dossiers, dossier -> dossier(dossier.group(), dossier.own() + 7, dossier.paused(), dossier.allowed()))), Part.PACE);
        });
    }

    @Test
    void where_pauses_do_not_count_they_move_no_result_but_the_whole_time() {
        seeds().forEach(seed -> {
            Random random = new Random(seed);
            List<NormDossier> before = each(invented(random), dossier -> dossier(WSE, dossier.own(), dossier.paused(), dossier.allowed()));
            List<NormDossier> now = each(invented(random), dossier -> dossier(WSE, dossier.own(), dossier.paused() + 3, dossier.allowed()));

            ChangeOfNorm change = between(before, now);

            assertThat(List.of(change.points(), change.missed(), change.counted())).allSatisfy(split -> assertThat(split.parts().get(Part.PAUSES)).isEqualTo(Fraction.ZERO));
            assertThat(change.whole().parts().get(Part.PAUSES)).isEqualTo(pausedMean(now).minus(pausedMean(before)));
        });
    }

    /** Own days, paused days: before; own, paused: now. The limit is 30 days, pauses count. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            own days alone push it over       | 20 5  | 28 5  | -100 | 0
            pauses alone push it over         | 20 5  | 20 15 | 0    | -100
            each alone would push it over     | 20 5  | 35 35 | -50  | -50
            only both together push it over   | 20 5  | 24 9  | -50  | -50
            late for two reasons in turn      | 35 0  | 20 35 | 50   | -50
            the one made up for the other     | 20 5  | 10 15 | 50   | -50""")
    void one_dossier_shows_what_each_part_means(String what, String before, String now, int pace, int pauses) {
        Split points = between(List.of(dossier(TOTAL, before)), List.of(dossier(TOTAL, now))).points();

        assertThat(points.parts().get(Part.PACE).rounded(0)).as(what).isEqualByComparingTo(BigDecimal.valueOf(pace));
        assertThat(points.parts().get(Part.PAUSES).rounded(0)).as(what).isEqualByComparingTo(BigDecimal.valueOf(pauses));
    }

    /** The worked example of ADR 0034. */
    @Test
    void more_on_paper_and_slower_on_paper() {
        List<NormDossier> before = Stream.of(many(8, TOTAL, "10 0"), many(2, TOTAL_PAPER, "20 0")).flatMap(List::stream).toList();
        List<NormDossier> now = Stream.of(many(10, TOTAL, "10 0"), many(6, TOTAL_PAPER, "20 0"), many(4, TOTAL_PAPER, "31 5")).flatMap(List::stream).toList();

        ChangeOfNorm change = between(before, now);

        assertThat(change.points().printed(0)).containsExactly(part(Part.VOLUME, "0"), part(Part.MIX, "-6"), part(Part.PACE, "-14"), part(Part.PAUSES, "0"));
        assertThat(change.missed().printed(0).values()).extracting(BigDecimal::intValueExact).containsExactly(1, 1, 2, 0);
        assertThat(change.counted().printed(1)).containsExactly(part(Part.VOLUME, "0.0"), part(Part.MIX, "4.0"), part(Part.PACE, "1.5"), part(Part.PAUSES, "0.7"));
    }

    @Test
    void what_only_one_period_knows_is_mix() {
        only(between(many(3, TOTAL, "10 0"), Stream.concat(many(3, TOTAL, "10 0").stream(), many(3, TOTAL_PAPER, "40 4").stream()).toList()), Part.MIX, Part.VOLUME);
    }

    @Test
    void without_dossiers_in_one_period_there_is_nothing_to_explain() {
        assertThat(ChangeOfNorm.between(List.of(), many(3, TOTAL, "10 0"), 1)).isEmpty();
        assertThat(ChangeOfNorm.between(many(3, TOTAL, "10 0"), List.of(), 1)).isEmpty();
    }

    private static Map.Entry<Part, BigDecimal> part(Part part, String value) {
        return Map.entry(part, new BigDecimal(value));
    }

    private static void only(ChangeOfNorm change, Part... allowed) {
        all(change).forEach(split -> split.parts().forEach((part, value) -> {
            if (!List.of(allowed).contains(part)) {
                assertThat(value).as(part.name()).isEqualTo(Fraction.ZERO);
                assertThat(split.printed(0).get(part)).isEqualByComparingTo(BigDecimal.ZERO);
            }
        }));
    }

    private static Stream<Split> all(ChangeOfNorm change) {
        return Stream.of(change.points(), change.missed(), change.counted(), change.whole());
    }

    private static ChangeOfNorm between(List<NormDossier> before, List<NormDossier> now) {
        return ChangeOfNorm.between(before, now, 1).orElseThrow();
    }

    private static List<NormDossier> each(List<NormDossier> dossiers, UnaryOperator<NormDossier> change) {
        return dossiers.stream().map(change).toList();
    }

    private static List<NormDossier> invented(Random random) {
        return IntStream.range(0, 1 + random.nextInt(30)).mapToObj(i -> {
            Group group = new Group(random.nextBoolean() ? "FIRST" : "FOLLOW_UP", random.nextInt(4) == 0 ? "PAPER" : "ONLINE", 1, random.nextBoolean(), random.nextInt(5) == 0);
            return dossier(group, random.nextInt(50), random.nextInt(3) == 0 ? random.nextInt(30) : 0, 20 + random.nextInt(12));
        }).toList();
    }

    private static List<NormDossier> many(int count, Group group, String days) {
        return IntStream.range(0, count).mapToObj(i -> dossier(group, days)).toList();
    }

    private static NormDossier dossier(Group group, String days) {
        return dossier(group, Long.parseLong(days.split(" ")[0]), Long.parseLong(days.split(" ")[1]), 30);
    }

    private static NormDossier dossier(Group group, long own, long paused, long allowed) {
        return new NormDossier("D", group, null, null, DAY, List.of(new Step("COMPLETE", "DECIDED", own, paused)), allowed);
    }

    private static long missed(List<NormDossier> dossiers) {
        return dossiers.stream().filter(each -> !each.met()).count();
    }

    private static Fraction share(List<NormDossier> dossiers) {
        return Fraction.of(dossiers.size() - missed(dossiers), dossiers.size());
    }

    private static Fraction mean(List<NormDossier> dossiers, boolean whole) {
        return Fraction.of(dossiers.stream().mapToLong(each -> whole ? each.whole() : each.counted()).sum(), dossiers.size());
    }

    private static Fraction pausedMean(List<NormDossier> dossiers) {
        return Fraction.of(dossiers.stream().mapToLong(NormDossier::paused).sum(), dossiers.size());
    }
}
